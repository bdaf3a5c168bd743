Feature: What a local update leaves wrong in the inventory is put right
  A local update does not pass through the DCC: the inventory goes on saying what the device ran before.

  @target:dcc @req:LOC-03 @must
  Rule: SR 11.2 or the next update over the air puts the inventory right

    @baseline:2020
    Scenario: a supplier reads what the device runs
      Given the PPMID is updated locally to firmware 0x20
      And 10 minutes have passed
      When the import supplier sends SR 11.2 for the PPMID
      Then the DCC answers with firmware 0x20
      And the inventory shows firmware 0x20 for the PPMID

    @baseline:2020
    Scenario: what the device runs is on no list
      Given the CPL lacks image 0x30
      And the PPMID is updated locally to firmware 0x30
      And 10 minutes have passed
      When the import supplier sends SR 11.2 for the PPMID
      Then the inventory shows firmware 0x30 for the PPMID

    @policy:activation-notice=read-back
    Scenario: the device is updated over the air
      Given the PPMID is updated locally to firmware 0x20
      And 10 minutes have passed
      When the import supplier sends image 0x30 to the PPMID, to activate now
      Then both suppliers receive the third alert for the PPMID with firmware 0x30
      And the inventory shows firmware 0x30 for the PPMID
