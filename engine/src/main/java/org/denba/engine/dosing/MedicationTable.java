package org.denba.engine.dosing;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.denba.engine.assessment.Interval;

/**
 * All rows of one medicine of a treatment, and how a row is chosen: the weight decides when it is
 * known, the age only when it is not, and a child whose dose is not certain gets no dose but the
 * question that would settle it.
 */
final class MedicationTable {

  private final List<DoseRow> stops;
  private final List<Slot> slots;

  /**
   * @param rows all rows of one medicine
   */
  MedicationTable(List<DoseRow> rows) {
    this.stops = rows.stream().filter(DoseRow::isStop).toList();
    this.slots =
        rows.stream()
            .filter(row -> !row.isStop())
            .collect(Collectors.groupingBy(DoseRow::step, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(Slot::of)
            .toList();
  }

  /** One part of a dose (the dose itself, or one of its steps) with its rows by basis. */
  private record Slot(List<DoseRow> byWeight, List<DoseRow> byAge, List<DoseRow> any) {

    static Slot of(List<DoseRow> rows) {
      return new Slot(
          of(rows, basis -> basis == Basis.WEIGHT),
          of(rows, Basis::isAge),
          of(rows, basis -> basis == Basis.ANY));
    }

    private static List<DoseRow> of(List<DoseRow> rows, Predicate<Basis> bases) {
      return rows.stream().filter(row -> bases.test(row.band().basis())).toList();
    }
  }

  /**
   * Whether any row that gives something applies under the parameters: another first-line medicine
   * may be in use.
   */
  boolean inUse(DoseContext context) {
    for (Slot slot : slots) {
      if (anyApplies(slot.byWeight, context)
          || anyApplies(slot.byAge, context)
          || anyApplies(slot.any, context)) {
        return true;
      }
    }
    return false;
  }

  /** Chooses a row for every part of the dose. */
  Selection select(DoseContext context) {
    Selection selection = new Selection();
    for (DoseRow stop : stops) {
      if (selection.stop() == null && stop.applies(context)) {
        checkStop(stop, context, selection);
      }
    }
    if (selection.stop() == null) {
      for (Slot slot : slots) {
        select(slot, context, selection);
      }
    }
    return selection;
  }

  private static void checkStop(DoseRow stop, DoseContext context, Selection selection) {
    Band band = stop.band();
    if (band.basis() == Basis.WEIGHT) {
      OptionalDouble weight = context.weightKg();
      if (weight.isPresent() && band.holds(weight.getAsDouble(), context)) {
        selection.stopAt(stop);
      }
    } else if (band.basis() == Basis.ANY) {
      selection.stopAt(stop);
    } else {
      Interval age = band.basis().age(context).orElse(null);
      if (age == null || band.touches(age, context) && !band.holdsAll(age, context)) {
        selection.needs(band.basis().element());
      } else if (band.holdsAll(age, context)) {
        selection.stopAt(stop);
      }
    }
  }

  private static void select(Slot slot, DoseContext context, Selection selection) {
    boolean weightDecides = anyApplies(slot.byWeight, context);
    if (weightDecides && context.weightKg().isPresent()) {
      byWeight(slot, context, selection);
      return;
    }
    if (weightDecides) {
      selection.weighTheChild();
    }
    Basis unit = ageUnit(slot, context);
    Interval age = unit == null ? null : unit.age(context).orElse(null);
    if (age != null) {
      byAge(slot, age, weightDecides ? Basis.WEIGHT : unit, context, selection);
      return;
    }
    for (DoseRow row : slot.any) {
      if (row.applies(context)) {
        choose(row, row, context, selection);
        return;
      }
    }
    if (weightDecides) {
      selection.needs(Selection.WEIGHT);
    } else if (unit != null) {
      selection.needs(unit.element());
    }
  }

  /** Months or days, whichever the rows by age that apply are in; null when there is none. */
  private static Basis ageUnit(Slot slot, DoseContext context) {
    for (DoseRow row : slot.byAge) {
      if (row.applies(context)) {
        return row.band().basis();
      }
    }
    return null;
  }

  private static void byWeight(Slot slot, DoseContext context, Selection selection) {
    double weight = context.weightKg().getAsDouble();
    for (DoseRow row : slot.byWeight) {
      if (row.band().holds(weight, context) && row.applies(context)) {
        choose(row, row, context, selection);
        return;
      }
    }
    selection.outside(Basis.WEIGHT);
  }

  private static void byAge(
      Slot slot, Interval age, Basis decides, DoseContext context, Selection selection) {
    DoseRow first = null;
    DoseRow last = null;
    DoseRow model = null;
    boolean same = true;
    for (DoseRow row : slot.byAge) {
      if (row.applies(context) && row.band().touches(age, context)) {
        model = model == null ? row : model;
        same &= row.givesTheSameAs(model);
        first = row.band().holds(age.low(), context) ? row : first;
        last = row.band().holds(age.high(), context) ? row : last;
      }
    }
    if (model == null) {
      selection.outside(Basis.AGE);
    } else if (same && first != null && last != null) {
      choose(first, last, context, selection);
    } else {
      selection.needs(decides.element());
    }
  }

  private static void choose(DoseRow row, DoseRow last, DoseContext context, Selection selection) {
    if (row.perKg() && context.weightKg().isEmpty()) {
      selection.weighTheChild();
      selection.needs(Selection.WEIGHT);
    } else {
      selection.choose(row, last);
    }
  }

  private static boolean anyApplies(List<DoseRow> rows, DoseContext context) {
    for (DoseRow row : rows) {
      if (row.applies(context)) {
        return true;
      }
    }
    return false;
  }
}
