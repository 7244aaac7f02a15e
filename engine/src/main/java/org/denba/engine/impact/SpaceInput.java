package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataElement;

/** Something that a condition looks at, with every value that makes a difference to it. */
final class SpaceInput {

  private static final String UNKNOWN = "unknown";

  /**
   * One value of an input.
   *
   * @param text for people
   */
  record Value(String text, Setter setter) {}

  /** Writes a value into an assessment. */
  interface Setter {
    void set(Assessment assessment, int slot);
  }

  private final String id;
  private final int[] slots = {-1, -1};
  private final SortedSet<Double> bounds = new TreeSet<>();
  private final Set<String> codes = new LinkedHashSet<>();
  private final Set<String> reasons = new LinkedHashSet<>();
  private DataElement element;
  private boolean sign;
  private boolean notDone;
  private boolean notNeeded;

  SpaceInput(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** The slot on one side, or -1 where that side does not look at it. */
  int slot(int side) {
    return slots[side];
  }

  SpaceInput at(int side, int slot, DataElement ofSlot) {
    slots[side] = slot;
    element = ofSlot == null ? element : ofSlot;
    return this;
  }

  void isSign() {
    sign = true;
  }

  void bound(double bound) {
    bounds.add(bound);
  }

  void code(List<String> some) {
    codes.addAll(some);
  }

  void canBeNotDone(List<String> some) {
    notDone = true;
    reasons.addAll(some);
  }

  void canBeNotNeeded() {
    notNeeded = true;
  }

  /**
   * @param withUnknown whether unknown is one of them
   */
  List<Value> values(boolean withUnknown) {
    List<Value> values = new ArrayList<>();
    if (!bounds.isEmpty()) {
      for (double number : numbers()) {
        values.add(
            new Value(
                ParameterValues.text(number),
                (a, slot) -> a.quantity(slot, Interval.point(number))));
      }
    } else if (!codes.isEmpty()) {
      codes().forEach(code -> values.add(code(code)));
    } else if (sign) {
      values.add(new Value("yes", (a, slot) -> a.answer(slot, true)));
      values.add(new Value("no", (a, slot) -> a.answer(slot, false)));
    } else {
      values.add(new Value("known", Assessment::present));
    }
    if (notDone) {
      Set<String> told = reasons.isEmpty() ? Set.of(Finding.NotDone.UNSPECIFIED) : reasons;
      for (String reason : told) {
        values.add(
            new Value("not-done (" + reason + ")", (a, slot) -> a.notDone(slot, reason, true)));
      }
    }
    if (notNeeded) {
      values.add(new Value("not-needed", Assessment::notNeeded));
    }
    if (withUnknown || values.isEmpty()) {
      values.add(new Value(UNKNOWN, this::unknown));
    }
    return values;
  }

  /** Nothing is known, of a code neither: each of them is possible. */
  private void unknown(Assessment assessment, int slot) {
    if (codes.isEmpty()) {
      assessment.blank(slot);
    } else {
      assessment.derivedCode(slot, 0, -1);
    }
  }

  private Value code(String code) {
    return new Value(code, (a, slot) -> a.code(slot, Math.max(0, element.codes().indexOf(code))));
  }

  /** The codes that are asked for, and one that is not. */
  private Set<String> codes() {
    Set<String> all = new LinkedHashSet<>(codes);
    if (element != null) {
      element.codes().stream()
          .filter(code -> !codes.contains(code))
          .findFirst()
          .ifPresent(all::add);
    }
    return all;
  }

  /** Each bound, and one number below, between and above. */
  private SortedSet<Double> numbers() {
    SortedSet<Double> numbers = new TreeSet<>(bounds);
    numbers.add(bounds.first() - 1);
    numbers.add(bounds.last() + 1);
    double below = Double.NaN;
    for (double bound : bounds) {
      double middle = (below + bound) / 2;
      if (Math.floor(middle) > below) {
        numbers.add(Math.floor(middle));
      } else if (middle > below) {
        numbers.add(middle);
      }
      below = bound;
    }
    if (element != null && element.allowed().isPresent()) {
      Interval allowed = element.allowed().get();
      numbers.removeIf(number -> number < allowed.low() || number > allowed.high());
    }
    return numbers;
  }
}
