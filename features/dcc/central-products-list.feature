Feature: The DCC sends what the Central Products List lists
  An entry is for one manufacturer, model, hardware and firmware version, and carries the hash of the Manufacturer Image.

  @target:dcc @req:CPL-07 @must @baseline:2019
  Rule: IHDs are products of the list

    Scenario: an image that is listed for the IHD
      When the import supplier sends image 0x20 to the IHD, to activate now
      Then the DCC accepts the request for all devices

  @target:dcc @req:CPL-08 @must
  Rule: An entry of a PPMID may carry a hash

    Scenario: a list comes in with a new entry
      Given the CPL lacks image 0x20
      And the CPL has image 0x20
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC accepts the request for all devices

  @target:dcc @req:CPL-10 @must
  Rule: Each part of an upgrade has an entry of its own, and nothing links the parts

    Scenario Outline: the <which> part
      Given an upgrade split into image 0x15 and image 0x20
      And the CPL lacks image <other>
      When the import supplier sends image <part> to the PPMID, to activate now
      Then the DCC accepts the request for all devices

      Examples: without the other's entry
        | which | part | other |
        | first | 0x15 | 0x20  |
        | last  | 0x20 | 0x15  |

  @target:dcc @req:CPL-10 @must
  Rule: Each part has a hash of its own

    Scenario Outline: the <which> part is not listed
      Given an upgrade split into image 0x15 and image 0x20
      And the CPL lacks image <part>
      When the import supplier sends image <part> to the PPMID, to activate now
      Then the DCC refuses the request

      Examples: beside the other that is
        | which | part |
        | first | 0x15 |
        | last  | 0x20 |

  @target:dcc @req:CPL-11 @contested
  Rule: How many entries a hash may have
    # Contested: one or more (Annex A 3.1.1 and 3.1.3), or one at most (assumption MP07-D06), which is about what the list holds
    # and asks nothing of a DCC.

    @policy:cpl-versions=many
    Scenario: the second of two entries is for the device
      Given the CPL has image 0x20 for another model, then for the PPMID
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC accepts the request for all devices

    @policy:cpl-versions=many
    Scenario: both of two entries are for the device
      Given the CPL has image 0x20 for two GBCS versions
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC accepts the request for all devices

  @target:dcc @req:CPL-12 @must
  Rule: Firmware whose entry has been removed is not sent

    Scenario: the entry was removed before the request
      Given the CPL has image 0x20 removed
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC refuses the request
      And the DCC delivers nothing to the PPMID for 1 hour

  @target:dcc @req:CPL-13 @contested @baseline:2019
  Rule: What becomes of IHDs whose firmware is removed
    # Contested: they cannot be suspended, and only new ones and updates are blocked (MP07-D02), or they are suspended (PIA).

    @policy:ihd-removal=block
    Scenario: an IHD that runs it stays as it is
      Given the CPL has the IHD's firmware 0x10 removed
      When the import supplier sends SR 8.2 for the IHD
      Then the inventory shows the IHD as Commissioned

    @policy:ihd-removal=block
    Scenario: an update to it is blocked
      Given the CPL has the IHD's firmware 0x20 removed
      When the import supplier sends image 0x20 to the IHD, to activate now
      Then the DCC refuses the request

    @policy:ihd-removal=block
    Scenario: a new IHD that runs it is not taken
      Given the CPL has the IHD's firmware 0x20 removed
      When the import supplier sends SR 12.2 for the new IHD with firmware 0x20
      Then the DCC refuses the request

    @policy:ihd-removal=suspend
    Scenario: an IHD that runs it is suspended
      Given the CPL has the IHD's firmware 0x10 removed
      When the import supplier sends SR 8.2 for the IHD
      Then the inventory shows the IHD as Suspended

  @target:dcc @req:CPL-15 @must
  Rule: An image whose hash is not listed goes nowhere

    Scenario: no entry has the hash
      Given the CPL lacks image 0x20
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC refuses the request
      And the DCC delivers nothing to the PPMID for 1 hour
