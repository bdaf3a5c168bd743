Feature: An upgrade of two images goes from a supplier to the device
  Image 0x15 is the first part and image 0x20 the last; to the DCC each is an image of its own.

  @target:dcc @req:FRG-01 @must @policy:activation-notice=read-back
  Rule: Two images bring the device from firmware 0x10 to firmware 0x20

    Scenario: a supplier sends one after the other
      Given an upgrade split into image 0x15 and image 0x20
      And the import supplier sent image 0x15 to the PPMID, to activate now
      And 1 hour has passed
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then both suppliers receive the third alert for the PPMID with firmware 0x20

  @target:dcc @req:CPL-10 @must
  Rule: Each part has a hash of its own

    Scenario Outline: the <which> part is not listed
      Given an upgrade split into image 0x15 and image 0x20
      And the CPL lacks image <part>
      When the import supplier sends image <part> to the PPMID, to activate now
      Then the DCC refuses the request

      Examples: beside the other that is
        | which | part |
        | first | 0x15 |
        | last  | 0x20 |
