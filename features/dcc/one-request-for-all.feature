Feature: Whether SR 11.1 is for displays, too

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
