package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Interval;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Closing;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.ProtocolFile;

/** Says what can be said of one data element, as far as the rules tell it apart. */
final class FindingStates {

  /** What is known of every patient before anybody asks: it is never "not done". */
  private static final Set<String> OF_THE_PATIENT =
      Set.of("age-months", "age-days", "age-years", "sex");

  /** A code that Java computes, where there is none: no dose of a vaccine that does not apply. */
  static final String NO_CODE = "none";

  private static final List<String> REASONS =
      List.of("refused", "child-agitated", "not-feasible", "no-device", "unspecified");
  private static final String AGE_MONTHS = "age-months";
  private static final String AGE_DAYS = "age-days";
  private static final double DAYS_A_MONTH = 30.4375;

  private final DataElement element;
  private final List<Protocol> protocols;
  private final List<InputState> states = new ArrayList<>();

  private FindingStates(DataElement element, List<Protocol> protocols) {
    this.element = element;
    this.protocols = protocols;
  }

  /**
   * @param bounds the numbers that rules compare it with
   * @param reasons the reasons for "not done" that rules name
   */
  static Input of(
      DataElement element,
      List<Protocol> protocols,
      SortedSet<Double> bounds,
      Set<String> reasons) {
    FindingStates of = new FindingStates(element, protocols);
    int slot = element.index();
    of.states.add(InputState.of("unknown", InputState.Kind.BLANK, a -> a.blank(slot)));
    int regions = 0;
    switch (element.type()) {
      case BOOLEAN -> {
        of.exact("yes", a -> a.answer(slot, true));
        of.exact("no", a -> a.answer(slot, false));
      }
      case CODED -> of.codes();
      case QUANTITY -> regions = of.quantities(bounds);
      case DATE, LIST -> of.exact("given", a -> a.present(slot));
    }
    of.notDone(reasons);
    return new Input(element.id(), Input.Kind.FINDING, List.copyOf(of.states), regions);
  }

  /** Whether it belongs to the patient, not to what somebody looks for. */
  static boolean isOfThePatient(String element) {
    return OF_THE_PATIENT.contains(element);
  }

  private void exact(String words, Consumer<Assessment> write) {
    states.add(InputState.of(words, InputState.Kind.EXACT, write));
  }

  private void codes() {
    int slot = element.index();
    if (element.derived()) {
      derivedCodes();
      return;
    }
    for (int i = 0; i < element.codes().size(); i++) {
      int code = i;
      // said as a code, "not done" is read as not done
      String said = element.codes().get(i);
      if (!said.equals(Closing.NOT_DONE_CODE) && !isReadAsUnknown(said)) {
        exact(element.codes().get(i), a -> a.code(slot, code));
      }
    }
    if (element.codes().isEmpty()) {
      exact("given", a -> a.present(slot));
    }
  }

  /** An intake rule makes it unknown (a test that is invalid is done again). */
  private boolean isReadAsUnknown(String code) {
    return protocols.stream()
        .allMatch(
            protocol -> protocol.intake().stream().anyMatch(rule -> rule.forgets(element, code)));
  }

  /**
   * A code that Java computes before any rule is read (the calendar of vaccines): one of several,
   * and perhaps not even proved to be among them. Of one protocol on its own there is always one: a
   * vaccine that does not apply has no rows.
   */
  private void derivedCodes() {
    int slot = element.index();
    if (protocols.size() > 1) {
      exact(NO_CODE, a -> a.derivedCode(slot, 0, 0));
    }
    for (int set = 1; set < 1 << element.codes().size(); set++) {
      int codes = set;
      boolean one = Integer.bitCount(codes) == 1;
      states.add(
          InputState.of(
              words(codes),
              one ? InputState.Kind.EXACT : InputState.Kind.VAGUE,
              a -> a.derivedCode(slot, codes, codes)));
      states.add(
          InputState.of(
              "perhaps " + words(codes),
              InputState.Kind.VAGUE,
              a -> a.derivedCode(slot, 0, codes)));
    }
  }

  private String words(int codes) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < element.codes().size(); i++) {
      if ((codes & 1 << i) != 0) {
        words.add(element.codes().get(i));
      }
    }
    return String.join(" or ", words);
  }

  private int quantities(SortedSet<Double> bounds) {
    Regions regions = Regions.of(bounds, range(bounds), isWhole());
    int slot = element.index();
    for (int i = 0; i < regions.count(); i++) {
      for (int j = i; j < regions.count(); j++) {
        double low = regions.values().get(i);
        double high = regions.values().get(j);
        String words =
            i == j
                ? ParameterValues.text(low)
                : ParameterValues.text(low) + " to " + ParameterValues.text(high);
        states.add(
            new InputState(
                words,
                i == j ? InputState.Kind.EXACT : InputState.Kind.VAGUE,
                "",
                i,
                j,
                a -> a.quantity(slot, new Interval(low, high))));
      }
    }
    return regions.count();
  }

  private Interval range(SortedSet<Double> bounds) {
    Optional<Interval> range =
        protocols.stream()
            .map(p -> p.allowed(element.index()))
            .flatMap(Optional::stream)
            .reduce(Interval::hull)
            .or(element::allowed);
    double low = range.map(Interval::low).orElse(bounds.isEmpty() ? 0 : bounds.first() - 1);
    double high = range.map(Interval::high).orElse(bounds.isEmpty() ? 1 : bounds.last() + 1);
    if (element.id().equals(AGE_MONTHS)) {
      Optional<ProtocolFile.AgeBand> band = protocols.get(0).file().ageMonths();
      low = band.map(b -> (double) b.from()).orElse(low);
      high = band.map(b -> (double) b.below() - 1).orElse(high);
    }
    if (element.id().equals(AGE_DAYS)) {
      Optional<ProtocolFile.AgeBand> band = protocols.get(0).file().ageMonths();
      low = band.map(b -> Math.floor(b.from() * DAYS_A_MONTH)).orElse(low);
      high = band.map(b -> Math.floor(b.below() * DAYS_A_MONTH)).orElse(high);
    }
    return new Interval(low, high);
  }

  /** Ages, days since a date and what is counted in pieces are whole numbers. */
  private boolean isWhole() {
    return OF_THE_PATIENT.contains(element.id())
        || element.unit().startsWith("{")
        || protocols.stream()
            .flatMap(p -> p.measurements().daysSince().stream())
            .anyMatch(days -> days.slot() == element.index());
  }

  private void notDone(Set<String> named) {
    boolean closes =
        protocols.stream()
            .flatMap(p -> p.closings().stream())
            .anyMatch(closing -> closing.slot() == element.index());
    if (OF_THE_PATIENT.contains(element.id()) || element.derived() && !closes) {
      return;
    }
    String other =
        REASONS.stream().filter(reason -> !named.contains(reason)).findFirst().orElse("");
    Stream.concat(named.stream(), Stream.of(other))
        .filter(reason -> !reason.isEmpty())
        .forEach(
            reason ->
                states.add(
                    new InputState(
                        "{notDone: " + reason + "}",
                        InputState.Kind.NOT_DONE,
                        reason,
                        -1,
                        -1,
                        a -> a.notDone(element.index(), reason, false))));
  }
}
