@device:HCALCS
Feature: A load switch fetches its firmware as a meter does
  The HCALCS takes the meters' route: the OTA exchange brings the image, and nothing in that exchange activates it.

  Background:
    Given it is 02:00
    And an HCALCS running firmware 0x10

  @target:device @req:HCA-06 @must
  Rule: The switch asks for the image and fetches all of it

    Scenario: the hub notifies the switch
      When the HCALCS is notified of image 0x20
      Then the HCALCS has asked for its next image

    Scenario: every octet is fetched
      When the HCALCS downloads image 0x20, to wait for its supplier
      Then the HCALCS has fetched every octet of image 0x20

    Scenario: the download is complete
      When image 0x20 is delivered, to wait for its supplier
      Then the HCALCS has ended the transfer with SUCCESS

  @target:device @req:HCA-03 @must
  Rule: The OTA exchange alone never activates an image

    Scenario: the transfer has ended
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      When 3 hours pass
      Then the HCALCS is still running firmware 0x10

    Scenario Outline: the hub gives an order, for <what>
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      When the hub orders the HCALCS to activate <what>
      Then the HCALCS is running firmware 0x10

      Examples: an order that a display would follow
        | what                    |
        | image 0x20              |
        | whatever image it holds |

    Scenario: power comes back
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      When its power is cut for 1 minute at 03:00
      Then the HCALCS is running firmware 0x10

  @target:device @req:OPT-08 @must
  Rule: Its supplier hears that the image has come, with the hash that the switch calculated

    Scenario: the image verified
      When the HCALCS downloads image 0x20, to wait for its supplier
      Then the HCALCS sends alert 0x8F72 with the hash of image 0x20

    Scenario: it is activated after the receipt
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      When the supplier orders the HCALCS to activate image 0x20
      Then the HCALCS responds success, with firmware 0x20

  @target:device @req:HCA-10 @must
  Rule: An image that its supplier has not signed is refused, and its supplier hears so from the switch
    # How the transfer ends is open: a switch may verify what it has fetched before or afterwards (S002:1381-1385).

    Scenario Outline: the image is <flaw>
      When the hub delivers image 0x20, <flaw>
      Then the HCALCS sends alert 0x8F1C with the hash of image 0x20

      Examples: signed, but not so
        | flaw                           |
        | signed by another supplier     |
        | signed for another image       |

    Scenario: the image lost a bit on its way
      When the hub delivers image 0x20, wrong in its middle
      Then the HCALCS sends alert 0x8F1C with another hash than that of image 0x20

    Scenario: it is ordered all the same
      Given the hub delivers image 0x20, signed by another supplier
      When the supplier orders the HCALCS to activate image 0x20
      Then the HCALCS responds noImageHeld, with firmware 0x10

  @target:device @req:HCA-12 @must @needs:split-images
  Rule: An upgrade may travel as several images

    Scenario: the first part is only stored
      Given an upgrade split into image 0x15 and image 0x20
      When the HCALCS has activated image 0x15
      Then the HCALCS is running firmware 0x10

    Scenario: the last part completes the first
      Given an upgrade split into image 0x15 and image 0x20
      And the HCALCS has activated image 0x15
      And the HCALCS has downloaded image 0x20, to wait for its supplier
      When the supplier orders the HCALCS to activate image 0x20
      Then the HCALCS is running firmware 0x20

    Scenario: the last part alone changes nothing
      Given an upgrade split into image 0x15 and image 0x20
      And image 0x20 was delivered, to wait for its supplier
      When the supplier orders the HCALCS to activate image 0x20
      Then the HCALCS is running firmware 0x10

  @target:device @req:SCO-05 @must
  Rule: A switch can be updated, and updated again

    Scenario: the second update
      Given the HCALCS has activated image 0x20
      And the HCALCS has downloaded image 0x30, to wait for its supplier
      When the supplier orders the HCALCS to activate image 0x30
      Then the HCALCS is running firmware 0x30

  @target:device @req:RDB-07 @must
  Rule: The firmware version can be read at any time

    Scenario: before any update
      When the DCC reads the firmware version of the HCALCS
      Then the HCALCS answers with firmware 0x10

    Scenario: while an image waits
      Given the HCALCS has downloaded image 0x20, to wait for its supplier
      When the DCC reads the firmware version of the HCALCS
      Then the HCALCS answers with firmware 0x10

    Scenario: after an update
      Given the HCALCS has activated image 0x20
      When the DCC reads the firmware version of the HCALCS
      Then the HCALCS answers with firmware 0x20
