Feature: A display tells the DCC what it runs
  The baselines differ in who tells: in 2019 the hub reads the version and reports it, in 2020 the PPMID sends an alert itself.

  Background:
    Given it is 02:00
    And a PPMID running firmware 0x10

  @target:device @req:DEV-12 @must @baseline:2020 @device:PPMID @policy:reporting=off
  Rule: The PPMID itself sends the activation notification

    Scenario: after an activation at once
      When the PPMID downloads image 0x20, to activate now
      Then the PPMID sends alert 0x8F8B, activationSuccess, with firmware 0x20

    Scenario: at the activation time
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When the clock reaches 03:00
      Then the PPMID sends alert 0x8F8B, activationSuccess, with firmware 0x20

    Scenario: after a second update
      Given the PPMID has activated image 0x20
      When the PPMID downloads image 0x30, to activate now
      Then the PPMID sends alert 0x8F8B, activationSuccess, with firmware 0x30

    Scenario: the image does not start
      When the hub delivers image 0x20, unable to start
      Then the PPMID sends alert 0x8F8B, activationFailure, with firmware 0x10

  @target:device @req:SCO-11 @must @baseline:2019 @policy:reporting=off
  Rule: The update needs no GBCS message to or from the display

    Scenario: a whole update
      When the PPMID downloads image 0x20, to activate now
      Then the PPMID sends no GBCS message

  @target:device @req:ALT-09 @contested @baseline:2019 @policy:reporting=off
  Rule: The display leaves the report of its activation to the hub
    # Contested: so the report has it (S002:2879-2885); under 2020 the PPMID sends the report itself (DEV-12).

    Scenario: at the activation time
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When the clock reaches 03:00
      Then the PPMID sends no GBCS message

  @target:device @req:OPT-06 @variant @device:PPMID
  Rule: A PPMID follows no command to activate
    # Variant: the first option of 2015 (S001:300-322), rejected: a non-critical command, with the Access Control Broker's MAC and
    # no supplier's signature. No policy selects it: a display activates at the time that the hub gives it (DEV-08).

    Scenario: the image waits for the hub
      Given the PPMID has downloaded image 0x20, to wait for the hub
      And 1 minute has passed
      When the supplier orders the PPMID to activate image 0x20, without a signature
      Then the PPMID is running firmware 0x10

  @target:device @req:RDB-07 @must @baseline:2020 @device:PPMID
  Rule: The DCC can read the firmware version of the PPMID at any time

    Scenario: the PPMID before any update
      When the DCC reads the firmware version of the PPMID
      Then the PPMID answers with firmware 0x10

    Scenario: the PPMID after an update
      Given the PPMID has activated image 0x20
      When the DCC reads the firmware version of the PPMID
      Then the PPMID answers with firmware 0x20

  @target:device @req:LOC-03 @must @baseline:2020 @device:PPMID @policy:local-update=report
  Rule: After a local update the DCC reads what the PPMID really runs

    Scenario: the inventory can be put right
      Given the PPMID is updated locally to firmware 0x20
      And 10 minutes have passed
      When the DCC reads the firmware version of the PPMID
      Then the PPMID answers with firmware 0x20

  @target:device @req:GEO-06 @variant @device:PPMID @policy:reporting=firmware-changed-alert
  Rule: The PPMID sends an alert after any upgrade
    # Variant: geo's option 2, rejected. It has no code of its own in the paper; it is carried as the activation alert of 2020.

    Scenario: an upgrade over the air
      When the PPMID downloads image 0x20, to activate now
      Then the PPMID sends alert 0x8F8B, activationSuccess, with firmware 0x20

    @policy:local-update=report
    Scenario: a local upgrade
      When the PPMID is updated locally to firmware 0x20
      Then the PPMID sends alert 0x8F8B, activationSuccess, with firmware 0x20

  @target:device @req:GEO-08 @variant @device:PPMID @policy:reporting=firmware-changed-alert @policy:local-update=report
  Rule: The PPMID remembers a change until its alert is sent
    # Variant: geo's option 2, rejected.

    Scenario: power goes before the alert
      Given it is 03:00
      And the PPMID is updated locally to firmware 0x20
      When its power is cut for 1 hour at 03:00:10
      Then the PPMID sends alert 0x8F8B, activationSuccess, with firmware 0x20

  @target:device @req:GEO-09 @variant @baseline:2019 @device:IHD @policy:reporting=firmware-changed-alert
  Rule: A device without certificates sends no alert
    # Variant: geo's option 2, rejected; an IHD has no certificates to alert the DCC with.

    # "The PPMID" is the display that the profile declares, an IHD here.
    Scenario: the IHD is updated
      When the PPMID downloads image 0x20, to activate now
      Then the PPMID sends no GBCS message
