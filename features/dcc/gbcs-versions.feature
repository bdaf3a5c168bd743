Feature: The DCC knows by its firmware whether a device can be updated
  Whether it can depends on the GBCS version that it was built to; a firmware version stands for one on the Central Products List.

  @target:dcc @req:SMI-08 @must @baseline:2019
  Rule: An IHD's firmware version stands for a GBCS version

    Scenario: a later one is recorded
      Given the IHD is of GBCS version 3.2
      And the import supplier sent SR 8.4 for the IHD with firmware 0x20
      When the import supplier sends image 0x30 to the IHD, to activate now
      Then the DCC accepts the request for all devices

    Scenario: an earlier one is recorded
      Given the CPL has the IHD's firmware 0x20 of GBCS version 3.2
      And the import supplier sent SR 8.4 for the IHD with firmware 0x20
      When the import supplier sends image 0x30 to the IHD, to activate now
      Then the DCC rejects the IHD because the device's GBCS version knows no firmware update
