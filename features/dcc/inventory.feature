Feature: The Smart Metering Inventory knows what devices run
  It is read by SR 8.2.

  @target:dcc @req:SMI-01 @must
  Rule: The inventory follows the alert that shows another firmware

    @policy:activation-notice=read-back
    Scenario: the update is activated
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then both suppliers receive the third alert for the PPMID with firmware 0x20
      And the inventory shows firmware 0x20 for the PPMID

    @policy:transfer-alert=at-transfer @baseline:2019
    Scenario: the image is transferred, no more
      When the import supplier sends image 0x20 to the PPMID, to activate in 2 days
      Then both suppliers receive the second alert about image 0x20 for the PPMID, fileTransferSuccess
      And the inventory shows firmware 0x10 for the PPMID

  @target:dcc @req:SMI-02 @must
  Rule: A part that is not the last changes nothing in the inventory

    @policy:activation-notice=read-back @policy:reporting=off
    Scenario: a first part is stored
      Given an upgrade split into image 0x15 and image 0x20
      When the import supplier sends image 0x15 to the PPMID, to activate now
      Then both suppliers receive the third alert for the PPMID with firmware 0x10
      And the inventory shows firmware 0x10 for the PPMID

  @target:dcc @req:SMI-03 @must @baseline:2019
  Rule: What SR 11.5 reads goes to all responsible suppliers and to the inventory

    Scenario: the inventory is wrong
      Given the PPMID is recorded with firmware 0x20
      When the import supplier sends SR 11.5 for the PPMID
      Then the DCC answers with its manufacturer and firmware 0x10
      And both suppliers receive what SR 11.5 read of the PPMID
      And the inventory shows firmware 0x10 for the PPMID

  @target:dcc @req:SMI-04 @must
  Rule: SR 8.2 returns the firmware version of displays and load switches

    Scenario Outline: that of the <device>
      Given the <device> is recorded with firmware 0x20
      When the gas supplier sends SR 8.2 for the <device>
      Then the inventory shows firmware 0x20 for the <device>

      Examples: under either baseline
        | device |
        | PPMID  |
        | HCALCS |

      @baseline:2019
      Examples: while IHDs are in
        | device |
        | IHD    |

  @target:dcc @req:SMI-05 @must
  Rule: SR 12.2 and SR 8.4 carry the firmware version

    Scenario: a device is pre-notified
      When the import supplier sends SR 12.2 for the new PPMID with firmware 0x20
      Then the DCC accepts the request
      And the inventory shows firmware 0x20 for the new PPMID

    Scenario: the inventory is corrected
      When the import supplier sends SR 8.4 for the PPMID with firmware 0x20
      Then the DCC accepts the request
      And the inventory shows firmware 0x20 for the PPMID

  @target:dcc @req:SMI-06 @must @baseline:2019
  Rule: A supplier corrects an IHD's firmware version

    Scenario: none was recorded
      Given the IHD is recorded with no firmware
      When the import supplier sends SR 8.4 for the IHD with firmware 0x10
      Then the inventory shows firmware 0x10 for the IHD

  @target:dcc @req:SMI-09 @must @policy:hcalcs-route=critical
  Rule: What SR 11.2 reads goes to the inventory

    Scenario: the inventory is wrong
      Given the HCALCS is recorded with firmware 0x20
      When the import supplier sends SR 11.2 for the HCALCS
      Then the DCC answers with firmware 0x10
      And the inventory shows firmware 0x10 for the HCALCS

  @target:dcc @req:OPT-09 @must
  Rule: The inventory holds a device's firmware version

    Scenario: it is there from the start
      When the import supplier sends SR 8.2 for the PPMID
      Then the inventory shows firmware 0x10 for the PPMID
