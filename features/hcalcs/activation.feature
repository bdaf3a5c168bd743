@device:HCALCS
Feature: A load switch activates its firmware by its supplier's signed command only
  The command is critical: signed by the supplier, with the Access Control Broker's MAC, and verified with what the switch holds.

  Background:
    Given it is 02:00
    And an HCALCS running firmware 0x10

  @target:device @req:HCA-02 @must
  Rule: The switch activates what its supplier orders, and answers
    # After a power cut a device may activate what it holds, or go on with the old firmware (S002:1436-1440).

    Scenario: at once
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      When the supplier orders the HCALCS to activate image 0x20
      Then the HCALCS is running firmware 0x20

    Scenario: the answer
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      When the supplier orders the HCALCS to activate image 0x20
      Then the HCALCS responds success, with firmware 0x20

    Scenario: no image is held
      When the supplier orders the HCALCS to activate image 0x20
      Then the HCALCS responds noImageHeld, with firmware 0x10

    Scenario: the image does not start
      Given the hub delivers image 0x20, unable to start
      When the supplier orders the HCALCS to activate image 0x20
      Then the HCALCS responds activationFailure, with firmware 0x10

    Scenario: power goes while it restarts
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      And it is 03:00
      And the supplier has ordered the HCALCS to activate image 0x20
      When its power is cut for 1 minute at 03:00:30
      Then the HCALCS is running firmware 0x10 or 0x20

  @target:device @req:HCA-02 @must
  Rule: The switch activates only the image that the order names

    Scenario: the hash differs in one bit
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      When the supplier orders the HCALCS to activate image 0x20, with one bit of the hash wrong
      Then the HCALCS is running firmware 0x10
      And the HCALCS responds hashMismatch, with firmware 0x10

  @target:device @req:HCA-02 @must
  Rule: An order that does not verify is neither followed nor answered

    Scenario Outline: the order is <flaw>
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      When the supplier orders the HCALCS to activate image 0x20, <flaw>
      Then the HCALCS is running firmware 0x10
      And the HCALCS does not respond

      Examples: in one thing
        | flaw                           |
        | signed with another key        |
        | signed by another supplier     |
        | without a signature            |
        | with one bit of the MAC wrong  |
        | without a MAC                  |
        | meant for another device       |

    Scenario: an order whose counter was used before
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      And the supplier has ordered the HCALCS to activate image 0x20, with one bit of the hash wrong
      When the supplier orders the HCALCS to activate image 0x20, with the counter of the order before
      Then the HCALCS is running firmware 0x10

    Scenario: an order that was cancelled once more
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      And the supplier has ordered the HCALCS to activate image 0x20, at 03:00
      And the supplier has cancelled the order
      When the order before arrives once more
      Then the HCALCS does not respond

  @target:device @req:HCA-02 @must
  Rule: An order for later is accepted, carried out at its time, and reported

    Scenario: it is accepted
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      When the supplier orders the HCALCS to activate image 0x20, at 03:00
      Then the HCALCS accepts the order

    Scenario: one second early
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      And the supplier has ordered the HCALCS to activate image 0x20, at 03:00
      When the clock reaches 02:59:59
      Then the HCALCS is still running firmware 0x10

    Scenario: at its time
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      And the supplier has ordered the HCALCS to activate image 0x20, at 03:00
      When the clock reaches 03:00
      Then the HCALCS is running firmware 0x20
      And the HCALCS sends alert 0x8F66, success, with firmware 0x20

    Scenario: no image is held when the time comes
      Given the supplier has ordered the HCALCS to activate image 0x20, at 03:00
      When the clock reaches 03:00
      Then the HCALCS sends alert 0x8F67, noImageHeld, with firmware 0x10

    Scenario: another image is held when the time comes
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      And the supplier has ordered the HCALCS to activate image 0x30, at 03:00
      When the clock reaches 03:00
      Then the HCALCS sends alert 0x8F67, hashMismatch, with firmware 0x10

    Scenario: the image does not start when the time comes
      Given the hub delivers image 0x20, unable to start
      And the supplier has ordered the HCALCS to activate image 0x20, at 03:00
      When the clock reaches 03:00
      Then the HCALCS sends alert 0x8F67, activationFailure, with firmware 0x10

    Scenario: power goes before its time
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      And the supplier has ordered the HCALCS to activate image 0x20, at 03:00
      And its power is cut for 1 minute at 02:30
      When the clock reaches 03:00
      Then the HCALCS is running firmware 0x10 or 0x20

    Scenario: the order is cancelled
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      And the supplier has ordered the HCALCS to activate image 0x20, at 03:00
      And the supplier has cancelled the order
      When the clock reaches 03:00
      Then the HCALCS is running firmware 0x10

    Scenario: the cancellation is accepted
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      And the supplier has ordered the HCALCS to activate image 0x20, at 03:00
      When the supplier cancels the order
      Then the HCALCS accepts the order
