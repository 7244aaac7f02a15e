package org.denba.engine.properties;

import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.growth.Sex;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult;

/** A child with whom nothing is wrong and of whom everything that is asked is known. */
final class WellChild {

  private static final QuietValues QUIET = new QuietValues(BuiltIn.RULES);

  static final Visit VISIT = well();

  private WellChild() {}

  private static Visit well() {
    Visit.Age age = Visit.Age.born(BuiltIn.TODAY.minusMonths(18));
    Visit visit = finish(Visit.of(age, Sex.FEMALE, Map.of()));
    if (visit.triage().urgency() != Urgency.HOME_CARE) {
      throw new IllegalStateException("the well child is not sent home: " + visit.triage());
    }
    return visit;
  }

  /**
   * Answers whatever the engine asks with a value that speaks for no illness, until all is said.
   */
  static Visit finish(Visit visit) {
    Visit told = visit;
    TriageResult answer = told.triage();
    while (!answer.complete()) {
      if (answer.stillToAssess().isEmpty()) {
        throw new AssertionError("open, and nothing is asked: " + told);
      }
      String next = answer.stillToAssess().get(0).dataElement();
      DataElement asked = BuiltIn.DICTIONARY.element(next).orElseThrow();
      if (told.findings().containsKey(next)) {
        throw new AssertionError(next + " is asked again: " + told);
      }
      told = told.with(next, quiet(asked));
      answer = told.triage();
    }
    return told;
  }

  private static Finding quiet(DataElement asked) {
    if (asked.type() == ElementType.BOOLEAN) {
      return new Finding.Answer(false);
    }
    if (asked.type() == ElementType.CODED) {
      return new Finding.Code(QUIET.codes(asked).get(0));
    }
    return switch (asked.id()) {
      case "weight" -> Finding.Quantity.of(10.5);
      case "length-height" -> Finding.Quantity.of(80);
      default ->
          Finding.Quantity.of(
              QUIET
                  .numbers(asked, asked.allowed().orElseThrow(), BuiltIn.WORDS.bounds(asked))
                  .get(0));
    };
  }
}
