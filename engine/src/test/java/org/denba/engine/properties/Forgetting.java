package org.denba.engine.properties;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Contact;
import org.denba.engine.assessment.Finding;
import org.denba.engine.condition.Reported;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Measurements;
import org.denba.engine.protocol.ProtocolFile;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Question;

/**
 * One thing that was told of a child and then is not: what must hold between the two answers, and
 * the exceptions that the reference makes.
 *
 * @param element the element that is no longer told ({@code age-months} for any loss of precision
 *     of the age)
 * @param child the child with everything told
 * @param less the child with this element left out
 */
record Forgetting(String element, Visit child, Visit less) {

  /** Every way to leave out one thing. */
  static List<Forgetting> of(Visit child) {
    List<Forgetting> all = new ArrayList<>();
    child.findings().keySet().forEach(id -> all.add(new Forgetting(id, child, child.without(id))));
    if (child.sex() != null) {
      all.add(new Forgetting("sex", child, child.withSex(null)));
    }
    for (Visit.Age vaguer : vaguer(child)) {
      all.add(new Forgetting("age-months", child, child.withAge(vaguer)));
    }
    return all;
  }

  /** The same age told less exactly; not at all only where the protocol was asked for. */
  private static List<Visit.Age> vaguer(Visit child) {
    List<Visit.Age> ages = new ArrayList<>();
    Visit.Age age = child.age();
    if (!age.estimated()) {
      ages.add(new Visit.Age(age.birth(), age.years(), age.months(), age.days(), true));
    }
    if (age.birth() != null && !age.estimated()) {
      int months = (int) age.birth().until(child.date()).toTotalMonths();
      ages.add(Visit.Age.ofMonths(months));
      ages.add(new Visit.Age(null, months / 12, null, null, false));
    }
    if (child.protocol() != null) {
      ages.add(Visit.Age.UNKNOWN);
    }
    return ages;
  }

  /** What of the promise is broken, in words; empty when it is kept or the reference excepts it. */
  List<String> broken(TriageResult told, TriageResult left) {
    List<String> broken = new ArrayList<>();
    if (toldTwice()) {
      return broken;
    }
    if (left.couldBe().compareTo(told.couldBe()) < 0
        && !isAlertSign()
        && !closedByAGuard(left)
        && !protocolDecidesTheAge(told)) {
      broken.add("couldBe falls from " + told.couldBe() + " to " + left.couldBe());
    }
    Set<String> added = added(told, left);
    if (!added.isEmpty()) {
      broken.add(added + " added");
    }
    if (left.urgency().compareTo(told.urgency()) > 0 && !urgencyMayRise(told, left)) {
      broken.add("urgency rises from " + told.urgency() + " to " + left.urgency());
    }
    return broken;
  }

  /** The rows above green that are proved only now, although no proved row hid them before. */
  private Set<String> added(TriageResult told, TriageResult left) {
    Set<String> added = new LinkedHashSet<>();
    if (!told.protocol().id().equals(left.protocol().id()) || dangerSignNoLongerHeld(told, left)) {
      return added;
    }
    Set<String> before = rows(AnswerPropertiesTest.proved(told));
    for (Classification row : AnswerPropertiesTest.proved(left)) {
      if (row.colour() != Colour.GREEN
          && !before.contains(row.rule())
          && !hidden(told.protocol().id(), row.rule(), before)
          && !isLowerGradeOfAnUnknown(row, told)
          && !isBelowGreen(row, told)) {
        added.add(row.rule());
      }
    }
    return added;
  }

  private static Set<String> rows(List<Classification> classifications) {
    return classifications.stream().map(Classification::rule).collect(Collectors.toSet());
  }

  private static boolean hidden(String protocol, String row, Set<String> proved) {
    return AnswerPropertiesTest.subCharts(protocol, row).stream()
        .anyMatch(
            subChart -> {
              List<String> ids = subChart.rows().stream().map(Row::id).toList();
              return ids.subList(0, ids.indexOf(row)).stream().anyMatch(proved::contains);
            });
  }

  private boolean urgencyMayRise(TriageResult told, TriageResult left) {
    boolean onlyHomeCare = left.urgency() == Urgency.HOME_CARE;
    return dangerSignNoLongerHeld(told, left)
        || protocolDecidesTheAge(told)
        || anotherAgeBand(told, left)
        || onlyHomeCare && (isAlertSign() || closedByAGuard(left))
        || AnswerPropertiesTest.proved(left).stream()
            .filter(row -> row.urgency() == left.urgency())
            .anyMatch(row -> isLowerGradeOfAnUnknown(row, told) || isBelowGreen(row, told));
  }

  /**
   * Exception "gds-held" (imci-child §2): a danger sign is held only where everything else is
   * known.
   */
  private static boolean dangerSignNoLongerHeld(TriageResult told, TriageResult left) {
    return told.classifications().stream().anyMatch(Classification::held)
        && left.classifications().stream().noneMatch(Classification::held);
  }

