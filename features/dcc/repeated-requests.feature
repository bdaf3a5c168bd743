Feature: A supplier asks for the same update again

  @target:dcc @req:SUP-07 @must
  Rule: Whoever waits in vain for an alert may send the same request again

    Scenario: the device is off
      Given the PPMID is off
      And the import supplier sent image 0x20 to the PPMID, to activate now
      And 1 hour has passed
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC delivers image 0x20 to the PPMID
