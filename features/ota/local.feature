Feature: What a display does beside the updates that the hub brings

  Background:
    Given it is 02:00
    And a PPMID running firmware 0x10

  @target:device @req:SCO-05 @must
  Rule: A display can be updated, and updated again

    Scenario: the second update
      Given the PPMID has activated image 0x20
      When the PPMID downloads image 0x30, to activate now
      Then the PPMID is running firmware 0x30

  @target:device @req:CPL-14 @must
  Rule: A display whose firmware is suspended goes on working
    # A suspension is the DCC's matter and reaches no device: what a device sees of it is that no update comes.
    # Nothing is suspended here; what the DCC makes of a suspended device is for the rows of the DCC.

    Scenario: no update comes for 90 days
      When 90 days pass
      Then the PPMID is still running firmware 0x10

  @target:device @req:LOC-01 @contested @policy:local-update=report
  Rule: A local update is seen and reported, never failed
    # Contested: Annex A bans local updates (2509), which binds parties; deployed devices keep the capability (7581-7589).

    Scenario: the display says what it runs
      When the PPMID is updated locally to firmware 0x20
      Then the PPMID is running firmware 0x20

  @target:device @req:LOC-01 @contested @policy:local-update=ban
  Rule: A display takes no local update
    # Contested: the ban as something that the device itself sees to. The default is the rule before this one.

    Scenario: somebody tries to update the display locally
      When the PPMID is updated locally to firmware 0x20
      Then the PPMID is running firmware 0x10

  @target:device @req:GEO-02 @variant @policy:reporting=query-next-image
  Rule: A display asks for its next image on power-up
    # Variant: geo's option 1, rejected.

    Scenario: power comes back
      Given the PPMID is switched off
      And 1 hour has passed
      When the PPMID is switched on
      Then the PPMID asks for its next image by itself

  @target:device @req:GEO-03 @variant @policy:reporting=query-next-image
  Rule: A display asks by itself no more often than once every 24 hours
    # Variant: geo's option 1, rejected.

    Scenario: two days after power-up
      Given the PPMID is switched off
      And 1 hour has passed
      And the PPMID is switched on
      When 49 hours pass
      Then the PPMID asks by itself at most once in 24 hours
