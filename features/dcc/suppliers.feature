Feature: Two suppliers update one home
  A home has an Import Supplier and a Gas Supplier.

  @target:dcc @req:DUA-01 @must
  Rule: Either Responsible Supplier may update the home's PPMID
    # That the import supplier may, nearly all scenarios about the DCC show.

    Scenario: the gas supplier does
      When the gas supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC accepts the request for all devices
      And the DCC delivers image 0x20 to the PPMID

    @policy:in-flight=throttle @policy:activation-notice=read-back
    Scenario: both do, within seconds
      Given the import supplier sent image 0x20 to the PPMID, to activate now
      When the gas supplier sends image 0x30 to the PPMID, to activate now
      Then the DCC delivers image 0x30 to the PPMID once the hub has reported on the PPMID
      And both suppliers receive the third alert for the PPMID with firmware 0x30
      And the inventory shows firmware 0x30 for the PPMID

  @target:dcc @req:DUA-04 @must @policy:in-flight=throttle @policy:overwrite=annex-a
  Rule: A supplier whose image is replaced by another's hears of it

    Scenario: the device was off
      Given the PPMID is off
      And the import supplier sent image 0x20 to the PPMID, to activate now
      When the gas supplier sends image 0x30 to the PPMID, to activate now
      Then the DCC delivers image 0x30 to the PPMID after 30 minutes
      And both suppliers receive the second alert about image 0x20 for the PPMID, imageDiscarded
