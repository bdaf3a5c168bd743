Feature: Suppliers ask for updates by service request
  SR 11.4 sends an image to displays, SR 11.1 to meters and load switches.

  @target:dcc @req:SR-01 @must @policy:activation-notice=read-back
  Rule: SR 11.4 distributes an image and has it activated

    Scenario: at a later time
      When the import supplier sends image 0x20 to the PPMID, to activate in 1 day
      Then the DCC accepts the request for all devices
      And the DCC delivers image 0x20 to the PPMID within 1 day
      And both suppliers receive the third alert for the PPMID with firmware 0x20

  @target:dcc @req:SR-02 @must
  Rule: SR 11.3 is not for displays

    Scenario: a display has an image
      Given the import supplier sent image 0x20 to the PPMID, to activate now
      When the import supplier sends SR 11.3 for the PPMID with image 0x20, to activate now
      Then the DCC refuses the request

  @target:dcc @req:SR-03 @must @baseline:2019
  Rule: FirmwareImage is base64 text of OTA Header, Manufacturer Image and activation date-time

    Scenario: all of it, as the text has it
      When the import supplier sends image 0x20 to the PPMID, to activate in 2 days
      Then the DCC accepts the request for all devices

    Scenario Outline: what is sent has <fault>
      When the import supplier sends image 0x20 <fault> to the PPMID, to activate now
      Then the DCC refuses the request

      Examples: no image to be read
        | fault                   |
        | with no OTA header      |
        | that is no base64 text  |

  @target:dcc @req:SR-04 @must @baseline:2019 @policy:first-alert-to=all
  Rule: An activation date-time of zero means now

    Scenario: suppliers are told of no later time
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then both suppliers receive the first alert about image 0x20 for the PPMID

  @target:dcc @req:SR-05 @contested @baseline:2019
  Rule: The activation date-time is at most 30 days ahead
    # Contested: the report has the limit and counts "from the date the request is sent" (S002:357-359), so that a DCC may count
    # days; Annex A 3.1.3 has no such check among the DCC's.

    Scenario: 30 days
      When the import supplier sends image 0x20 to the PPMID, to activate in 30 days
      Then the DCC accepts the request for all devices

    Scenario: 31 days
      When the import supplier sends image 0x20 to the PPMID, to activate in 31 days
      Then the DCC refuses the request

  @target:dcc @req:SR-06 @must
  Rule: A request names up to 50 000 devices

    Scenario: 50 000, of which the inventory knows two
      When the import supplier sends image 0x20 to 50000 PPMIDs, to activate now
      Then the DCC accepts the request
      And the DCC delivers image 0x20 to the PPMID and the second PPMID

    Scenario: one more
      When the import supplier sends image 0x20 to 50001 PPMIDs, to activate now
      Then the DCC refuses the request

  @target:dcc @req:SR-07 @must
  Rule: SR 11.4 is a request to the DCC, not a command to a device

    Scenario: the device has the image
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then both suppliers receive the second alert about image 0x20 for the PPMID, fileTransferSuccess
      And the DCC sends no command to the PPMID for 1 hour

  @target:dcc @req:SR-08 @must @policy:hcalcs-route=critical @policy:in-flight=throttle @policy:in-flight=forward
  Rule: SR 11.1 and SR 11.4 are counted apart

    Scenario: one request of each
      Given the import supplier may send 1 request of SR 11.4 within 1 day
      And the import supplier sent image 0x20 to the HCALCS, by SR 11.1
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC accepts the request for all devices

  @target:dcc @req:SR-09 @variant
  Rule: SR 11.1 carries images for displays where that variant is chosen, and there only
    # Variant: the DCC's wish, rejected in favour of SR 11.4.

    @policy:display-request=sr-11.4
    Scenario: it does not
      When the import supplier sends image 0x20 to the PPMID, by SR 11.1
      Then the DCC delivers nothing to the PPMID for 1 hour

    @policy:display-request=sr-11.1
    Scenario: it does
      When the import supplier sends image 0x20 to the PPMID, by SR 11.1
      Then the DCC accepts the request for all devices
      And the DCC delivers image 0x20 to the PPMID

    @policy:display-request=sr-11.1 @policy:hcalcs-route=critical @policy:in-flight=throttle @policy:in-flight=forward
    Scenario: displays are counted apart from load switches
      Given the import supplier may send 1 request of SR 11.1 within 1 day
      And the import supplier sent image 0x20 to the HCALCS, by SR 11.1
      When the import supplier sends image 0x20 to the PPMID, by SR 11.1
      Then the DCC accepts the request for all devices

    @policy:display-request=sr-11.1
    Scenario: displays are counted
      Given the import supplier may send 1 request of SR 11.1 within 1 day
      And the import supplier sent image 0x20 to the PPMID, by SR 11.1
      When the import supplier sends image 0x20 to the neighbour's PPMID, by SR 11.1
      Then the DCC delivers nothing to the neighbour's PPMID for 1 hour

  @target:dcc @req:SR-10 @must @baseline:2019
  Rule: SR 11.5 reads a display's Device Model through its hub

    Scenario: the display is there
      When the gas supplier sends SR 11.5 for the PPMID
      Then the DCC answers with its manufacturer and firmware 0x10

  @target:dcc @req:SR-11 @must
  Rule: Import and Gas Suppliers may send SR 11.4

    Scenario Outline: the <supplier> supplier
      When the <supplier> supplier sends image 0x20 to the second PPMID, to activate now
      Then the DCC accepts the request for all devices

      Examples: of the home
        | supplier |
        | import   |
        | gas      |

    Scenario: no other user
      When the network operator sends image 0x20 to the second PPMID, to activate now
      Then the DCC refuses the request

  @target:dcc @req:SR-12 @contested
  Rule: Which request carries images for load switches
    # Contested: SR 11.1 (Annex A 4), or SR 11.4 (PIA).

    @policy:hcalcs-route=critical
    Scenario: SR 11.1 does
      When the import supplier sends image 0x20 to the HCALCS, by SR 11.1
      Then the DCC accepts the request for all devices

    @policy:hcalcs-route=combined
    Scenario: SR 11.4 does
      When the import supplier sends image 0x20 to the HCALCS, by SR 11.4
      Then the DCC accepts the request for all devices

  @target:dcc @req:SUP-07 @must
  Rule: Whoever waits in vain for an alert may send the same request again

    Scenario: the device is off
      Given the PPMID is off
      And the import supplier sent image 0x20 to the PPMID, to activate now
      And 1 hour has passed
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC delivers image 0x20 to the PPMID
