Feature: Sentences that no step understands

  @target:device
  Rule: Any

    @undefined
    Scenario: nobody knows the sentence
      Given a home
      And a sentence that nobody knows
      Then another one

    @ambiguous
    Scenario: two know the sentence
      Given an ambiguous thing

    @known
    Scenario: one knows the sentence
      Given a home
      Then the rule holds
