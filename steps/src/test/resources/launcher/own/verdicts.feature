Feature: Every way in which a scenario can end

  @target:device @req:DEV-01
  Rule: The rule that holds

    @holds
    Scenario: the first
      Given a home
      Then the rule holds

    @holds
    Scenario Outline: <what> with <count>
      Given a home
      Then the rule holds

      Examples: two of them
        | what | count | unnamed |
        | this | 1     | a       |
        | that | 2     | b       |

  @target:device @req:DEV-05
  Rule: The rule that is broken

    @breaks
    Scenario: the target breaks it
      Given a home
      Then the rule is broken

    @breaks
    Scenario: the target breaks it again
      Given a home
      Then the rule is broken

  @target:device @req:DEV-07
  Rule: The rule that nobody can decide

    @cable
    Scenario: the cable breaks
      Given a home
      Then the cable breaks

    @undecidable
    Scenario: the profile cannot decide
      Given a home
      Then the profile cannot decide it

  @target:device @req:DEV-10
  Rule: The rule that hanproof gets wrong

    @wrong
    Scenario: hanproof throws
      Given a home
      Then hanproof is wrong

    @unknown
    Scenario: the sentence names what is not there
      Given a home
      Then something is named that is not there

    @unseen
    Scenario: nobody looks
      Given a home
      Then nobody looks

    @lost
    Scenario: the outcome is lost
      Given a home
      Then the outcome is lost

    @twice
    Scenario: the outcome comes twice
      Given a home
      Then the outcome comes twice

    @endless
    Scenario: it never ends
      Given a home
      Then it never ends

  @target:device @req:DEV-11 @policy:overwrite=pia
  Rule: The rule of another reading

    @elsewhere
    Scenario: it holds elsewhere
      Given a home
      Then the rule holds

  @target:hub @req:OTA-07
  Rule: The rule of the hub

    @hub
    Scenario: the hub keeps it
      Given a home
      Then the rule holds
