Feature: A display fetches, checks and activates its firmware
  "The PPMID" is the display that the profile declares: a PPMID or an IHD.

  Background:
    Given it is 02:00
    And a PPMID running firmware 0x10

  @target:device @req:DEV-01 @must
  Rule: After Image Notify the device asks for the image

    Scenario: the hub notifies the PPMID
      When the PPMID is notified of image 0x20
      Then the PPMID has asked for its next image

  @target:device @req:DEV-02 @must
  Rule: The query tells what the device is and what it runs

    Scenario: the PPMID asks for its next image
      When the PPMID is notified of image 0x20
      Then the query carries its manufacturer, its model and firmware 0x10

    Scenario: the PPMID asks again after an update
      Given the PPMID has activated image 0x20
      When the PPMID is notified of image 0x30
      Then the query carries its manufacturer, its model and firmware 0x20

  @target:device @req:DEV-04 @must
  Rule: The device fetches the whole image

    @image
    Scenario: every octet is fetched
      When the PPMID downloads image 0x20, to activate now
      Then the PPMID has fetched every octet of image 0x20

    Scenario Outline: the hub <habit>
      Given the hub <habit>
      When image 0x20 is delivered, to activate now
      Then the PPMID has fetched every octet of image 0x20

      Examples: what a hub may do, and a HAN
        | habit                                     |
        | serves blocks of at most 1 octet          |
        | serves blocks of at most 16 octets        |
        | loses one block                           |
        | loses three blocks in a row               |
        | sends one block twice                     |
        | notifies the device again half-way        |
        | answers blocks after 2 seconds            |
        | tells the device to wait for 1 minute     |
        | tells the device to wait for 2 hours      |
        | tells the device to wait until a UTC time |

    Scenario Outline: the HAN <habit>
      Given the HAN <habit>
      When image 0x20 is delivered, to activate now
      Then the PPMID has fetched every octet of image 0x20

      Examples: what happens on the air
        | habit                          |
        | loses one frame in twenty      |
        | repeats one frame in twenty    |
        | delays one frame in twenty     |

    @needs:page-request
    Scenario: the hub knows no pages
      Given the hub serves no pages
      When image 0x20 is delivered, to activate now
      Then the PPMID has fetched every octet of image 0x20

  @target:device @req:DEV-05 @must
  Rule: The device checks the image before it activates it

    Scenario: the hub orders the activation of an image that was corrupted on its way
      Given the hub serves one bit wrong
      And image 0x20 was delivered, to activate now
      When the hub orders the PPMID to activate image 0x20
      Then the PPMID is running firmware 0x10

  @target:device @req:DEV-06 @must
  Rule: The device keeps the image and then ends the transfer

    Scenario: the download is complete
      When image 0x20 is delivered, to activate now
      Then the PPMID has ended the transfer with SUCCESS

    Scenario: not before the last octet has been fetched
      Given the hub stops serving half-way
      When image 0x20 is delivered, to activate now
      Then the PPMID has not ended the transfer with SUCCESS

  @target:device @req:DEV-07 @must
  Rule: An invalid image is reported and changes nothing

    Scenario Outline: the image is wrong in its <part>
      When the hub delivers image 0x20, wrong in its <part>
      Then the PPMID has ended the transfer with a failure
      And the PPMID is running firmware 0x10

      Examples:
        | part   |
        | header |
        | length |
        | tail   |
        | middle |

  @target:device @req:DEV-08 @must
  Rule: The device activates at the time it is told, or at once

    Scenario: one second early
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When the clock reaches 02:59:59
      Then the PPMID is still running firmware 0x10

    Scenario: at the activation time
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      When the clock reaches 03:00
      Then the PPMID is running firmware 0x20

    Scenario: at once
      When the PPMID downloads image 0x20, to activate now
      Then the PPMID is running firmware 0x20

    Scenario Outline: the day before an activation in <delay>
      Given the PPMID has downloaded image 0x20, to activate in <delay>
      When <wait> pass
      Then the PPMID is still running firmware 0x10

      Examples:
        | delay   | wait    |
        | 7 days  | 6 days  |
        | 30 days | 29 days |

    Scenario: 30 days ahead
      Given the PPMID has downloaded image 0x20, to activate in 30 days
      When 30 days pass
      Then the PPMID is running firmware 0x20

    Scenario Outline: the hub gives the time as <form>
      Given the hub gives the activation time as <form>
      And the PPMID has downloaded image 0x20, to activate at 03:00
      When the clock reaches <clock>
      Then the PPMID is still running firmware 0x10

      Examples: one second early
        | form               | clock    |
        | seconds from now   | 02:59:59 |
        | UTC times          | 02:59:59 |

    Scenario Outline: the hub gave the time as <form>, and it has come
      Given the hub gives the activation time as <form>
      And the PPMID has downloaded image 0x20, to activate at 03:00
      When the clock reaches 03:00
      Then the PPMID is running firmware 0x20

      Examples:
        | form               |
        | seconds from now   |
        | UTC times          |

    Scenario: the hub holds the device back
      Given the PPMID has downloaded image 0x20, to wait for the hub
      When 3 hours pass
      Then the PPMID is still running firmware 0x10

    Scenario: a query meanwhile brings no news
      Given the PPMID has downloaded image 0x20, to activate at 03:00
      And the hub notifies the device of nothing
      When the clock reaches 03:00
      Then the PPMID is running firmware 0x20

    Scenario Outline: the hub gives the order later, <form>
      Given the PPMID has downloaded image 0x20, to wait for the hub
      When the hub orders the PPMID to activate <form>
      Then the PPMID is running firmware 0x20

      Examples:
        | form                           |
        | image 0x20                     |
        | whatever image it holds        |

  @target:device @req:DEV-09 @must @needs:clockless
  Rule: A device without a clock goes by the hub's time

    Scenario: one second early by the hub's time
      Given the PPMID has downloaded image 0x20, to activate in 1 day
      When 23 hours pass
      Then the PPMID is still running firmware 0x10

    Scenario: at the activation time by the hub's time
      Given the PPMID has downloaded image 0x20, to activate in 1 day
      When 1 day passes
      Then the PPMID is running firmware 0x20

  @target:device @req:DEV-10 @must
  Rule: The firmware version changes only if the activation succeeds

    Scenario: the activation succeeds
      Given the PPMID has downloaded image 0x20, to activate now
      When 10 minutes pass
      Then the PPMID is running firmware 0x20

    Scenario: power goes for a minute hours after the activation
      Given the PPMID has activated image 0x20
      When its power is cut for 1 minute at 06:00
      Then the PPMID is running firmware 0x20

    Scenario: the hub refuses the activation
      Given the hub refuses the end of the transfer
      When image 0x20 is delivered, to activate now
      Then the PPMID is running firmware 0x10

    Scenario: the hub answers with another image
      Given the hub ends the transfer of another image
      When image 0x20 is delivered, to activate now
      Then the PPMID is running firmware 0x10

  @target:device @req:DEV-11 @must @needs:current-file-version
  Rule: The device reports what it runs when it is read

    Scenario: after the activation
      Given the PPMID has activated image 0x20
      When the hub reads CurrentFileVersion
      Then the PPMID answers with firmware 0x20

    Scenario: before any update
      When the hub reads CurrentFileVersion
      Then the PPMID answers with firmware 0x10

  @target:device @req:DEV-13 @must
  Rule: Until activation the device runs, and reports, its old firmware

    Scenario: half of the image has been fetched
      Given the PPMID has fetched half of image 0x20
      When 1 second passes
      Then the PPMID is still running firmware 0x10

    Scenario: the image waits for its time
      Given the PPMID has downloaded image 0x20, to activate in 1 day
      When 1 hour passes
      Then the PPMID is still running firmware 0x10
