Feature: A display respects the sub-GHz duty cycle

  @target:device @req:SGZ-02 @must @needs:sub-ghz
  Rule: A device that is told to wait asks for no block meanwhile

    Scenario: the hub is in critical duty cycle
      Given a PPMID running firmware 0x10
      And the hub tells the device to wait for 10 minutes
      When image 0x20 is delivered, to activate now
      Then the PPMID asks for no block while it is told to wait