  /**
   * Exception "alert signs" (conventions §1b): one that was reported counts as absent when blank.
   */
  private boolean isAlertSign() {
    Assessment alone =
        new Assessment(
            BuiltIn.RULES.slots(),
            BuiltIn.DICTIONARY.size(),
            BuiltIn.RULES.defaults(),
            Contact.first(""));
    if (child.findings().get(element) instanceof Finding.Answer answer) {
      alone.answer(slot(), answer.yes());
    } else if (child.findings().get(element) instanceof Finding.Quantity quantity) {
      alone.quantity(slot(), quantity.value());
    }
    return BuiltIn.RULES.alternatives().stream()
        .flatMap(rule -> rule.conditions().stream())
        .filter(Reported.class::isInstance)
        .map(Reported.class::cast)
        .anyMatch(reported -> reported.slot() == slot() && reported.sign().certain(alone));
  }

  /** Exception "not needed" (conventions §1b): another answer has closed this question. */
  private boolean closedByAGuard(TriageResult left) {
    boolean asked =
        left.stillToAssess().stream().map(Question::dataElement).anyMatch(element::equals)
            || left.classifications().stream().anyMatch(row -> row.missing().contains(element));
    return BuiltIn.RULES.guardOf(slot()) >= 0 && !asked;
  }

  /**
   * Exception "contradiction" (conventions §1b), widened: one thing was told in two ways, and
   * without the one the other counts. Two answers that intake rules join to one; a z-score beside
   * the measurements that it is made of (contract §1: a z-score that is sent is used); how the
   * child was measured (anthropometry §1: where it is not told, as the age suggests).
   */
  private boolean toldTwice() {
    boolean joined =
        isTold(element)
            && child.findings().keySet().stream()
                .filter(other -> !other.equals(element) && isTold(other))
                .anyMatch(other -> !Collections.disjoint(saidBy(element), saidBy(other)));
    boolean scored =
        BuiltIn.RULES.measurements().zScores().stream()
            .map(Measurements.ZScore::rule)
            .anyMatch(
                rule ->
                    element.equals(rule.position())
                        || isTold(rule.element())
                            && isTold(rule.weight())
                            && isTold(rule.length())
                            && goesInto(rule));
    return joined || scored;
  }

  /** The elements that one answer says: itself, and what an intake rule makes of it. */
  private static Set<String> saidBy(String id) {
    return Stream.concat(
            Stream.of(id),
            BuiltIn.RULES.intake().stream()
                .filter(rule -> rule.from().id().equals(id))
                .map(rule -> rule.to().id()))
        .collect(Collectors.toSet());
  }

  private boolean goesInto(ProtocolFile.ZScoreRule rule) {
    return List.of(rule.element(), rule.weight(), rule.length(), "sex", "age-months")
        .contains(element);
  }

  private boolean isTold(String id) {
    Finding finding = child.findings().get(id);
    return finding != null && !(finding instanceof Finding.Unknown);
  }

  /**
   * Exception "age" (conventions §2): where two age bands are possible the more severe answer is
   * kept.
   */
  private boolean anotherAgeBand(TriageResult told, TriageResult left) {
    return element.equals("age-months") && !told.protocol().id().equals(left.protocol().id());
  }

  /**
   * Exception "no age" (contract §1): where nothing at all is told of the age, the protocol that
   * was asked for decides it; an age that is told and may be outside the protocol does not let it.
   */
  private boolean protocolDecidesTheAge(TriageResult told) {
    return less.age().equals(Visit.Age.UNKNOWN)
        && (!told.protocol().id().equals(less.protocol())
            || told.warnings().stream().anyMatch(w -> w.code().equals("age-estimated-band")));
  }

  /** Exception "NUT-3" (imci-child §12c): proved where severe wasting is only possible. */
  private static boolean isLowerGradeOfAnUnknown(Classification row, TriageResult told) {
    return row.rule().equals("NUT-3")
        && row.provisional()
        && told.classifications().stream().anyMatch(c -> c.chart().equals(row.chart()));
  }

  /** Exception "HIV-U" (imci-child §9): a row below a green one, which hid it. */
  private static boolean isBelowGreen(Classification row, TriageResult told) {
    return told.classifications().stream().noneMatch(c -> c.rule().equals(row.rule()))
        && AnswerPropertiesTest.subCharts(told.protocol().id(), row.rule()).stream()
            .anyMatch(
                subChart ->
                    subChart.rows().stream()
                        .takeWhile(above -> !above.id().equals(row.rule()))
                        .anyMatch(Row::isGreen));
  }

  private int slot() {
    return BuiltIn.DICTIONARY.element(element).map(DataElement::index).orElseThrow();
  }
}
