Feature: The hub reads the firmware version back ten minutes after activation

  Background:
    Given it is 02:00
    And a PPMID running firmware 0x10

  @target:hub @req:RDB-01 @must @baseline:2019 @policy:read-back-delay=PT10M @policy:activation-notice=read-back
  Rule: Not before ten minutes, and then at once
    # The upper edge waits for the profile's tolerance; the lower edge has none.

    Scenario: one second early
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When the clock reaches 03:09:59
      Then the hub has not read the firmware version

    Scenario: ten minutes after
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When the clock reaches 03:10
      Then the hub reads the firmware version of the PPMID

    Scenario: ten minutes after an activation 30 days ahead
      Given the PPMID has downloaded image 0x20, to activate in 30 days
      When 30 days and 10 minutes pass
      Then the hub reads the firmware version of the PPMID

    Scenario: ten minutes after an activation at once
      Given the PPMID has downloaded image 0x20, to activate now
      When 10 minutes pass
      Then the hub reads the firmware version of the PPMID

  @target:hub @req:RDB-02 @contested @baseline:2019 @policy:read-back-delay=PT15M @policy:activation-notice=read-back
  Rule: The delay is a parameter of the hub
    # Contested: Annex A says "[X] minutes", the report 10, geo's paper 15 after the download.

    Scenario: with fifteen minutes, ten are too early
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When the clock reaches 03:14:59
      Then the hub has not read the firmware version

    Scenario: fifteen minutes after
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When the clock reaches 03:15
      Then the hub reads the firmware version of the PPMID

  @target:hub @req:RDB-03 @must @baseline:2019 @policy:activation-notice=read-back
  Rule: What it reads is CurrentFileVersion of the OTA cluster

    Scenario: the attribute that is read
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When the hub reads the firmware version back
      Then the hub reads CurrentFileVersion of the PPMID

  @target:hub @req:RDB-06 @must @baseline:2019 @policy:activation-notice=read-back
  Rule: The hub does not read again by itself

    Scenario: a day after the read-back
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      And the hub has read the firmware version back
      When 1 day passes
      Then the hub has not read the firmware version again

    Scenario: the PPMID that was off when it was read comes back
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      And the PPMID is switched off from 02:55
      And the hub has read the firmware version back
      And the PPMID is switched on
      When 1 day passes
      Then the hub has not read the firmware version again

  @target:hub @req:RDB-06 @must @baseline:2020
  Rule: The hub does not read unless it is told to

    Scenario: a day after an activation
      Given the PPMID has downloaded image 0x20, to activate now
      When 1 day passes
      Then the hub has not read the firmware version

    Scenario: the PPMID that was off when it should activate comes back
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      And the PPMID is switched off from 02:55
      And 2 hours have passed
      And the PPMID is switched on
      When 1 day passes
      Then the hub has not read the firmware version

  @target:hub @req:ALT-09 @contested @baseline:2020 @policy:reporting=off
  Rule: The hub leaves the report of an activation to the PPMID
    # Contested: the report has the hub send it (S002:2879-2885), the page of 2020 the PPMID itself (S004:7). The baseline
    # decides: the hub's report is ALT-04, the PPMID's is DEV-12, and what each of them leaves to the other is this.

    Scenario: a day after an activation
      Given the PPMID has downloaded image 0x20, to activate now
      When 1 day passes
      Then the hub sends no alert 0x8F8B

  @target:hub @req:OTA-13 @must @baseline:2019 @policy:read-back-delay=PT10M @policy:activation-notice=read-back
  Rule: Each device has a reminder of its own

    Scenario: two PPMIDs of one model are both read
      Given a second PPMID of the same model
      And both PPMIDs have downloaded image 0x20, to activate at 03:00
      When the clock reaches 03:10
      Then the hub reads the firmware version of both PPMIDs

    Scenario: two PPMIDs that finish at different times are each read in their time
      Given a second PPMID of the same model
      And the PPMID has downloaded image 0x20, to activate now
      And 5 minutes have passed
      And the second PPMID has downloaded image 0x20, to activate now
      When 10 minutes pass
      Then the hub reads the firmware version of the second PPMID

  @target:hub @req:ALT-04 @must @baseline:2019 @policy:activation-notice=read-back
  Rule: The version read is reported

    Scenario: the update succeeded
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When the hub reads the firmware version back
      Then the DCC receives alert 0x8F8B, firmwareReadSuccess, with firmware 0x20

    Scenario: the PPMID still runs what it ran
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      And the PPMID does not activate
      When the hub reads the firmware version back
      Then the DCC receives alert 0x8F8B, firmwareReadSuccess, with firmware 0x10

  @target:hub @req:ALT-05 @must @baseline:2019 @policy:activation-notice=read-back
  Rule: A device that does not answer is reported as unread

    Scenario: the PPMID does not answer when it is read
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      And the PPMID does not answer reads
      When the hub reads the firmware version back
      Then the DCC receives alert 0x8F8B, firmwareReadFailure, with no firmware

  @target:hub @req:PWR-04 @must @baseline:2019 @policy:read-back-delay=PT10M @policy:activation-notice=read-back
  Rule: A device that is off at the read-back is reported as unread

    Scenario: the PPMID is switched off when it should be read
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      And the PPMID is switched off from 02:55
      When the clock reaches 03:10
      Then the DCC receives alert 0x8F8B, firmwareReadFailure, with no firmware

  @target:hub @req:RDB-05 @must @baseline:2019 @policy:activation-notice=read-back
  Rule: The hub waits 30 seconds for the answer

    Scenario: the answer comes after 29 seconds
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      And the PPMID answers reads after 29 seconds
      When the hub reads the firmware version back
      Then the DCC receives alert 0x8F8B, firmwareReadSuccess, with firmware 0x20

    Scenario: the answer comes too late
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      And the PPMID answers reads after 60 seconds
      When the hub reads the firmware version back
      Then the DCC receives alert 0x8F8B, firmwareReadFailure, with no firmware

    Scenario: the DCC asks what a PPMID is that does not answer
      Given the PPMID does not answer reads
      When the DCC asks the hub what the PPMID is
      Then the hub answers with error values

    Scenario: the DCC asks what a PPMID is that answers after 29 seconds
      Given the PPMID answers reads after 29 seconds
      When the DCC asks the hub what the PPMID is
      Then the hub answers with what the PPMID says of itself

  @target:hub @req:RDB-04 @must @baseline:2019
  Rule: Asked by the DCC, the hub reads what a device is and answers (SR 11.5)
    # The text gives command and response no layout: ours are non-normative (CS08's message code, addressed to the hub).

    Scenario: the PPMID answers
      When the DCC asks the hub what the PPMID is
      Then the hub answers with what the PPMID says of itself

    Scenario: the command has a wrong MAC
      Given the hub has told the DCC what the PPMID is
      When the DCC asks the hub what the PPMID is, with a wrong MAC
      Then the hub does not answer the DCC

    Scenario: the command comes a second time
      Given the hub has told the DCC what the PPMID is
      When the DCC asks the hub what the PPMID is, with the same command as before
      Then the hub does not answer the DCC
