package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for every patient and every table, whatever the parameters. */
class DosePropertiesTest {

  /** The adult dose or cap that is never exceeded, in the unit of the dose (dosing.md). */
  private static final Map<String, Double> CAPS =
      Map.of(
          "ampicillin",
          2000.0,
          "gentamicin",
          140.0,
          "ceftriaxone",
          2000.0,
          "azithromycin",
          1000.0,
          "amoxicillin",
          750.0,
          "paracetamol",
          500.0,
          "diazepam",
          10.0,
          "ciprofloxacin",
          250.0,
          "artemether-lumefantrine",
          4.0);

  /**
   * Mg/kg that no weighed child may ever get, for medicines where too much is dangerous (the
   * printed extremes).
   */
  private static final Map<String, Double> MOST_PER_KG =
      Map.of(
          "gentamicin",
          7.5,
          "diazepam",
          0.75,
          "paracetamol",
          16.7,
          "iron",
          5.0,
          "ceftriaxone",
          80.0,
          "ciprofloxacin",
          31.3);

  /** Treatments of women whose dose goes by weight. */
  private static final Set<String> BY_WEIGHT = Set.of("TX-ART-ADULT", "TX-AL-ADULT");

  @Property(tries = 3000)
  void neverAboveTheCap(@ForAll("treatments") String treatment, @ForAll("children") Child child) {
    for (Dose dose : BuiltInDoses.ask(treatment, child).doses()) {
      Double cap = CAPS.get(dose.medication());
      if (cap != null && dose.amount() != null) {
        assertThat(dose.amount()).as(dose.toString()).isLessThanOrEqualTo(cap);
      }
      if ("gentamicin".equals(dose.medication())) {
        assertThat(dose.volume()).isLessThanOrEqualTo(3.5);
      }
    }
  }

  @Property(tries = 3000)
  void neverAboveThePrintedExtremePerKg(
      @ForAll("treatments") String treatment, @ForAll("weights") double weight) {
    for (Dose dose : BuiltInDoses.ask(treatment, Child.weighing(weight)).doses()) {
      Double most = MOST_PER_KG.get(dose.medication());
      if (most != null) {
        assertThat(dose.amount() / weight).as(dose.toString()).isLessThanOrEqualTo(most * 1.001);
      }
    }
  }

  @Property(tries = 3000)
  void heavierNeverGetsLess(
      @ForAll("treatments") String treatment,
      @ForAll("weights") double one,
      @ForAll("weights") double other) {
    double light = Math.min(one, other);
    double heavy = Math.max(one, other);
    List<Dose> less = BuiltInDoses.ask(treatment, Child.weighing(light)).doses();
    List<Dose> more = BuiltInDoses.ask(treatment, Child.weighing(heavy)).doses();
    boolean lowerPerKgFrom20 = treatment.equals("TX-ARTESUNATE-IM") && light < 20 && heavy >= 20;
    if (less.size() != more.size() || lowerPerKgFrom20) {
      return;
    }
    for (int i = 0; i < less.size(); i++) {
      assertThat(amount(more.get(i))).as(treatment).isGreaterThanOrEqualTo(amount(less.get(i)));
      if (less.get(i).volume() != null) {
        assertThat(more.get(i).volume()).as(treatment).isGreaterThanOrEqualTo(less.get(i).volume());
      }
      for (int s = 0; s < less.get(i).steps().size(); s++) {
        Dose.Step bigger = more.get(i).steps().get(s);
        boolean wordsOnly = bigger.unit() == null;
        assertThat(wordsOnly ? Double.MAX_VALUE : amount(bigger))
            .as(treatment)
            .isGreaterThanOrEqualTo(amount(less.get(i).steps().get(s)));
      }
    }
  }

  @Property(tries = 2000)
  void olderNeverGetsLessByAge(
      @ForAll("treatments") String treatment, @ForAll("ages") int one, @ForAll("ages") int other) {
    List<Dose> less = BuiltInDoses.ask(treatment, Child.aged(Math.min(one, other))).doses();
    List<Dose> more = BuiltInDoses.ask(treatment, Child.aged(Math.max(one, other))).doses();
    if (less.size() == more.size()) {
      for (int i = 0; i < less.size(); i++) {
        assertThat(amount(more.get(i))).as(treatment).isGreaterThanOrEqualTo(amount(less.get(i)));
      }
    }
  }

  @Property(tries = 3000)
  void theVolumeIsWithinOneStepOfTheAmount(
      @ForAll("treatments") String treatment, @ForAll("weights") double weight) {
    for (Dose dose : BuiltInDoses.ask(treatment, Child.weighing(weight)).doses()) {
      DoseRow row =
          BuiltInDoses.BOOK.rows(treatment).stream()
              .filter(each -> each.quantity() != null && each.quantity().strength() != null)
              .filter(each -> each.medication().equals(dose.medication()))
              .findFirst()
              .orElse(null);
      if (dose.volume() != null && row != null) {
        double strength = row.quantity().strength().number();
        assertThat(Math.abs(dose.volume() - dose.amount() / strength))
            .as(dose.toString())
            .isLessThanOrEqualTo(0.1);
        assertThat(dose.volume()).isPositive();
      }
    }
  }

  @Property(tries = 3000)
  void artesunateIsNeverMeasuredBelowItsDose(@ForAll("weights") double weight) {
    for (Dose dose : BuiltInDoses.ask("TX-ARTESUNATE-IM", Child.weighing(weight)).doses()) {
      assertThat(dose.volume() * 20).isGreaterThanOrEqualTo(dose.amount() - 1e-6);
    }
  }

