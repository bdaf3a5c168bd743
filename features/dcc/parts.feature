Feature: The DCC carries an upgrade in parts
  Image 0x15 is the first part, image 0x20 the last. Between them the home's supplier may change.

  Background:
    Given an upgrade split into image 0x15 and image 0x20
    And the import supplier sent image 0x15 to the PPMID, to activate now

  @target:dcc @req:DIS-13 @must @policy:image-limit=750000
  Rule: Each part of an upgrade is an image of its own of less than 750 KB

    Scenario: the last part is as large as it may be
      Given 1 hour has passed
      When the import supplier sends image 0x20 of 749999 octets to the PPMID, to activate now
      Then the DCC delivers image 0x20 to the PPMID
      And the delivery has a Manufacturer Image of less than 750 KB

  @target:dcc @req:FRG-01 @must @policy:activation-notice=read-back
  Rule: Two images bring the device from firmware 0x10 to firmware 0x20

    Scenario: a supplier sends one after the other
      Given 1 hour has passed
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then both suppliers receive the third alert for the PPMID with firmware 0x20

  @target:dcc @req:FRG-05 @contested @baseline:2019 @policy:split-image=store-only
  Rule: Only the last part of an upgrade is future-dated
    # Contested: the Working Group's reading activates both parts at the last part's time (FRG-11).

    Scenario: the last part is on its way, and the old firmware runs
      Given 1 hour has passed
      When the import supplier sends image 0x20 to the PPMID, to activate in 2 days
      Then the gas supplier receives the first alert about image 0x20 for the PPMID
      And the inventory shows firmware 0x10 for the PPMID

  @target:dcc @req:FRG-07 @must @baseline:2019
  Rule: The alert after the first part says that the device has it, and runs what it ran

    @policy:activation-notice=read-back
    Scenario: the first part is stored
      When 1 hour passes
      Then both suppliers receive the third alert for the PPMID with firmware 0x10
      And the inventory shows firmware 0x10 for the PPMID

  @target:dcc @req:FRG-08 @must @baseline:2019
  Rule: Without an alert after the first part, it can be sent again

    Scenario: the alert does not come
      Given the hub keeps what it reads to itself
      And 1 hour has passed
      When the import supplier sends image 0x15 to the PPMID, to activate now
      Then the DCC delivers image 0x15 to the PPMID

  @target:dcc @req:FRG-10 @must @baseline:2019
  Rule: Without an alert after the last part, it alone can be sent again

    Scenario: the alert does not come
      Given 1 hour has passed
      And the hub keeps what it reads to itself
      And the PPMID has activated image 0x20
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC delivers image 0x20 to the PPMID

  @target:dcc @req:FRG-13 @must
  Rule: After a change of supplier half-way the gaining supplier may do nothing
    # Who was recorded when the part was sent hears of it (S002:2741-2745, 2885-2887), whoever supplies the home by then.

    @policy:activation-notice=read-back @policy:reporting=off
    Scenario: the device stays as it is
      When the gaining supplier takes over the supply of electricity
      Then both suppliers receive the third alert for the PPMID with firmware 0x10
      And the gaining supplier receives no alert for 1 day
      And the inventory shows firmware 0x10 for the PPMID

  @target:dcc @req:FRG-14 @must
  Rule: After a change of supplier half-way the gaining supplier may complete the upgrade

    @policy:activation-notice=read-back
    Scenario: with the last part
      Given 1 hour has passed
      And the gaining supplier took over the supply of electricity
      When the gaining supplier sends image 0x20 to the PPMID, to activate now
      Then the gas supplier and the gaining supplier receive the third alert for the PPMID with firmware 0x20
      And the import supplier receives no alert for 1 hour

  @target:dcc @req:FRG-15 @must
  Rule: After a change of supplier half-way the gaining supplier may send another update

    @policy:activation-notice=read-back
    Scenario: it replaces the part
      Given 1 hour has passed
      And the gaining supplier took over the supply of gas
      When the gaining supplier sends image 0x30 to the PPMID, to activate now
      Then the import supplier and the gaining supplier receive the third alert for the PPMID with firmware 0x30
      And the gas supplier receives no alert for 1 hour

  @target:dcc @req:NOT-10 @contested @baseline:2019 @policy:activation-notice=read-back
  Rule: One alert says what runs, after a first part as after the last
    # Contested: the impact assessment has the device publish 'downloaded' and 'upgraded' (activation-notice=device-event), in
    # messages that no text defines.

    Scenario: the last part is activated
      Given 1 hour has passed
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then both suppliers receive the third alert for the PPMID with firmware 0x10
      And both suppliers receive the third alert for the PPMID with firmware 0x20
