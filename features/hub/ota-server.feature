Feature: The hub serves the image as an OTA server

  Background:
    Given it is 02:00
    And a PPMID running firmware 0x10

  @target:hub @req:OTA-01 @must @baseline:2019
  Rule: The hub keeps the targets, the version and the activation time of an image

    Scenario: only the device that the image is sent to is notified
      Given a second PPMID of the same model
      When image 0x20 arrives at the hub, for the PPMID
      Then the hub does not notify the second PPMID

  @target:hub @req:OTA-02 @must
  Rule: The hub serves the OTA header and the Manufacturer Image, and nothing else

    Scenario: what is offered is as long as header and Manufacturer Image together
      Given the hub holds image 0x20, to activate at 03:00
      When the PPMID asks for its next image
      Then the hub offers header and Manufacturer Image, not an octet more

    Scenario: what is served is header and Manufacturer Image, octet for octet
      Given the hub holds image 0x20, to activate at 03:00
      When the PPMID fetches the image
      Then the hub serves header and Manufacturer Image, octet for octet

  @target:hub @req:OTA-03 @must
  Rule: The hub tells the device of the image with Image Notify

    Scenario: an image for the PPMID arrives
      When image 0x20 arrives at the hub, for the PPMID
      Then the hub notifies the PPMID

  @target:hub @req:OTA-04 @must
  Rule: The hub does so for every device on the list

    Scenario: an image for two PPMIDs arrives
      Given a second PPMID of the same model
      When image 0x20 arrives at the hub, for both PPMIDs
      Then the hub notifies the second PPMID

    Scenario: the second PPMID is served after the first
      Given a second PPMID of the same model
      And the hub holds image 0x20, for both PPMIDs
      When both PPMIDs fetch the image
      Then the hub serves the whole image to the second PPMID

  @target:hub @req:OTA-05 @must
  Rule: An image is offered only to the manufacturer and model it is for

    Scenario Outline: the query names <other>
      Given the hub holds image 0x20
      When the PPMID asks for its next image, naming <other>
      Then the hub answers that there is no image

      Examples: one field of the identity differs
        | other                |
        | another manufacturer |
        | another model        |

  @target:hub @req:OTA-09 @must
  Rule: Without an image the hub says so

    Scenario: nothing has arrived
      When the PPMID asks for its next image
      Then the hub answers that there is no image

  @target:hub @req:OTA-10 @must
  Rule: The hub answers every block request until all blocks are fetched

    Scenario Outline: the PPMID asks for blocks of <octets> octets
      Given the hub holds image 0x20
      And the PPMID asks for blocks of <octets> octets
      When the PPMID fetches the image
      Then the hub serves every block that was asked for

      Examples: the smallest block, the usual ones, and the greatest
        | octets |
        | 1      |
        | 40     |
        | 48     |
        | 63     |

    Scenario: the PPMID asks for a past block again
      Given the hub holds a PPMID image, being fetched
      When the PPMID asks for the first block again
      Then the hub serves the first block

    Scenario: the PPMID asks for the same block twice
      Given the hub holds a PPMID image, being fetched
      When the PPMID asks for the next block, twice
      Then the hub serves the block

    Scenario: the PPMID asks for the image out of order
      Given the hub holds a PPMID image, being fetched
      When the PPMID asks for the last block
      Then the hub serves the last block

    Scenario: the PPMID asks for a page
      Given the hub holds image 0x20
      When the PPMID asks for a page of the image
      Then the hub serves the page, or says that it knows no pages

  @target:hub @req:OTA-11 @contested @policy:activation-order=in-response
  Rule: Upgrade End Response carries the activation time
    # Contested: Annex A 3.1.9; elsewhere the hub itself gives the order when the time comes (OTA-21).

    @baseline:2019
    Scenario: the image is to be activated at a time
      Given the hub holds image 0x20, to activate at 03:00
      When the PPMID fetches the image
      Then the hub tells the PPMID to activate at 03:00

    @baseline:2019 @policy:memory-blocks=both
    Scenario: an image for another device is to be activated at another time
      Given the hub holds image 0x20, to activate at 03:00
      And an IHD image arrives
      When the PPMID fetches the image
      Then the hub tells the PPMID to activate at 03:00

    Scenario: the image is to be activated now
      Given the hub holds image 0x20, to activate now
      When the PPMID fetches the image
      Then the hub tells the PPMID to activate now

    @baseline:2019
    Scenario: the image is to be activated as late as can be
      Given the hub holds image 0x20, to activate in 30 days
      When the PPMID fetches the image
      Then the hub tells the PPMID to activate in 30 days

  @target:hub @req:OTA-21 @contested @baseline:2019 @policy:activation-order=hub-issued
  Rule: The hub gives the order when the time comes
    # Contested: the other reading of S002:54-56, 2219-2223; the default is OTA-11.

    Scenario: the order comes at the activation time
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When the clock reaches 03:00
      Then the hub tells the PPMID to activate now

  @target:hub @req:OTA-12 @must @baseline:2019
  Rule: An activation time that has passed means now

    Scenario: the activation time was an hour ago
      Given the hub holds image 0x20, to activate at 01:00
      When the PPMID fetches the image
      Then the hub tells the PPMID to activate now

  @target:hub @req:OTA-14 @must
  Rule: The hub gives the time to a device without a clock

    Scenario: the PPMID asks what time it is
      When the PPMID asks for the time
      Then the hub answers with the present time

  @target:hub @req:OTA-15 @must
  Rule: A transfer that the device ends with a failure is not followed by an activation

    Scenario Outline: the PPMID ends with <status>
      Given the PPMID has fetched all of image 0x20
      When the PPMID ends the transfer with <status>
      Then the hub does not tell the PPMID to activate

      Examples: the ways a device can refuse an image
        | status        |
        | INVALID_IMAGE |
        | ABORT         |

  @target:hub @req:OTA-16 @contested
  Rule: The image is kept until every listed device is covered
    # Contested is what covers a device: a transfer that succeeded does under either reading of failed-transfer.

    Scenario: one of two PPMIDs has fetched it
      Given a second PPMID of the same model
      And the second PPMID is switched off
      And the hub holds image 0x20, for both PPMIDs
      When the PPMID fetches the image
      Then image 0x20 is held for the second PPMID

  @target:hub @req:OTA-16 @contested @policy:failed-transfer=discard
  Rule: A failed transfer covers a device, too
    # Contested: Appendix 3 steps 8 to 10 (S002:2132-2148, 2209-2221). The report keeps the image (PWR-01, ALT-06), which is
    # the default, failed-transfer=keep.

    Scenario: the only PPMID has refused the image
      Given the PPMID has fetched all of image 0x20
      When the PPMID ends the transfer with INVALID_IMAGE
      Then image 0x20 is gone

    Scenario: one of two PPMIDs has refused it
      Given a second PPMID of the same model
      And the hub holds image 0x20, for both PPMIDs
      And the PPMID has fetched all of image 0x20
      When the PPMID ends the transfer with INVALID_IMAGE
      Then image 0x20 is held for the second PPMID

  @target:hub @req:OTA-20 @contested @policy:offer=newer
  Rule: A device that runs the held version gets no image
    # Contested: re-offering it, or an older one, is the hub's right under the default offer=any.

    Scenario: the PPMID runs image 0x20 already
      Given the hub holds image 0x20
      When the PPMID asks for its next image, running firmware 0x20
      Then the hub answers that there is no image

  @target:hub @req:OTA-22 @must
  Rule: An update needs no gas meter on the HAN
    # Only the first half of S002:4903-4908 is put to the test. For a device that is not joined to the Gas Proxy Function nothing
    # is: joining it is not modelled, no device that hanproof plays ever does, and no sentence can make one.

    Scenario: the HAN has a PPMID only
      Given the hub holds image 0x20
      When the PPMID fetches the image
      Then the hub serves the whole image to the PPMID
