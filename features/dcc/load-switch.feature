Feature: A load switch is updated as meters are
  The image goes by SR 11.1; SR 11.3 is transformed by the DCC, signed by the supplier and sent.

  @target:dcc @req:HCA-01 @must @policy:hcalcs-route=critical
  Rule: SR 11.1, 11.2 and 11.3 are for load switches, too

    Scenario: the image is distributed
      When the import supplier sends image 0x20 to the HCALCS, by SR 11.1
      Then the DCC accepts the request for all devices
      And the import supplier receives alert 0x8F72 of the HCALCS

    Scenario: the version is read
      When the import supplier sends SR 11.2 for the HCALCS
      Then the DCC answers with firmware 0x10

    Scenario: the image is activated, down to the inventory
      Given the import supplier sent image 0x20 to the HCALCS, by SR 11.1
      And 1 hour has passed
      When the import supplier sends SR 11.3 for the HCALCS with image 0x20, to activate now
      Then the DCC answers with firmware 0x20
      And the inventory shows firmware 0x20 for the HCALCS

  @target:dcc @req:HCA-11 @contested @policy:hcalcs-route=critical
  Rule: Who is responsible for a load switch
    # Contested: the Import Supplier only (PIA, S002:3477), or Import and Gas Suppliers (Annex B, 4.2). Under the first the Gas
    # Supplier is told nothing; that it may not send either is nowhere said, and check 4d admits whoever supplies a meter.

    @policy:hcalcs-suppliers=import-only
    Scenario: the gas supplier hears of no update
      When the import supplier sends image 0x20 to the HCALCS, by SR 11.1
      Then the import supplier receives the second alert about image 0x20 for the HCALCS, fileTransferSuccess
      And the gas supplier receives no alert for 1 hour

    @policy:hcalcs-suppliers=import-and-gas
    Scenario: the gas supplier may send one
      When the gas supplier sends image 0x20 to the HCALCS, by SR 11.1
      Then the DCC accepts the request for all devices

  @target:dcc @req:HCA-15 @contested @policy:in-flight=reject @policy:hcalcs-route=critical
  Rule: A load switch with an update in progress takes no other

    Scenario: a second image is sent within seconds
      Given the import supplier sent image 0x20 to the HCALCS, by SR 11.1
      When the import supplier sends image 0x30 to the HCALCS, by SR 11.1
      Then the DCC rejects the HCALCS because another firmware request is in progress
