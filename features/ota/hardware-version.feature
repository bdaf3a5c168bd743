Feature: A device is offered only firmware built for its hardware

  @target:hub @req:OTA-06 @must
  Rule: The hub offers an image whose hardware range holds the device's version, both ends included

    Scenario Outline: hardware <hardware> asks, the image is for 1.1 to 2.0
      Given a PPMID with hardware <hardware>
      And the hub holds image 0x20 for hardware 1.1 to 2.0
      When the PPMID asks for its next image
      Then the hub offers image 0x20

      Examples: both ends are inside
        | hardware |
        | 1.1      |
        | 2.0      |

    Scenario: hardware in the middle of the range asks
      Given a PPMID with hardware 1.2
      And the hub holds image 0x20 for hardware 1.1 to 2.0
      When the PPMID asks for its next image
      Then the hub offers image 0x20

    Scenario: the range is a single hardware version
      Given a PPMID with hardware 1.1
      And the hub holds image 0x20 for hardware 1.1 to 1.1
      When the PPMID asks for its next image
      Then the hub offers image 0x20

  @target:hub @req:OTA-07 @must
  Rule: The hub offers nothing outside the range

    Scenario Outline: hardware <hardware> asks, the image is for 1.1 to 2.0
      Given a PPMID with hardware <hardware>
      And the hub holds image 0x20 for hardware 1.1 to 2.0
      When the PPMID asks for its next image
      Then the hub answers that there is no image
      And no image block crosses the HAN for 1 minute

      Examples: one revision outside
        | hardware |
        | 1.0      |
        | 2.1      |

  @target:hub @req:ALT-03 @must
  Rule: A mismatch is reported

    Scenario: the DCC learns why nothing was downloaded
      Given a PPMID with hardware 1.0
      And the hub holds image 0x20 for hardware 1.1 to 2.0
      When the PPMID asks for its next image
      Then the DCC receives alert 0x8F89, hardwareVersionMismatch, for image 0x20

  @target:hub @req:OTA-08 @contested @policy:hardware-version=optional
  Rule: The hub offers the image to a device that does not tell its hardware
    # Contested: Annex A 3.1.7 and Appendix 3 leave the hardware version optional; the PIA has GBCS mandate it
    # (hardware-version=mandatory). That its absence leads to the offer is our reading of a flow chart without arrows.

    Scenario: the query has no hardware version
      Given a PPMID with hardware 1.1
      And the PPMID does not tell its hardware
      And the hub holds image 0x20 for hardware 1.1 to 2.0
      When the PPMID asks for its next image
      Then the hub offers image 0x20

  @target:hub @req:OTA-08 @contested @policy:hardware-version=mandatory
  Rule: The hub lets no device that does not tell its hardware fetch an image in vain
    # Contested: the PIA has GBCS mandate the hardware version "to avoid wasted downloads" (S002:3536-3538). What becomes of an
    # image that would fit is left open.

    Scenario: the query has no hardware version, and the image is for other hardware
      Given a PPMID with hardware 1.0
      And the PPMID does not tell its hardware
      And the hub holds image 0x20 for hardware 1.1 to 2.0
      When the PPMID asks for its next image
      Then the hub answers that there is no image

  @target:device @req:DEV-15 @must
  Rule: A device that is given an image that is not for it does not run it

    Scenario Outline: the hub offers an image <flaw> by mistake
      Given a PPMID running firmware 0x10
      When the hub delivers image 0x20, <flaw>
      Then the PPMID is running firmware 0x10

      Examples: not for its Device Model
        | flaw                        |
        | built for other hardware    |
        | built for another model     |
        | built by another maker      |

  @target:device @req:DEV-03 @contested @policy:hardware-version=mandatory @needs:hardware-version
  Rule: The query carries the hardware version
    # Contested: Appendix 3 step 4 says "should", which is the default reading and never failed.

    Scenario: the PPMID tells its hardware
      Given a PPMID running firmware 0x10
      When the PPMID is notified of image 0x20
      Then the query carries the hardware version
