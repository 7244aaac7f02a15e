package org.denba.engine.properties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.growth.Sex;
import org.denba.engine.properties.Visit.Age;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.triage.TriageRequest;

/**
 * Sick children from the dictionary and the protocol: any element that a rule looks at, any value
 * that it can have, weighted towards the numbers at which the rules change their mind. Half of the
 * children are aimed at one rule (see {@link Aim}).
 */
final class SickChildren {

  private static final List<String> REASONS =
      List.of("no-device", "refused", "child-agitated", "not-feasible", "unspecified");

  private static final QuietValues QUIET = new QuietValues(BuiltIn.RULES);

  private static final int YOUNGEST = 2;
  private static final int OLDEST = 59;

  private SickChildren() {}

  /**
   * How much is known of a child and how ill it is: weights of left out, said to be unknown, not
   * done, absent (or a normal code) and present.
   */
  private record Picture(int leftOut, int unknown, int notDone, int absent, int present) {}

  private static final List<Picture> PICTURES =
      List.of(
          new Picture(0, 0, 1, 100, 1),
          new Picture(2, 0, 1, 100, 1),
          new Picture(30, 0, 1, 90, 1),
          new Picture(2, 1, 1, 60, 4),
          new Picture(1, 1, 2, 10, 10),
          new Picture(15, 3, 2, 15, 5),
          new Picture(60, 3, 2, 10, 10));

  /** Children of the protocol's ages, told in every way, some of them near the ends. */
  static Arbitrary<Visit> any() {
    return visits();
  }

  private static Arbitrary<Visit> visits() {
    Arbitrary<Map<String, Finding>> findings =
        Arbitraries.oneOf(PICTURES.stream().map(SickChildren::findings).toList());
    Arbitrary<Tuple.Tuple2<String, String>> places =
        Arbitraries.frequency(
            Tuple.of(6, Tuple.of(BuiltIn.PROTOCOL, TriageRequest.FACILITY)),
            Tuple.of(3, Tuple.of((String) null, TriageRequest.FACILITY)),
            Tuple.of(1, Tuple.of(BuiltIn.PROTOCOL, TriageRequest.COMMUNITY)));
    Arbitrary<Measures> measures = measures().injectNull(0.5);
    return Combinators.combine(
            ages(),
            sexes(),
            places,
            parameters(),
            findings,
            calm().injectNull(0.4),
            aims().injectNull(0.3),
            measures)
        .as(SickChildren::visit)
        .withoutEdgeCases();
  }

  private static Visit visit(
      Age age,
      Sex sex,
      Tuple.Tuple2<String, String> place,
      Map<String, Object> parameters,
      Map<String, Finding> findings,
      Aim calm,
      Aim aim,
      Measures measures) {
    Map<String, Finding> all = new LinkedHashMap<>(findings);
    Map<String, Object> set = new LinkedHashMap<>(parameters);
    if (measures != null) {
      all.putAll(measures.findings());
      all.remove("whz");
    }
    for (Aim each : new Aim[] {calm, aim}) {
      if (each != null) {
        all.putAll(each.findings());
        set.putAll(each.parameters());
      }
    }
    Age told = age;
    if (all.remove("age-months") instanceof Finding.Quantity months) {
      int whole = (int) Math.floor(months.value().low());
      told = Age.born(BuiltIn.TODAY.minusMonths(Math.max(YOUNGEST, Math.min(OLDEST, whole))));
    }
    return new Visit(told, sex, place.get1(), place.get2(), BuiltIn.TODAY, "en", set, all);
  }

  private static Arbitrary<Aim> aims() {
    return Combinators.combine(
            Arbitraries.of(BuiltIn.RULES.rows()), Arbitraries.longs().between(0, 1_000_000))
        .as(Aim::at);
  }

  private static Arbitrary<Aim> calm() {
    return Arbitraries.longs().between(0, 1_000_000).map(Aim::calm);
  }

  private static Arbitrary<Map<String, Finding>> findings(Picture picture) {
    List<Arbitrary<Finding>> each = new ArrayList<>();
    List<DataElement> elements =
        BuiltIn.WORDS.elements().stream().filter(e -> !isPatientField(e)).toList();
    elements.forEach(element -> each.add(finding(element, picture)));
    return Combinators.combine(each)
        .as(
            values -> {
              Map<String, Finding> findings = new LinkedHashMap<>();
              for (int i = 0; i < values.size(); i++) {
                if (values.get(i) != null) {
                  findings.put(elements.get(i).id(), values.get(i));
                }
              }
              return findings;
            });
  }

  private static boolean isPatientField(DataElement element) {
    return List.of("age-months", "age-days", "sex").contains(element.id());
  }

  private static Arbitrary<Finding> finding(DataElement element, Picture picture) {
    Arbitrary<Finding> left = Arbitraries.just((Finding) null);
    Arbitrary<Finding> unknown = Arbitraries.just(new Finding.Unknown());
    Arbitrary<Finding> notDone = Arbitraries.of(REASONS).map(Finding.NotDone::new);
    Arbitrary<Finding> absent = values(element, false);
    Arbitrary<Finding> present = values(element, true);
    return Arbitraries.frequencyOf(
        Tuple.of(picture.leftOut(), left),
        Tuple.of(picture.unknown(), unknown),
        Tuple.of(picture.notDone(), notDone),
        Tuple.of(picture.absent(), absent),
        Tuple.of(picture.present(), present));
  }

