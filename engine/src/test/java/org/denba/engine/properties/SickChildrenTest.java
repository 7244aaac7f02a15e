package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Row;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Status;

/**
 * The generated children reach everything that the properties speak of; else those would hold for
 * nothing.
 */
class SickChildrenTest {

  private static final int CHILDREN = 3_000;

  @Example
  void everyRowIsMetProvedAndOpen() {
    RandomGenerator<Visit> generator = SickChildren.any().generator(1000);
    Random random = new Random(20261122);
    Set<String> proved = new TreeSet<>();
    Set<String> open = new TreeSet<>();
    Set<String> answers = new TreeSet<>();
    for (int i = 0; i < CHILDREN; i++) {
      TriageResult answer = generator.next(random).value().triage();
      if (!answer.protocol().id().equals(BuiltIn.PROTOCOL)) {
        continue;
      }
      for (Classification row : answer.classifications()) {
        (row.status() == Status.PROVED ? proved : open).add(row.rule());
        if (row.held()) {
          proved.add("held");
        }
      }
      answers.add(answer.urgency() + (answer.complete() ? " complete" : " open"));
    }
    Set<String> rows = new TreeSet<>();
    Set<String> aboveGreen = new TreeSet<>();
    for (Row row : BuiltIn.RULES.rows()) {
      // the rows of follow-up visits need a visit before
      if (row.classifies() && !row.chart().equals("follow-up")) {
        rows.add(row.id());
        if (row.colour() != Colour.GREEN) {
          aboveGreen.add(row.id());
        }
      }
    }
    assertThat(proved).containsAll(rows).contains("held");
    assertThat(open).isEqualTo(aboveGreen);
    assertThat(answers)
        .contains(
            "HOME_CARE complete",
            "TREAT_HERE complete",
            "REFER_NONURGENT complete",
            "REFER_URGENT complete",
            "TREAT_HERE open",
            "REFER_URGENT open",
            "UNDETERMINED open");
  }
}
