Feature: The hub reports the firmware that devices name in their queries
  Proposed by geo (S000:36-88) and not adopted: off unless reporting=query-next-image selects it. The text names no message
  for it; ours is the read alert's, non-normative.

  Background:
    Given it is 02:00
    And a PPMID running firmware 0x10

  @target:hub @req:GEO-01 @variant @policy:reporting=query-next-image
  Rule: The version of a query is reported to the DCC

    Scenario: the PPMID asks for the first time
      When the PPMID asks for its next image
      Then the DCC receives alert 0x8F8B, firmwareReadSuccess, with firmware 0x10

  @target:hub @req:GEO-04 @variant @policy:reporting=query-next-image
  Rule: A version is reported when it has changed

    Scenario: the PPMID asks again
      Given the PPMID asks for its next image
      And 1 minute has passed
      When the PPMID asks for its next image
      Then the DCC has received no further alert

    Scenario: the PPMID runs something else when it asks again
      Given the PPMID asks for its next image
      And 1 minute has passed
      When the PPMID asks for its next image, running firmware 0x20
      Then the DCC receives alert 0x8F8B, firmwareReadSuccess, with firmware 0x20

  @target:hub @req:GEO-05 @variant @policy:reporting=query-next-image
  Rule: Devices that ask every day raise no storm of alerts

    Scenario: the PPMID asks for its image every day
      Given the PPMID asks for its next image
      And 1 minute has passed
      When the PPMID asks for its next image once a day for 30 days
      Then the DCC has received no further alert