  @Property(tries = 3000)
  void aYoungInfantIsMeasuredWithinHalfAStep(
      @ForAll("youngInfants") Child infant, @ForAll("gentamicinStrengths") String strength) {
    Child child = infant.with("yi.genta-mg-per-ml", strength);
    double kg = child.weightKg().getAsDouble();
    double days = child.ageDays().orElseThrow().low();
    Dose gentamicin = BuiltInDoses.dose("YI-GENTA", child);
    assertThat(gentamicin.amount()).isCloseTo(kg * (days < 7 ? 5 : 7.5), within(1e-5));
    assertThat(gentamicin.volume())
        .isCloseTo(gentamicin.amount() / Double.parseDouble(strength), within(0.025 + 1e-5));
    Dose ampicillin = BuiltInDoses.dose("YI-AMPI", child);
    assertThat(ampicillin.amount()).isCloseTo(kg * 50, within(1e-5));
    assertThat(ampicillin.volume()).isCloseTo(kg * 50 / 167, within(0.025 + 1e-5));
    Dose amoxicillin = BuiltInDoses.dose("YI-AMOX-PSBI", child);
    assertThat(amoxicillin.amount()).isCloseTo(kg * 50, within(1e-5));
    assertThat(amoxicillin.volume()).isCloseTo(kg * 2, within(0.25 + 1e-5));
    Dose ceftriaxone = BuiltInDoses.dose("TX-EYE-NEWBORN", child);
    assertThat(ceftriaxone.amount()).isCloseTo(Math.min(125, kg * 50), within(1e-5));
  }

  @Property(tries = 2000)
  void aWomanGetsTheSameWhateverWeOtherwiseKnow(
      @ForAll("women") String treatment, @ForAll("womensWeights") double weight) {
    List<Dose> unweighed = BuiltInDoses.ask(treatment, Child.aged(300)).doses();
    List<Dose> weighed = BuiltInDoses.ask(treatment, Child.weighing(weight).months(300)).doses();
    assertThat(unweighed).isNotEmpty();
    if (!BY_WEIGHT.contains(treatment)) {
      assertThat(weighed).isEqualTo(unweighed);
    }
  }

  @Property(tries = 3000)
  void anAnswerWithoutADoseSaysWhy(
      @ForAll("anyTreatment") String treatment, @ForAll("children") Child child) {
    DoseAnswer answer = BuiltInDoses.ask(treatment, child);
    if (answer.doses().isEmpty()) {
      assertThat(answer.blocked() || !answer.missing().isEmpty() || !answer.notes().isEmpty())
          .isTrue();
    }
    assertThat(answer.blocked()).isEqualTo(answer.blockedReason() != null);
    for (Dose dose : answer.doses()) {
      assertThat(dose.form() != null || !dose.steps().isEmpty()).isTrue();
      assertThat(dose.medicationName()).isNotBlank();
      assertThat(dose.source()).isNotBlank();
      assertThat(dose.route()).isNotBlank();
    }
  }

  private static double amount(Dose dose) {
    return dose.amount() != null ? dose.amount() : dose.amountMin() != null ? dose.amountMin() : 0;
  }

  private static double amount(Dose.Step step) {
    return step.amount() != null ? step.amount() : step.amountMin() != null ? step.amountMin() : 0;
  }

  @Provide
  Arbitrary<String> treatments() {
    return Arbitraries.of(BuiltInDoses.CHILD);
  }

  @Provide
  Arbitrary<String> anyTreatment() {
    return Arbitraries.of(BuiltInDoses.TREATMENTS);
  }

  @Provide
  Arbitrary<String> women() {
    return Arbitraries.of(BuiltInDoses.WOMAN);
  }

  @Provide
  Arbitrary<Double> womensWeights() {
    return Arbitraries.doubles().between(25, 120).ofScale(1);
  }

  @Provide
  Arbitrary<Child> youngInfants() {
    return Combinators.combine(
            Arbitraries.doubles().between(0.5, 7.99).ofScale(2),
            Arbitraries.integers().between(0, 61))
        .as(Child::newborn);
  }

  @Provide
  Arbitrary<String> gentamicinStrengths() {
    return Arbitraries.of("40", "10");
  }

  @Provide
  Arbitrary<Double> weights() {
    return Arbitraries.doubles().between(1.5, 40).ofScale(2);
  }

  @Provide
  Arbitrary<Integer> ages() {
    return Arbitraries.integers().between(2, 59);
  }

  @Provide
  Arbitrary<Child> children() {
    Arbitrary<Child> weighed =
        Combinators.combine(weights(), ages())
            .as((kg, months) -> Child.weighing(kg).months(months));
    Arbitrary<Child> aged = ages().map(Child::aged);
    Arbitrary<Map.Entry<String, String>> choices =
        Arbitraries.of(
            Map.entry("malaria.first-line", "AL"),
            Map.entry("malaria.first-line", "AS-AQ"),
            Map.entry("malaria.first-line", "DHA-PPQ"),
            Map.entry("al.bands", "IMCI14"),
            Map.entry("al.lt5kg", "one-tablet"),
            Map.entry("malaria.artesunate-lt20kg-mgkg", "2.4"),
            Map.entry("ras.strength", "50"),
            Map.entry("ras.strength", "200"),
            Map.entry("ras.min-age-months", "6"),
            Map.entry("cipro.bands", "imci14-age"),
            Map.entry("cholera.antibiotic", "doxycycline"),
            Map.entry("cholera.antibiotic", "erythromycin"));
    return Combinators.combine(
            Arbitraries.oneOf(weighed, aged), choices, Arbitraries.of("en", "fr"))
        .as(
            (child, choice, language) ->
                child.with(choice.getKey(), choice.getValue()).in(language));
  }
}
