Feature: The hub respects the sub-GHz duty cycle

  Background:
    Given it is 02:00
    And a PPMID running firmware 0x10
    And the hub holds a PPMID image, being fetched

  @target:hub @req:SGZ-01 @must @needs:sub-ghz
  Rule: The transfer is suspended in limited and in critical duty cycle, and goes on afterwards

    Scenario Outline: a block is asked for in <state> duty cycle
      Given the HAN is in <state> duty cycle
      When the PPMID asks for the next block
      Then the hub tells the PPMID to wait

      Examples:
        | state    |
        | limited  |
        | critical |

    Scenario: the duty cycle is normal again
      Given the HAN is in critical duty cycle
      And 10 minutes have passed
      And the HAN is in normal duty cycle
      When the PPMID asks for the next block
      Then the hub serves the block

  @target:hub @req:ALT-07 @must @needs:sub-ghz
  Rule: What the hub tells of the duty cycle is as good a GBCS message as its other alerts
    # No text wants it to tell. Where it does (DBCH06 to DBCH11), its messages stand in one row with those about firmware,
    # and are for the DCC to verify and to count like them.

    Scenario: a transfer that was suspended
      Given the HAN is in limited duty cycle
      And 10 minutes have passed
      And the HAN is in normal duty cycle
      When the PPMID ends the transfer with INVALID_IMAGE
      Then the DCC receives alert 0x8F89, fileTransferFailure, for image 0x20, signed by the hub
