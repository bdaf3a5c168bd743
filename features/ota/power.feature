Feature: A display survives the loss of its power

  Background:
    Given it is 02:00
    And a PPMID running firmware 0x10

  @target:device @req:PWR-05 @must
  Rule: Power lost during the download leaves the old firmware running

    Scenario: the PPMID is switched on again
      Given the PPMID has fetched half of image 0x20
      And the PPMID is switched off
      And 1 hour has passed
      When the PPMID is switched on
      Then the PPMID is still running firmware 0x10

    Scenario: the image is fetched afterwards, resumed or from the start
      Given the PPMID has fetched half of image 0x20
      And the PPMID is switched off
      And 1 hour has passed
      And the PPMID is switched on
      When image 0x20 is delivered, to activate now
      Then the PPMID has fetched every octet of image 0x20

    Scenario: another image has taken the place of the first meanwhile
      Given the PPMID has fetched half of image 0x20
      And the PPMID is switched off
      And 1 hour has passed
      And the PPMID is switched on
      When image 0x30 is delivered, to activate now
      Then the PPMID has fetched every octet of image 0x30

  @target:device @req:PWR-06 @must
  Rule: Power lost during the activation does not kill the device

    Scenario Outline: power goes <moment> after the activation begins
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When its power is cut for 1 minute at <clock>
      Then the PPMID is running firmware 0x10 or 0x20

      Examples:
        | moment    | clock    |
        | at once   | 03:00:00 |
        | a second  | 03:00:01 |
        | a minute  | 03:01:00 |

  @target:device @req:PWR-03 @must
  Rule: A device that was off at its activation time runs the old firmware or activates when it is on again

    Scenario: the PPMID is off at the activation time
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When its power is cut for 1 hour at 02:30
      Then the PPMID is running firmware 0x10 or 0x20
