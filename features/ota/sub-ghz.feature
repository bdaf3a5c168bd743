Feature: A display respects the sub-GHz duty cycle

  Background:
    Given a PPMID running firmware 0x10
    And the PPMID has fetched half of image 0x20

  @target:device @req:SGZ-02 @must @needs:sub-ghz
  Rule: A device that is told to wait asks for no block meanwhile
    # In limited and in critical duty cycle the hub answers every block request by telling the device to wait (SGZ-01).

    Scenario Outline: the HAN is in <state> duty cycle
      Given the HAN is in <state> duty cycle
      When 10 minutes pass
      Then the PPMID asks for no block while it is told to wait

      Examples: in which nothing may be transferred
        | state    |
        | limited  |
        | critical |
