Feature: The hub reports every transfer to the DCC

  Background:
    Given it is 02:00
    And a PPMID running firmware 0x10

  @target:hub @req:ALT-01 @must
  Rule: A transfer that succeeded is reported

    Scenario: the PPMID has fetched the image
      Given the PPMID has fetched all of image 0x20
      When the PPMID ends the transfer with SUCCESS
      Then the DCC receives alert 0x8F8A, fileTransferSuccess, for image 0x20

  @target:hub @req:ALT-02 @must
  Rule: A transfer that failed is reported

    Scenario Outline: the PPMID ends with <status>
      Given the PPMID has fetched all of image 0x20
      When the PPMID ends the transfer with <status>
      Then the DCC receives alert 0x8F89, fileTransferFailure, for image 0x20

      Examples: the ways a device can refuse an image
        | status        |
        | INVALID_IMAGE |
        | ABORT         |

  @target:hub @req:ALT-06 @must
  Rule: Every listed device has its alert

    Scenario: two PPMIDs fetch the image
      Given a second PPMID of the same model
      And the hub holds image 0x20, for both PPMIDs
      When both PPMIDs fetch the image
      Then the DCC receives alert 0x8F8A, fileTransferSuccess, for both PPMIDs

    @policy:failed-transfer=keep
    Scenario: a PPMID whose transfer failed fetches the pending image later
      Given the PPMID has fetched all of image 0x20
      And the PPMID ends the transfer with INVALID_IMAGE
      When the PPMID fetches the image
      Then the DCC receives alert 0x8F8A, fileTransferSuccess, for image 0x20

  @target:hub @req:ALT-08 @contested @baseline:2019 @policy:transfer-alert=at-activation
  Rule: The alert of a future-dated update comes at its activation time
    # Contested: clarification D08; Appendix 3 sends it at the transfer, which is the default.

    Scenario: before the activation time
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When the clock reaches 02:59:59
      Then the DCC has received no alert

    Scenario: at the activation time
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When the clock reaches 03:00
      Then the DCC receives alert 0x8F8A, fileTransferSuccess, for image 0x20

  @target:hub @req:ALT-07 @must
  Rule: An alert is a GBCS message to the DCC that the hub has signed
    # S002:5498-5508. Signature, originator, counter, time and codes are those of the octets on the WAN.

    Scenario: a transfer that succeeded
      Given the PPMID has fetched all of image 0x20
      When the PPMID ends the transfer with SUCCESS
      Then the DCC receives alert 0x8F8A, fileTransferSuccess, for image 0x20, signed by the hub

    Scenario: a transfer that failed
      Given the PPMID has fetched all of image 0x20
      When the PPMID ends the transfer with INVALID_IMAGE
      Then the DCC receives alert 0x8F89, fileTransferFailure, for image 0x20, signed by the hub

    Scenario: an image for other hardware
      Given the hub holds image 0x20 for hardware 1.2 to 2.0
      When the PPMID asks for its next image
      Then the DCC receives alert 0x8F89, hardwareVersionMismatch, for image 0x20, signed by the hub

    @policy:transfer-alert=at-transfer
    Scenario: two PPMIDs, each with an alert of its own
      Given a second PPMID of the same model
      And the hub holds image 0x20, for both PPMIDs
      When both PPMIDs fetch the image
      Then the DCC receives alert 0x8F8A, fileTransferSuccess, for both PPMIDs, signed by the hub

    @baseline:2019 @policy:activation-notice=read-back
    Scenario: the version that was read back
      Given the PPMID has downloaded image 0x20, to activate now
      When the hub reads the firmware version back
      Then the DCC receives alert 0x8F8B, firmwareReadSuccess, with firmware 0x20, signed by the hub

    @baseline:2020
    Scenario: an image that was replaced
      Given the hub holds a PPMID image, not started
      And the hub holds an HCALCS image, not started
      When an ESME image arrives
      Then the DCC receives alert 0x8F89, imageDiscarded, for the PPMID image, signed by the hub
