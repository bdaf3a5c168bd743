Feature: An update goes from a supplier to the device, and its news back to all suppliers
  "First", "second" and "third alert" are the DCC's: an update has been requested, its transfer has ended, the device runs this.

  @target:dcc @req:DSP-11 @must
  Rule: Devices that pass are updated, whatever becomes of the others

    @policy:activation-notice=read-back
    Scenario: of three devices one is rejected
      When the import supplier sends image 0x20 to the PPMID, the second PPMID and an unknown device, to activate now
      Then the DCC rejects an unknown device because the device is not in the Smart Metering Inventory
      And the DCC delivers image 0x20 to the PPMID and the second PPMID
      And both suppliers receive the third alert for the PPMID with firmware 0x20
      And the inventory shows firmware 0x20 for the PPMID

  @target:dcc @req:SR-10 @must @baseline:2020
  Rule: The approved solution has no SR 11.5

    Scenario: it is refused
      When the import supplier sends SR 11.5 for the PPMID
      Then the DCC refuses the request
