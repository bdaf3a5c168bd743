Feature: The DCC checks a request, and each of its devices
  Annex A 3.1.3: what fails for the image is told of the request, what fails for a device of that device.

  @target:dcc @req:DSP-01 @contested
  Rule: How large a Manufacturer Image may be
    # Contested: less than 750KB (Annex A 3.1.3), no more than 750KB (MP07-AT-14), or any size (PIA); KB is not defined.

    @policy:image-limit=750000
    Scenario Outline: <octets> octets
      Given the CPL has image 0x20 of <octets> octets
      When the import supplier sends image 0x20 of <octets> octets to the PPMID, to activate now
      Then the DCC <does>

      Examples: less than 750 000
        | octets | does                                |
        | 749999 | accepts the request for all devices |
        | 750000 | refuses the request                 |

    @policy:image-limit=750000-inclusive
    Scenario Outline: <octets> octets where 750 000 are allowed
      Given the CPL has image 0x20 of <octets> octets
      When the import supplier sends image 0x20 of <octets> octets to the PPMID, to activate now
      Then the DCC <does>

      Examples: 750 000 at most
        | octets | does                                |
        | 750000 | accepts the request for all devices |
        | 750001 | refuses the request                 |

    @policy:image-limit=768000
    Scenario Outline: <octets> octets where KB are of 1024
      Given the CPL has image 0x20 of <octets> octets
      When the import supplier sends image 0x20 of <octets> octets to the PPMID, to activate now
      Then the DCC <does>

      Examples: less than 768 000
        | octets | does                                |
        | 767999 | accepts the request for all devices |
        | 768000 | refuses the request                 |

    @policy:image-limit=none
    Scenario: 1 000 000 octets where there is no limit
      Given the CPL has image 0x20 of 1000000 octets
      When the import supplier sends image 0x20 of 1000000 octets to the PPMID, to activate now
      Then the DCC accepts the request for all devices

  @target:dcc @req:DSP-02 @must
  Rule: The DCC calculates the hash over the Manufacturer Image

    Scenario: one bit of it is another
      When the import supplier sends image 0x20 with one bit changed to the PPMID, to activate now
      Then the DCC refuses the request

    @baseline:2019
    Scenario: the activation date-time is no part of it
      When the import supplier sends image 0x20 to the PPMID, to activate in 3 days
      Then the DCC accepts the request for all devices

  @target:dcc @req:DSP-03 @must
  Rule: The hash is on the list

    Scenario: it is not
      Given the CPL lacks image 0x20
      When the gas supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC refuses the request

  @target:dcc @req:DSP-04 @contested
  Rule: A device is of a type that SR 11.4 is for
    # Contested: IHD and PPMID (Annex A 3.1.3), or HCALCS, too (PIA).

    @policy:hcalcs-route=critical
    Scenario: a load switch is not
      When the import supplier sends image 0x20 to the PPMID and the HCALCS, to activate now
      Then the DCC rejects the HCALCS because the device is of a type that the request is not for

    @policy:hcalcs-route=combined
    Scenario: a load switch is
      When the gas supplier sends image 0x20 to the HCALCS, by SR 11.4
      Then the DCC accepts the request for all devices

  @target:dcc @req:DSP-05 @must
  Rule: A device's manufacturer, model and hardware are those of an entry with the hash

    Scenario Outline: the device is of another <part>
      Given the PPMID is <state>
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC rejects the PPMID because the image's CPL entries are for other manufacturers, models or hardware

      Examples: than the entry
        | part         | state                   |
        | manufacturer | of another manufacturer |
        | model        | of another model        |
        | hardware     | of hardware 1.2         |

    Scenario: the entry is for other hardware
      Given the CPL has image 0x20 for other hardware
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC rejects the PPMID because the image's CPL entries are for other manufacturers, models or hardware

  @target:dcc @req:DSP-06 @must
  Rule: A device is associated with a Communications Hub Function

    Scenario: it is with none
      Given the PPMID is known behind no hub
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC rejects the PPMID because the device is associated with no Communications Hub

  @target:dcc @req:DSP-07 @must
  Rule: The sender is a Responsible Supplier of a meter on the device's hub

    Scenario: a supplier that supplies other homes, and this one no more
      Given the gaining supplier took over the supply of electricity
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC rejects the PPMID because the sender is not responsible for a meter on the device's Communications Hub
      And the DCC delivers nothing to the PPMID for 1 hour

  @target:dcc @req:DSP-08 @must
  Rule: The Responsible Suppliers at the time of the request get the alerts

    Scenario: the supplier changes before the device has the image
      Given the PPMID has fetched half of image 0x20
      And the gaining supplier took over the supply of electricity
      When the PPMID fetches the image
      Then the import supplier and the gas supplier receive the second alert about image 0x20 for the PPMID, fileTransferSuccess
      And the gaining supplier receives no alert for 1 hour

  @target:dcc @req:DSP-09 @contested @policy:hcalcs-route=critical
  Rule: Whom the DCC tells of a load switch
    # Contested: the Import Supplier only (PIA), or Import and Gas Suppliers (Annex B, 4.2).

    @policy:hcalcs-suppliers=import-only
    Scenario: the Import Supplier
      When the import supplier sends image 0x20 to the HCALCS, by SR 11.1
      Then the import supplier receives the second alert about image 0x20 for the HCALCS, fileTransferSuccess
      And the gas supplier receives no second alert for 1 hour

    @policy:hcalcs-suppliers=import-and-gas
    Scenario: both suppliers
      When the import supplier sends image 0x20 to the HCALCS, by SR 11.1
      Then both suppliers receive the second alert about image 0x20 for the HCALCS, fileTransferSuccess

  @target:dcc @req:DSP-10 @must
  Rule: The response lists every device that failed, with its reason

    Scenario: two of three
      When the import supplier sends image 0x20 to the CAD, an unknown device and the neighbour's PPMID, to activate now
      Then the DCC rejects the CAD because the device is of a type that the request is not for, and an unknown device because the device is not in the Smart Metering Inventory
      And the DCC delivers image 0x20 to the neighbour's PPMID

  @target:dcc @req:DSP-12 @must
  Rule: The image is checked by its hash alone

    Scenario: the header says another hardware than the entry
      When the import supplier sends image 0x20 for other hardware to the PPMID, to activate now
      Then the DCC accepts the request for all devices

  @target:dcc @req:DSP-13 @must
  Rule: A device that knows no firmware update is sent none

    Scenario: its GBCS version is an old one
      Given the PPMID is of GBCS version 3.2
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC rejects the PPMID because the device's GBCS version knows no firmware update

    @baseline:2019
    Scenario: it is an IHD whose firmware version nobody has recorded
      Given the IHD is recorded with no firmware
      When the import supplier sends image 0x20 to the IHD, to activate now
      Then the DCC rejects the IHD because the device's GBCS version knows no firmware update

  @target:dcc @req:DSP-14 @must
  Rule: Nothing is sent to a hub that does not support the operation

    Scenario: the hub serves meters only
      Given the neighbour's hub serves meters only
      When the import supplier sends image 0x20 to the neighbour's PPMID, to activate now
      Then the DCC delivers nothing to the neighbour's PPMID for 1 hour

  @target:dcc @req:DSP-16 @must
  Rule: Where a home has two suppliers, either may upgrade

    Scenario: the one that supplies gas, to a neighbour's device
      When the gas supplier sends image 0x20 to the neighbour's PPMID, to activate now
      Then the DCC accepts the request for all devices

  @target:dcc @req:DSP-17 @must
  Rule: SR 11.4 has an anomaly detection threshold of its own
    # No text says what is answered to a request that exceeds it, nor how long that is held back.

    Scenario: a second request in the time that the threshold is for
      Given the import supplier may send 1 request of SR 11.4 within 1 day
      And the import supplier sent image 0x20 to the PPMID, to activate now
      When the import supplier sends image 0x20 to the neighbour's PPMID, to activate now
      Then the DCC delivers nothing to the neighbour's PPMID for 1 hour

    Scenario: a second request after that time
      Given the import supplier may send 1 request of SR 11.4 within 1 day
      And the import supplier sent image 0x20 to the PPMID, to activate now
      And 1 day has passed
      When the import supplier sends image 0x20 to the neighbour's PPMID, to activate now
      Then the DCC accepts the request for all devices
