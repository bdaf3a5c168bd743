Feature: An upgrade of 750 KB or more travels as two images
  Image 0x15 is only stored. Image 0x20 completes it, and is what the device then runs.

  Background:
    Given a PPMID running firmware 0x10
    And an upgrade split into image 0x15 and image 0x20

  @target:hub @req:FRG-06 @must @baseline:2019 @policy:read-back-delay=PT10M @policy:activation-notice=read-back
  Rule: After the first part the hub reports what the device still runs

    Scenario: the read-back shows the old firmware
      Given the PPMID has downloaded image 0x15, to activate now
      When 10 minutes pass
      Then the DCC receives alert 0x8F8B, firmwareReadSuccess, with firmware 0x10

  @target:hub @req:FRG-09 @must @baseline:2019 @policy:read-back-delay=PT10M @policy:activation-notice=read-back
  Rule: After the last part the hub reports the new firmware

    Scenario: the read-back shows the new firmware
      Given the PPMID has activated image 0x15
      And the PPMID has downloaded image 0x20, to activate now
      When 10 minutes pass
      Then the DCC receives alert 0x8F8B, firmwareReadSuccess, with firmware 0x20

    Scenario: the last part is activated a day later
      Given the PPMID has activated image 0x15
      And the PPMID has downloaded image 0x20, to activate in 1 day
      When 1 day and 10 minutes pass
      Then the DCC receives alert 0x8F8B, firmwareReadSuccess, with firmware 0x20

  @target:device @req:FRG-02 @must @needs:split-images
  Rule: Activating the first part only stores it

    Scenario: the device still runs the old firmware
      When the PPMID downloads image 0x15, to activate now
      Then the PPMID is running firmware 0x10

    Scenario: it does not run the part an hour later either
      Given the PPMID has downloaded image 0x15, to activate now
      When 1 hour passes
      Then the PPMID is running firmware 0x10

  @target:device @req:FRG-03 @must @needs:split-images
  Rule: The last part completes the first

    Scenario: both parts in order
      Given the PPMID has activated image 0x15
      When the PPMID downloads image 0x20, to activate now
      Then the PPMID is running firmware 0x20

    Scenario: the last part is to be activated a week later
      Given the PPMID has activated image 0x15
      And the PPMID has downloaded image 0x20, to activate in 7 days
      When 7 days pass
      Then the PPMID is running firmware 0x20

  @target:device @req:FRG-04 @must @needs:split-images
  Rule: The last part alone changes nothing

    Scenario: the first part never came
      When image 0x20 is delivered, to activate now
      Then the PPMID is running firmware 0x10

  @target:device @req:FRG-12 @must @needs:split-images
  Rule: The parts are put together in the required order only

    Scenario: the parts come in the wrong order
      Given image 0x20 was delivered, to activate now
      When image 0x15 is delivered, to activate now
      Then the PPMID is running firmware 0x10

  @target:device @req:FRG-13 @must @needs:split-images
  Rule: A device whose last part never comes stays as it is

    Scenario: the gaining supplier does nothing for 30 days
      Given the PPMID has activated image 0x15
      When 30 days pass
      Then the PPMID is running firmware 0x10

  @target:device @req:FRG-14 @must @needs:split-images
  Rule: The gaining supplier may complete the upgrade

    Scenario: the last part comes 30 days after the first
      Given the PPMID has activated image 0x15
      And 30 days have passed
      When the PPMID downloads image 0x20, to activate now
      Then the PPMID is running firmware 0x20

  @target:device @req:FRG-15 @must @needs:split-images
  Rule: The gaining supplier may overwrite the upgrade with another

    Scenario: another update comes after the first part
      Given the PPMID has activated image 0x15
      When the PPMID downloads image 0x30, to activate now
      Then the PPMID is running firmware 0x30

  @target:device @req:FRG-11 @contested @baseline:2019 @policy:split-image=together @needs:split-images
  Rule: Both parts become active at the time of the last
    # Contested: the DCC told the Working Group that both parts activate at the second command's time (S002:1351-1359).

    Scenario: nothing changes before the last part's time
      Given the PPMID has downloaded image 0x15, to activate now
      And the PPMID has downloaded image 0x20, to activate in 1 day
      When 23 hours pass
      Then the PPMID is still running firmware 0x10

    Scenario: the upgrade is complete at the last part's time
      Given the PPMID has downloaded image 0x15, to activate now
      And the PPMID has downloaded image 0x20, to activate in 1 day
      When 1 day passes
      Then the PPMID is running firmware 0x20
