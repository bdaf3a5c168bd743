Feature: Two suppliers, and a third that takes over
  A home has an Import Supplier and a Gas Supplier; either may change at any time.

  @target:dcc @req:DUA-01 @must
  Rule: Either Responsible Supplier may update the home's PPMID

    Scenario Outline: the <supplier> supplier does
      When the <supplier> supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC accepts the request for all devices
      And the DCC delivers image 0x20 to the PPMID

      Examples: both of them
        | supplier |
        | import   |
        | gas      |

    @policy:in-flight=throttle @policy:activation-notice=read-back
    Scenario: both do, within seconds
      Given the import supplier sent image 0x20 to the PPMID, to activate now
      When the gas supplier sends image 0x30 to the PPMID, to activate now
      Then the DCC delivers image 0x30 to the PPMID once the hub has reported on the PPMID
      And both suppliers receive the third alert for the PPMID with firmware 0x30
      And the inventory shows firmware 0x30 for the PPMID

  @target:dcc @req:DUA-04 @must @policy:in-flight=throttle @policy:overwrite=annex-a
  Rule: A supplier whose image is replaced by another's hears of it

    Scenario: the device was off
      Given the PPMID is off
      And the import supplier sent image 0x20 to the PPMID, to activate now
      When the gas supplier sends image 0x30 to the PPMID, to activate now
      Then the DCC delivers image 0x30 to the PPMID after 30 minutes
      And both suppliers receive the second alert about image 0x20 for the PPMID, imageDiscarded

  @target:dcc @req:FRG-05 @contested @baseline:2019 @policy:split-image=store-only
  Rule: Only the last part of an upgrade is future-dated
    # Contested: the Working Group's reading activates both parts at the last part's time (FRG-11).

    Scenario: the last part is on its way, and the old firmware runs
      Given an upgrade split into image 0x15 and image 0x20
      And the import supplier sent image 0x15 to the PPMID, to activate now
      And 1 hour has passed
      When the import supplier sends image 0x20 to the PPMID, to activate in 2 days
      Then the gas supplier receives the first alert about image 0x20 for the PPMID

  @target:dcc @req:FRG-07 @must @baseline:2019
  Rule: The alert after the first part says that the device has it, and runs what it ran

    @policy:activation-notice=read-back
    Scenario: the first part is stored
      Given an upgrade split into image 0x15 and image 0x20
      When the import supplier sends image 0x15 to the PPMID, to activate now
      Then both suppliers receive the third alert for the PPMID with firmware 0x10
      And the inventory shows firmware 0x10 for the PPMID

  @target:dcc @req:FRG-08 @must @baseline:2019
  Rule: Without an alert after the first part, it can be sent again

    Scenario: the device's version could not be read
      Given an upgrade split into image 0x15 and image 0x20
      And the PPMID does not answer reads
      And the import supplier sent image 0x15 to the PPMID, to activate now
      And 1 hour has passed
      When the import supplier sends image 0x15 to the PPMID, to activate now
      Then the DCC delivers image 0x15 to the PPMID

  @target:dcc @req:FRG-10 @must @baseline:2019
  Rule: Without an alert after the last part, it alone can be sent again

    Scenario: the device's version could not be read
      Given an upgrade split into image 0x15 and image 0x20
      And the PPMID does not answer reads
      And the import supplier sent image 0x20 to the PPMID, to activate now
      And 1 hour has passed
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC delivers image 0x20 to the PPMID

  @target:dcc @req:FRG-13 @must
  Rule: After a change of supplier half-way the gaining supplier may do nothing

    Scenario: the device stays as it is
      Given an upgrade split into image 0x15 and image 0x20
      And the import supplier sent image 0x15 to the PPMID, to activate now
      And 1 hour has passed
      When the gaining supplier takes over the supply of electricity
      Then the gaining supplier receives no alert for 1 hour
      And the inventory shows firmware 0x10 for the PPMID

  @target:dcc @req:FRG-14 @must
  Rule: After a change of supplier half-way the gaining supplier may complete the upgrade

    @policy:activation-notice=read-back
    Scenario: with the last part
      Given an upgrade split into image 0x15 and image 0x20
      And the import supplier sent image 0x15 to the PPMID, to activate now
      And the gaining supplier took over the supply of electricity
      And 1 hour has passed
      When the gaining supplier sends image 0x20 to the PPMID, to activate now
      Then the gas supplier and the gaining supplier receive the third alert for the PPMID with firmware 0x20
      And the inventory shows firmware 0x20 for the PPMID

  @target:dcc @req:FRG-15 @must
  Rule: After a change of supplier half-way the gaining supplier may send another update

    @policy:activation-notice=read-back
    Scenario: it replaces the part
      Given an upgrade split into image 0x15 and image 0x20
      And the import supplier sent image 0x15 to the PPMID, to activate now
      And the gaining supplier took over the supply of gas
      And 1 hour has passed
      When the gaining supplier sends image 0x30 to the PPMID, to activate now
      Then the import supplier and the gaining supplier receive the third alert for the PPMID with firmware 0x30
      And the gas supplier receives no alert for 1 hour
      And the inventory shows firmware 0x30 for the PPMID
