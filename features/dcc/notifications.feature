Feature: All responsible suppliers hear of an update
  The DCC's first alert says that an update has been requested, its second how the transfer to a device ended, its third what
  the device runs.

  @target:dcc @req:NOT-01 @must @baseline:2019
  Rule: The first alert names the image's hash, the devices and the activation date-time

    Scenario: an update of two PPMIDs, to be activated later
      When the import supplier sends image 0x20 to the PPMID and the second PPMID, to activate in 2 days
      Then the gas supplier receives the first alert about image 0x20 for the PPMID and the second PPMID

  @target:dcc @req:NOT-02 @contested
  Rule: The first alert goes to the sender, too, or to all others only
    # Contested: Annex A 3.1.4 alerts "each Responsible Supplier"; clarification C_6 leaves the sender out.

    @policy:first-alert-to=all
    Scenario: the sender is told
      When the gas supplier sends image 0x20 to the PPMID, to activate now
      Then both suppliers receive the first alert about image 0x20 for the PPMID

    @policy:first-alert-to=others
    Scenario: the sender is not told
      When the gas supplier sends image 0x20 to the PPMID, to activate now
      Then the import supplier receives the first alert about image 0x20 for the PPMID
      And the gas supplier receives no first alert for 1 hour

  @target:dcc @req:NOT-03 @must
  Rule: The second alert says that the transfer to a device has succeeded or failed

    Scenario: the device takes the image
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then both suppliers receive the second alert about image 0x20 for the PPMID, fileTransferSuccess

    Scenario: the hub may not serve the image to the device's hardware
      When the import supplier sends image 0x20 for other hardware to the PPMID, to activate now
      Then both suppliers receive the second alert about image 0x20 for the PPMID, hardwareVersionMismatch

  @target:dcc @req:NOT-04 @must @baseline:2019
  Rule: The third alert says which firmware the hub has read

    @policy:activation-notice=read-back
    Scenario: the update is activated
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then both suppliers receive the third alert for the PPMID with firmware 0x20

    @policy:activation-notice=read-back
    Scenario: the device does not answer
      Given the PPMID does not answer reads
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then both suppliers receive the third alert for the PPMID with no firmware

  @target:dcc @req:NOT-05 @must
  Rule: Suppliers hear that a hub has failed to deliver an image

    Scenario: the device is served a damaged one
      When the transfer of image 0x20 to the PPMID fails
      Then both suppliers receive the second alert about image 0x20 for the PPMID, fileTransferFailure

  @target:dcc @req:NOT-05 @contested
  Rule: Suppliers hear that an image did not reach a hub
    # Contested: the text has alerts for what a hub fails to deliver; whether an image that the hub never had is such a failure,
    # it does not say.

    Scenario: the hub is out of reach
      Given the neighbour's hub is out of reach
      When the import supplier sends image 0x20 to the neighbour's PPMID, to activate now
      Then both suppliers receive the news that image 0x20 did not reach the neighbour's PPMID

  @target:dcc @req:NOT-06 @must
  Rule: Suppliers hear of a successful activation

    @policy:activation-notice=read-back
    Scenario: in either baseline's way
      When the gas supplier sends image 0x20 to the PPMID, to activate now
      Then both suppliers receive the third alert for the PPMID with firmware 0x20

  @target:dcc @req:NOT-07 @must
  Rule: Suppliers hear for which devices a Communication Service Provider takes no image

    Scenario: it does not know the hub
      Given the neighbour's hub is unknown to the Communication Service Provider
      When the import supplier sends image 0x20 to the neighbour's PPMID, to activate now
      Then both suppliers receive the news that image 0x20 is not taken for the neighbour's PPMID

  @target:dcc @req:NOT-08 @must
  Rule: Import and Gas Suppliers hear when an update is processed and when the device has acted on it

    Scenario: it is processed
      When the gas supplier sends image 0x20 to the PPMID, to activate now
      Then the import supplier receives the first alert about image 0x20 for the PPMID

    @baseline:2019 @policy:activation-notice=read-back @policy:reporting=off
    Scenario: a first part is stored
      Given an upgrade split into image 0x15 and image 0x20
      When the import supplier sends image 0x15 to the PPMID, to activate now
      Then both suppliers receive the third alert for the PPMID with firmware 0x10

    @policy:activation-notice=read-back @policy:image-expiry=none
    Scenario: the device was off for half a year
      Given the PPMID is off
      And the import supplier sent image 0x20 to the PPMID, to activate now
      And 180 days have passed
      When the PPMID is on again
      Then both suppliers receive the third alert for the PPMID with firmware 0x20

  @target:dcc @req:NOT-09 @must
  Rule: All responsible suppliers hear of a failed transfer

    Scenario: the image arrives damaged
      Given the hub serves one bit wrong
      When the gas supplier sends image 0x20 to the PPMID, to activate now
      Then both suppliers receive the second alert about image 0x20 for the PPMID, fileTransferFailure

    @policy:overwrite=annex-a @policy:in-flight=throttle @policy:memory-blocks=both
    Scenario: a meter's image comes in the middle of the transfer, under Annex A
      Given the hub holds a GSME image, not started
      And the PPMID has fetched half of image 0x20
      When the import supplier sends image 0x30 to the ESME, by SR 11.1
      Then the DCC delivers image 0x30 to the ESME after 30 minutes
      And both suppliers receive the second alert about image 0x20 for the PPMID, imageDiscarded

    @policy:overwrite=working-group @policy:in-flight=throttle @policy:memory-blocks=both
    Scenario: a meter's image comes in the middle of the transfer, as the Working Group has it
      Given the hub holds a GSME image, not started
      And the PPMID has fetched half of image 0x20
      When the import supplier sends image 0x30 to the ESME, by SR 11.1
      Then the DCC delivers image 0x30 to the ESME after 30 minutes
      And both suppliers receive the second alert about image 0x20 for the PPMID, imageDiscarded

    @policy:overwrite=pia @policy:in-flight=throttle @policy:memory-blocks=both
    Scenario: a meter's image comes in the middle of the transfer and waits, as the impact assessment has it
      Given the hub holds a GSME image, not started
      And the PPMID has fetched half of image 0x20
      And the import supplier sent image 0x30 to the ESME, by SR 11.1
      When the PPMID fetches the image
      Then both suppliers receive the second alert about image 0x20 for the PPMID, fileTransferSuccess

  @target:dcc @req:NOT-12 @must
  Rule: The audit trail tells an affected supplier who sent an image

    Scenario: the other supplier asks
      Given the import supplier sent image 0x20 to the PPMID, to activate now
      When the gas supplier raises an incident about the PPMID
      Then the DCC answers with the import supplier as the sender of image 0x20

    Scenario: somebody asks whom it does not concern
      Given the import supplier sent image 0x20 to the PPMID, to activate now
      When the gaining supplier raises an incident about the PPMID
      Then the DCC names no sender to the gaining supplier for 1 hour
