Feature: The DCC carries images to hubs
  One firmware request for a hub at a time is in progress, for at most 30 minutes here: the sources leave that time to be agreed.

  @target:dcc @req:DIS-01 @must
  Rule: The image goes, decoded, to the hub of each device that passed

    Scenario: two devices in two homes
      When the import supplier sends image 0x20 to the PPMID and the neighbour's PPMID, to activate now
      Then the DCC delivers image 0x20 to the PPMID and the neighbour's PPMID
      And the delivery carries the image octet for octet

  @target:dcc @req:DIS-02 @contested @policy:in-flight=throttle
  Rule: One firmware request for a hub is in progress, and further ones wait
    # Contested: CR1047 queues them; the DCC's alternatives are to reject (DIS-05) or to forward them all (DIS-06).

    Scenario: two suppliers send to one home within seconds
      Given the import supplier sent image 0x20 to the PPMID, to activate now
      When the gas supplier sends image 0x20 to the second PPMID, to activate now
      Then the DCC delivers image 0x20 to the second PPMID once the hub has reported on the PPMID

    # A delivery that has waited for the hub which says nothing comes when that hub's 30 minutes have ended. The time is hanproof's:
    # no text has one (S002:5452-5456).
    Scenario: another home does not wait
      Given the PPMID is off
      And the import supplier sent image 0x20 to the PPMID, to activate now
      When the import supplier sends image 0x20 to the neighbour's PPMID, to activate now
      Then the DCC delivers image 0x20 to the neighbour's PPMID within 30 minutes

  @target:dcc @req:DIS-03 @contested @policy:in-flight=throttle
  Rule: A request is in progress until the hub has said what became of the transfer

    Scenario: half of the image has been fetched
      Given the PPMID has fetched half of image 0x20
      When the gas supplier sends image 0x20 to the second PPMID, to activate now
      Then the DCC delivers nothing to the second PPMID for 10 minutes

  @target:dcc @req:DIS-04 @contested @policy:in-flight=throttle
  Rule: A hub that says nothing does not hold up others for ever

    Scenario: the first device is off
      Given the PPMID is off
      And the import supplier sent image 0x20 to the PPMID, to activate now
      When the gas supplier sends image 0x20 to the second PPMID, to activate now
      Then the DCC delivers image 0x20 to the second PPMID after 30 minutes

  @target:dcc @req:DIS-05 @contested @policy:in-flight=reject
  Rule: A device whose hub has a request in progress is rejected

    Scenario: two suppliers send to one home within seconds
      Given the import supplier sent image 0x20 to the PPMID, to activate now
      When the gas supplier sends image 0x20 to the second PPMID, to activate now
      Then the DCC rejects the second PPMID because another firmware request is in progress

  @target:dcc @req:DIS-06 @contested @policy:in-flight=forward
  Rule: The DCC does not look at what is in progress

    # A delivery that has waited comes when the 30 minutes have ended.
    Scenario: the first device is off
      Given the PPMID is off
      And the import supplier sent image 0x20 to the PPMID, to activate now
      When the gas supplier sends image 0x20 to the second PPMID, to activate now
      Then the DCC delivers image 0x20 to the second PPMID within 30 minutes

  @target:dcc @req:DIS-07 @must @policy:in-flight=throttle
  Rule: Of the images that wait, a meter's is the next

    Scenario: a display's has waited longer
      Given the PPMID is off
      And the import supplier sent image 0x20 to the PPMID, to activate now
      And the gas supplier sent image 0x20 to the second PPMID, to activate now
      When the import supplier sends image 0x20 to the ESME, by SR 11.1
      Then the DCC delivers image 0x20 to the ESME ahead of the image for the second PPMID

  @target:dcc @req:DIS-09 @must
  Rule: Each hub is sent the image for its own devices, as far as they passed

    Scenario: one device of three is unknown
      When the import supplier sends image 0x20 to the PPMID, an unknown device and the neighbour's PPMID, to activate now
      Then the DCC delivers image 0x20 to the PPMID and the neighbour's PPMID
      And the DCC delivers nothing to an unknown device for 1 hour

  @target:dcc @req:DIS-10 @must
  Rule: A Communication Service Provider may reject devices

    Scenario: it does not know the hub of one of two
      Given the neighbour's hub is unknown to the Communication Service Provider
      When the import supplier sends image 0x20 to the PPMID and the neighbour's PPMID, to activate now
      Then the DCC delivers image 0x20 to the PPMID
      And the DCC delivers nothing to the neighbour's PPMID for 1 hour
      And both suppliers receive the news that image 0x20 is not taken for the neighbour's PPMID

  @target:dcc @req:DIS-11 @must
  Rule: Nobody tries again after a failed delivery but the supplier

    Scenario: the supplier does not ask
      When the transfer of image 0x20 to the PPMID fails
      Then the DCC delivers nothing to the PPMID for 2 days

    Scenario: the supplier asks again
      Given the transfer of image 0x20 to the PPMID failed
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the DCC delivers image 0x20 to the PPMID

  @target:dcc @req:DIS-15 @must
  Rule: What the hub says of each transfer is kept apart

    Scenario: two devices take one image
      When the import supplier sends image 0x20 to the PPMID and the second PPMID, to activate now
      Then both suppliers receive the second alert about image 0x20 for the PPMID, fileTransferSuccess
      And both suppliers receive the second alert about image 0x20 for the second PPMID, fileTransferSuccess

  @target:dcc @req:DIS-17 @must @policy:hcalcs-route=critical
  Rule: A delivery says whether it is for meters and load switches or for displays

    Scenario: an image for a display
      When the import supplier sends image 0x20 to the PPMID, to activate now
      Then the delivery is marked as one for displays

    Scenario Outline: an image for the <device>
      When the import supplier sends image 0x20 to the <device>, by SR 11.1
      Then the delivery is marked as one for meters and load switches

      Examples: of the electricity supplier's
        | device |
        | ESME   |
        | HCALCS |
