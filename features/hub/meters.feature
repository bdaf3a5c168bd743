Feature: Images for switches and meters take the same way (Appendix 4)

  Background:
    Given it is 02:00

  @target:hub @req:HCA-04 @must
  Rule: The hub keeps the targets and the version of an HCALCS's image
    # Appendix 4 step 1; its start box misprints the target as "PPMID or IHD".

    Scenario: an image for the HCALCS arrives
      When an HCALCS image arrives
      Then the hub notifies the HCALCS

    Scenario: a PPMID is on the HAN, too
      Given a PPMID running firmware 0x10
      When an HCALCS image arrives
      Then the hub does not notify the PPMID

    Scenario: the HCALCS asks what there is
      Given the hub holds an HCALCS image, not started
      When the HCALCS asks for its next image
      Then the hub offers image 0x20

  @target:hub @req:HCA-05 @must
  Rule: The hardware version counts for an HCALCS as for a PPMID

    Scenario: the image is for the hardware of the HCALCS only
      Given the hub holds an HCALCS image for hardware 1.1 to 1.1
      When the HCALCS asks for its next image
      Then the hub offers image 0x20

    Scenario Outline: the image is for hardware <lowest> to <highest>
      Given the hub holds an HCALCS image for hardware <lowest> to <highest>
      When the HCALCS asks for its next image
      Then the hub answers that there is no image
      And the DCC receives alert 0x8F89, hardwareVersionMismatch, for the HCALCS image

      Examples: one revision outside
        | lowest | highest |
        | 1.0    | 1.0     |
        | 1.2    | 2.0     |

    @policy:hardware-version=optional
    Scenario: the HCALCS does not tell its hardware
      Given the hub holds an HCALCS image for hardware 1.2 to 2.0
      And the HCALCS does not tell its hardware
      When the HCALCS asks for its next image
      Then the hub offers image 0x20

    @policy:hardware-version=mandatory
    Scenario: the HCALCS does not tell its hardware, and the image is for other hardware
      Given the hub holds an HCALCS image for hardware 1.2 to 2.0
      And the HCALCS does not tell its hardware
      When the HCALCS asks for its next image
      Then the hub answers that there is no image

  @target:hub @req:HCA-07 @must
  Rule: Every transfer to an HCALCS is reported

    Scenario: the HCALCS fetches the image
      Given the hub holds an HCALCS image, not started
      When the HCALCS fetches the image
      Then the DCC receives alert 0x8F8A, fileTransferSuccess, for the HCALCS image

    Scenario Outline: the HCALCS ends with <status>
      Given the hub holds an HCALCS image, not started
      And the HCALCS has fetched all of image 0x20
      When the HCALCS ends the transfer with <status>
      Then the DCC receives alert 0x8F89, fileTransferFailure, for the HCALCS image

      Examples: the ways a device can refuse an image
        | status        |
        | INVALID_IMAGE |
        | ABORT         |

  @target:hub @req:HCA-03 @must
  Rule: The end of its transfer does not activate an HCALCS
    # It waits for its supplier's critical command: upgrade time FFFFFFFF, and wildcards or the image's own identity.

    Scenario: the HCALCS has fetched the image
      Given the hub holds an HCALCS image, not started
      When the HCALCS fetches the image
      Then the hub tells the HCALCS to wait for its supplier's command

  @target:hub @req:HCA-08 @must
  Rule: Once the HCALCS has its image the hub is through with it
    # Appendix 4 step 5; after a failed transfer OTA-16 holds.

    Scenario: the image is discarded
      Given the hub holds an HCALCS image, not started
      When the HCALCS fetches the image
      Then the HCALCS image is gone

    Scenario: a day later
      Given the hub holds an HCALCS image, not started
      And the HCALCS fetches the image
      When 1 day passes
      Then the hub has not read the firmware version

  @target:hub @req:HCA-09 @must
  Rule: The same holds for the images of meters

    Scenario Outline: an image for the <meter> arrives
      When an <meter> image arrives
      Then the hub notifies the <meter>

      Examples:
        | meter |
        | ESME  |
        | GSME  |

    Scenario Outline: the image is not for the hardware of the <meter>
      Given the hub holds an <meter> image for hardware 1.2 to 2.0
      When the <meter> asks for its next image
      Then the hub answers that there is no image
      And the DCC receives alert 0x8F89, hardwareVersionMismatch, for the <meter> image

      Examples:
        | meter |
        | ESME  |
        | GSME  |

    Scenario Outline: the <meter> fetches the image
      Given the hub holds an <meter> image, not started
      When the <meter> fetches the image
      Then the DCC receives alert 0x8F8A, fileTransferSuccess, for the <meter> image
      And the hub tells the <meter> to wait for its supplier's command

      Examples:
        | meter |
        | ESME  |
        | GSME  |

    Scenario Outline: the <meter> refuses the image
      Given the hub holds an <meter> image, not started
      And the <meter> has fetched all of image 0x20
      When the <meter> ends the transfer with INVALID_IMAGE
      Then the DCC receives alert 0x8F89, fileTransferFailure, for the <meter> image

      Examples:
        | meter |
        | ESME  |
        | GSME  |

    Scenario Outline: the image of the <meter> is discarded once it has been fetched
      Given the hub holds an <meter> image, not started
      When the <meter> fetches the image
      Then the <meter> image is gone

      Examples:
        | meter |
        | ESME  |
        | GSME  |

    Scenario Outline: a day after the <meter> has fetched the image
      Given the hub holds an <meter> image, not started
      And the <meter> fetches the image
      When 1 day passes
      Then the hub has not read the firmware version

      Examples:
        | meter |
        | ESME  |
        | GSME  |
