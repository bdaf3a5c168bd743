Feature: Which devices the modification is about

  @target:dcc @req:SCO-01 @contested
  Rule: Whether IHDs are updated
    # Contested: the report of 2019 includes them, what was approved in 2020 does not.

    @baseline:2019
    Scenario: they are
      When the gas supplier sends image 0x20 to the IHD, to activate now
      Then the DCC accepts the request for all devices

    @baseline:2020
    Scenario: they are not
      When the gas supplier sends image 0x20 to the PPMID and the IHD, to activate now
      Then the DCC rejects the IHD because the device is of a type that the request is not for

  @target:dcc @req:SCO-02 @must
  Rule: CAD devices are not updated

    Scenario: a CAD is named beside a PPMID
      When the import supplier sends image 0x20 to the PPMID and the CAD, to activate now
      Then the DCC rejects the CAD because the device is of a type that the request is not for

  @target:dcc @req:SCO-11 @must @baseline:2019 @policy:activation-notice=read-back
  Rule: The update of a display needs no GBCS message to it

    Scenario: from the request to the new firmware
      When the gas supplier sends image 0x20 to the PPMID, to activate now
      Then both suppliers receive the third alert for the PPMID with firmware 0x20
      And the DCC sends no command to the PPMID for 1 hour