  /** Values of an element: one that speaks for no illness, or any that it can have. */
  private static Arbitrary<Finding> values(DataElement element, boolean any) {
    return switch (element.type()) {
      case BOOLEAN -> Arbitraries.just(new Finding.Answer(any));
      case CODED ->
          Arbitraries.of(any ? element.codes() : QUIET.codes(element)).map(Finding.Code::new);
      case QUANTITY -> (any ? numbers(element) : quiet(element)).map(Finding.Quantity::of);
      case DATE -> days(element).map(Finding.Day::new);
      case LIST -> throw new IllegalStateException(element + ": no rule reads a list");
    };
  }

  private static Arbitrary<Double> quiet(DataElement element) {
    Interval usual = BuiltIn.RULES.plausible(element.index()).or(element::allowed).orElseThrow();
    return Arbitraries.of(QUIET.numbers(element, usual, BuiltIn.WORDS.bounds(element)));
  }

  private static Arbitrary<Double> numbers(DataElement element) {
    Interval range = element.allowed().orElseThrow();
    List<Double> near = new ArrayList<>();
    for (double bound : BuiltIn.WORDS.bounds(element)) {
      for (double step : new double[] {-1, -0.1, 0, 0.1, 1}) {
        double value = Math.round((bound + step) * 10) / 10.0;
        if (value >= range.low() && value <= range.high()) {
          near.add(value);
        }
      }
    }
    Arbitrary<Double> anywhere =
        Arbitraries.integers()
            .between((int) Math.ceil(range.low() * 10), (int) Math.floor(range.high() * 10))
            .map(tenths -> tenths / 10.0);
    return near.isEmpty()
        ? anywhere
        : Arbitraries.frequencyOf(Tuple.of(1, anywhere), Tuple.of(4, Arbitraries.of(near)));
  }

  /**
   * Weight and length of one child that belong together.
   *
   * @param cm length or height
   * @param bmi weight in kg over the square of the length in m: around the widest that children
   *     have
   */
  private record Measures(int cm, double bmi) {
    Map<String, Finding> findings() {
      double kg = Math.rint(bmi * cm * cm / 1000) / 10;
      return Map.of("length-height", Finding.Quantity.of(cm), "weight", Finding.Quantity.of(kg));
    }
  }

  private static Arbitrary<Measures> measures() {
    return Combinators.combine(
            Arbitraries.integers().between(50, 118),
            Arbitraries.doubles().between(10, 20).ofScale(1))
        .as(Measures::new);
  }

  private static Arbitrary<LocalDate> days(DataElement element) {
    List<Integer> ago = new ArrayList<>(List.of(-1, 0, 1, 1000));
    BuiltIn.WORDS
        .bounds(element)
        .forEach(bound -> ago.addAll(List.of(bound.intValue() - 1, bound.intValue())));
    return Arbitraries.of(ago).map(BuiltIn.TODAY::minusDays);
  }

  private static Arbitrary<Sex> sexes() {
    return Arbitraries.of(Sex.MALE, Sex.FEMALE, null);
  }

  /** Ages in completed months at which a rule changes its mind, and any other. */
  static Arbitrary<Integer> months() {
    List<Integer> near = new ArrayList<>(List.of(YOUNGEST, YOUNGEST + 1, OLDEST - 1, OLDEST));
    DataElement age = BuiltIn.DICTIONARY.element("age-months").orElseThrow();
    for (double bound : BuiltIn.WORDS.bounds(age)) {
      near.add((int) bound - 1);
      near.add((int) bound);
    }
    near.removeIf(months -> months < YOUNGEST || months > OLDEST);
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.integers().between(YOUNGEST, OLDEST)),
        Tuple.of(1, Arbitraries.of(near)));
  }

  private static Arbitrary<Age> ages() {
    Arbitrary<Boolean> guess = Arbitraries.of(false, false, false, true);
    Arbitrary<Age> born =
        Combinators.combine(months(), Arbitraries.integers().between(0, 27), guess)
            .as(
                (months, days, guessed) ->
                    new Age(
                        BuiltIn.TODAY.minusMonths(months).minusDays(days),
                        null,
                        null,
                        null,
                        guessed));
    Arbitrary<Age> inMonths =
        Combinators.combine(months(), guess).as((m, g) -> new Age(null, null, m, null, g));
    Arbitrary<Age> inYears =
        Combinators.combine(Arbitraries.integers().between(0, 5), guess)
            .as((years, g) -> new Age(null, years, null, null, g));
    Arbitrary<Age> inDays =
        Combinators.combine(Arbitraries.integers().between(50, 1840), guess)
            .as((days, g) -> new Age(null, null, null, days, g));
    return Arbitraries.frequencyOf(
        Tuple.of(10, born), Tuple.of(4, inMonths), Tuple.of(1, inYears), Tuple.of(1, inDays));
  }

  private static Arbitrary<Map<String, Object>> parameters() {
    List<Parameter> parameters = BuiltIn.WORDS.parameters();
    List<Arbitrary<Object>> each = new ArrayList<>();
    for (Parameter parameter : parameters) {
      each.add(Arbitraries.of(ProtocolWords.values(parameter)).injectNull(0.9));
    }
    return Combinators.combine(each)
        .as(
            values -> {
              Map<String, Object> set = new LinkedHashMap<>();
              for (int i = 0; i < values.size(); i++) {
                if (values.get(i) != null) {
                  set.put(parameters.get(i).id(), values.get(i));
                }
              }
              return set;
            });
  }
}
