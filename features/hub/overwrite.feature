Feature: A full hub decides which image survives
  "Started" means that the hub has served at least one block of the held image.

  @target:hub @req:BUF-01 @must @policy:memory-blocks=both
  Rule: The hub has room for two images of 750 KB

    Scenario: two images of the greatest size are held together
      Given the hub holds a PPMID image of 750000 octets
      When an ESME image of 750000 octets arrives
      Then the PPMID image is held and the ESME image is held

  @target:hub @req:BUF-03 @must @policy:memory-blocks=both
  Rule: A display's image uses the meters' blocks

    @baseline:2019
    Scenario: an IHD's image is stored beside a PPMID's
      Given the hub holds a PPMID image, not started
      When an IHD image arrives
      Then the PPMID image is held and the IHD image is held

    Scenario: the images of both meters leave no room for others
      Given the hub holds a PPMID image, not started
      And the hub holds an HCALCS image, not started
      And an ESME image arrives
      When a GSME image arrives
      Then the PPMID image is gone and the HCALCS image is gone

  @target:hub @req:BUF-05 @must
  Rule: A meter's image replaces that of a display or a switch which nobody is fetching

    Scenario Outline: a full hub holding a <held> image receives an <arriving> image
      Given a full hub with a <held> image, not started
      When an <arriving> image arrives
      Then the <held> image is gone and the <arriving> image is held

      Examples:
        | held   | arriving |
        | PPMID  | ESME     |
        | HCALCS | GSME     |

    @policy:memory-blocks=both
    Scenario: with room left, the held image stays
      Given the hub holds a PPMID image, not started
      When an ESME image arrives
      Then the PPMID image is held and the ESME image is held

  @target:hub @req:BUF-13 @contested @policy:overwrite=annex-a
  Rule: A meter's image replaces one that is being fetched, too
    # Contested: Annex A 2.5 and clarification C_8 purge it at once; MP07-AT-12 lets the transfer end first (BUF-12).

    Scenario: half of the held image has been fetched
      Given a full hub with a PPMID image, started
      When an ESME image arrives
      Then the PPMID image is gone and the ESME image is held

  @target:hub @req:BUF-06 @contested @policy:overwrite=annex-a
  Rule: Between displays and switches, the newest wins
    # Contested: Annex A 2.5 lets an image "in process" be overwritten; the Working Group lets a started
    # image yield only to a meter (see BUF-07 under overwrite=working-group).

    Scenario: a second model's image, no room left
      Given a full hub with a PPMID image, started
      When an HCALCS image arrives
      Then the PPMID image is gone and the HCALCS image is held

    Scenario: another image for the same model, although there is room
      Given the hub holds a PPMID image, started
      When another PPMID image arrives
      Then the older PPMID image is gone and the newer PPMID image is held

    @policy:memory-blocks=both
    Scenario: a second model's image, room left
      Given the hub holds a PPMID image, started
      When an HCALCS image arrives
      Then the PPMID image is held and the HCALCS image is held

  @target:hub @req:BUF-07 @contested @policy:overwrite=working-group
  Rule: Once fetching has started only a meter's image replaces it
    # The Working Group's reading (S002:1562-1570); Annex A, the default, is BUF-06.

    Scenario: nobody has fetched it: the newest wins
      Given a full hub with a PPMID image, not started
      When an HCALCS image arrives
      Then the PPMID image is gone and the HCALCS image is held

    Scenario: fetching has started: the newcomer is refused
      Given a full hub with a PPMID image, started
      When an HCALCS image arrives
      Then the PPMID image is held and the HCALCS image is refused

    Scenario: fetching has started: a meter's image replaces it all the same
      Given a full hub with a PPMID image, started
      When an ESME image arrives
      Then the PPMID image is gone and the ESME image is held

  @target:hub @req:BUF-09 @contested @policy:overwrite=pia
  Rule: An image that nobody has tried to fetch may be replaced
    # MP07-AT-12 rule 2, accepted by SECAS; the default is Annex A.

    Scenario: a switch's image comes while nobody has asked for the display's
      Given a full hub with a PPMID image, not started
      When an HCALCS image arrives
      Then the PPMID image is gone and the HCALCS image is held

  @target:hub @req:BUF-10 @contested @policy:overwrite=pia
  Rule: Nothing is replaced while an image crosses the HAN
    # MP07-AT-12 rule 3.

    Scenario: a switch's image comes half-way through a transfer
      Given a full hub with a PPMID image, being fetched
      When an HCALCS image arrives
      Then the PPMID image is held

  @target:hub @req:BUF-11 @contested @policy:overwrite=pia
  Rule: The force-replace flag waits for the transfer, too
    # MP07-AT-12 rule 4.

    Scenario: a forced image comes half-way through a transfer
      Given a full hub with a PPMID image, being fetched
      When an HCALCS image with force replace arrives
      Then the PPMID image is held until it has been fetched

  @target:hub @req:BUF-12 @contested @policy:overwrite=pia
  Rule: A meter's image waits for the transfer, too
    # MP07-AT-12 rule 5; clarification C_8 and the default purge at any time (BUF-13).

    Scenario: a meter's image comes half-way through a transfer
      Given a full hub with a PPMID image, being fetched
      When an ESME image arrives
      Then the PPMID image is held until it has been fetched

  @target:hub @req:BUF-14 @contested @policy:overwrite=pia
  Rule: The hub waits for a silent device no longer than it takes to time out
    # Accepted with MP07-AT-12 (S002:5387-5389, 5419-5427): "a reasonable timeout", for which the text has no number. The
    # profile says what the hub's is, as timing.stall; Annex A, the default, knows none.

    Scenario: the hub still waits
      Given a full hub with a PPMID image, being fetched
      And the PPMID is silent for a minute less than the hub waits
      When an ESME image arrives
      Then the PPMID image is held until it has been fetched

    Scenario: the hub has waited for it
      Given a full hub with a PPMID image, being fetched
      And the PPMID is silent for longer than the hub waits
      When an ESME image arrives
      Then the PPMID image is gone and the ESME image is held

  @target:hub @req:BUF-04 @contested @policy:memory-blocks=esme-only
  Rule: Displays' and switches' images use the ESME block only
    # The DCC's proposal (S002:1576-1607); SECAS's, both blocks, is the default.

    Scenario: a second image that is no meter's finds no room
      Given the hub holds a PPMID image, not started
      When an HCALCS image arrives
      Then the PPMID image is gone and the HCALCS image is held

  @target:hub @req:BUF-15 @must @policy:image-expiry=none
  Rule: An image that nobody fetches stays until it is fetched or overwritten

    Scenario: nobody fetches it for half a year
      Given a PPMID running firmware 0x10
      And the PPMID is switched off
      And the hub holds image 0x20
      When 183 days pass
      Then image 0x20 is held

  @target:hub @req:BUF-17 @must
  Rule: The image is removed once the device has fetched it

    Scenario: the PPMID has fetched the image
      Given a PPMID running firmware 0x10
      And the PPMID has downloaded image 0x20, to activate now
      When 10 minutes pass
      Then image 0x20 is gone

  @target:hub @req:BUF-18 @must
  Rule: The loss of an image is reported

    Scenario: a meter's image purges the display's
      Given a full hub with a PPMID image, not started
      When an ESME image arrives
      Then the DCC receives alert 0x8F89 for the PPMID image

  @target:hub @req:BUF-20 @contested @policy:parallel=one-at-a-time
  Rule: Only one of two held images is served at a time
    # A principle of the PIA (S002:3778-3780); Annex A's two blocks exist for independent distribution.

    Scenario: the second image waits for the first
      Given the hub holds a PPMID image, being fetched
      When an IHD image arrives
      Then the IHD image is held back until the PPMID image has been fetched

  @target:hub @req:BUF-20 @contested @policy:parallel=allowed
  Rule: The images of both meters are distributed independently
    # Contested: what hubs have two blocks for (S002:2790-2796), and the default; parallel=one-at-a-time is the PIA's principle.

    Scenario: the second image does not wait for the first
      Given the hub holds an ESME image, being fetched
      When a GSME image arrives
      Then the GSME image is served while the ESME image is being fetched

  @target:hub @req:DUA-04 @must
  Rule: The second supplier's image for a device replaces the first one's that nobody has begun to fetch

    Scenario: which image is held
      Given a full hub with a PPMID image, not started
      When another PPMID image arrives
      Then the older PPMID image is gone and the newer PPMID image is held

    Scenario: what the first supplier is to learn
      Given a full hub with a PPMID image, not started
      When another PPMID image arrives
      Then the DCC receives alert 0x8F89 for the PPMID image

  @target:hub @req:BUF-08 @contested @policy:image-expiry=P30D
  Rule: An image that is old enough may be replaced
    # MP07-AT-12 rule 1; the default knows no age. In the way here are meters' images, which yield to no HCALCS's
    # otherwise.

    Scenario: a day early
      Given the hub holds an ESME image, not started
      And the hub holds a GSME image, not started
      And 29 days have passed
      When an HCALCS image arrives
      Then the ESME image is held and the HCALCS image is refused

    Scenario: as old as that
      Given the hub holds an ESME image, not started
      And the hub holds a GSME image, not started
      And 30 days have passed
      When an HCALCS image arrives
      Then the ESME image is gone and the HCALCS image is held

  @target:hub @req:BUF-16 @variant @policy:image-expiry=removed-after-two-days
  Rule: An image that nobody begins to fetch within two days is removed
    # The DCC's proposal (S002:1653-1662), which the Working Group rejected (1664-1680): BUF-15 is the default.

    Scenario: a minute early
      Given a PPMID running firmware 0x10
      And the PPMID is switched off
      And the hub holds image 0x20
      When 47 hours and 59 minutes pass
      Then image 0x20 is held

    Scenario: after two days
      Given a PPMID running firmware 0x10
      And the PPMID is switched off
      And the hub holds image 0x20
      When 2 days pass
      Then image 0x20 is gone
      And the DCC receives alert 0x8F89 for the PPMID image

    Scenario: the PPMID has begun to fetch it
      Given a PPMID running firmware 0x10
      And the PPMID has fetched half of image 0x20
      And the PPMID is switched off
      When 2 days pass
      Then image 0x20 is held
