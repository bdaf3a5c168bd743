Feature: What the DCC looks at in an image

  @target:dcc @req:CPL-01 @must
  Rule: An entry lists an image by its hash

    Scenario: the entry for the version carries no hash
      Given the CPL has image 0x20 without its hash
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC refuses the request

    Scenario: the hash has been added
      Given the CPL has image 0x20 without its hash
      And the CPL has image 0x20 with its hash again
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC accepts the request for all devices

  @target:dcc @req:DSP-12 @must
  Rule: No manufacturer's signature is checked

    Scenario: the image is listed, and is not as its manufacturer signed it
      Given the CPL has image 0x20 with one bit changed
      When the import supplier sends image 0x20 with one bit changed to the PPMID, to activate now
      Then the DCC accepts the request for all devices

  @target:dcc @req:SR-04 @must @baseline:2019
  Rule: Without an activation date-time an image is to be activated at once

    Scenario: suppliers are told of no later time
      When the import supplier sends image 0x20 with no activation date-time to the PPMID, to activate now
      Then the gas supplier receives the first alert about image 0x20 for the PPMID

    @policy:activation-notice=read-back
    Scenario: the device runs it
      When the import supplier sends image 0x20 with no activation date-time to the PPMID, to activate now
      Then both suppliers receive the third alert for the PPMID with firmware 0x20
