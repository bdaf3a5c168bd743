Feature: An image waits for a device that is off

  Background:
    Given it is 02:00
    And a PPMID running firmware 0x10

  @target:hub @req:PWR-01 @contested @policy:failed-transfer=keep
  Rule: A failed distribution leaves the image on the hub
    # Contested: Appendix 3 discards it once a failure has covered every device (failed-transfer=discard).

    Scenario: the PPMID is switched off half-way and comes back
      Given the PPMID has fetched half of image 0x20
      And the PPMID is switched off
      And 1 hour has passed
      And the PPMID is switched on
      When the PPMID fetches the image
      Then the hub serves the whole image to the PPMID

  @target:hub @req:PWR-02 @must @policy:image-expiry=none
  Rule: A device that comes back months later still gets the pending image

    Scenario Outline: the PPMID was off for <time>
      Given the PPMID is switched off
      And the hub holds image 0x20
      And <time> have passed
      And the PPMID is switched on
      When the PPMID asks for its next image
      Then the hub offers image 0x20

      Examples: a few months, half a year and more
        | time     |
        | 60 days  |
        | 183 days |
        | 365 days |

  @target:hub @req:PWR-03 @must @baseline:2019 @policy:activation-notice=read-back
  Rule: A device that was off at its activation time is not read again

    Scenario: the PPMID comes back an hour after the read-back
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      And the PPMID is switched off from 02:55
      And the hub has read the firmware version back
      And the PPMID is switched on
      When 1 hour passes
      Then the hub has not read the firmware version again
