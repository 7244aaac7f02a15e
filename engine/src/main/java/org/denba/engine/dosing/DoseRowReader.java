package org.denba.engine.dosing;

import static org.denba.engine.dosing.DoseColumns.AMOUNT;
import static org.denba.engine.dosing.DoseColumns.AMOUNT_MAX;
import static org.denba.engine.dosing.DoseColumns.BASIS;
import static org.denba.engine.dosing.DoseColumns.CAP;
import static org.denba.engine.dosing.DoseColumns.COUNT;
import static org.denba.engine.dosing.DoseColumns.COURSE_NOTE;
import static org.denba.engine.dosing.DoseColumns.DAYS;
import static org.denba.engine.dosing.DoseColumns.DOSES;
import static org.denba.engine.dosing.DoseColumns.EVERY_HOURS;
import static org.denba.engine.dosing.DoseColumns.FORM;
import static org.denba.engine.dosing.DoseColumns.FROM;
import static org.denba.engine.dosing.DoseColumns.MEDICATION;
import static org.denba.engine.dosing.DoseColumns.MINUTES;
import static org.denba.engine.dosing.DoseColumns.NOTE;
import static org.denba.engine.dosing.DoseColumns.ROUNDING;
import static org.denba.engine.dosing.DoseColumns.ROUND_TO;
import static org.denba.engine.dosing.DoseColumns.ROUTE;
import static org.denba.engine.dosing.DoseColumns.SOURCE;
import static org.denba.engine.dosing.DoseColumns.STEP;
import static org.denba.engine.dosing.DoseColumns.STRENGTH;
import static org.denba.engine.dosing.DoseColumns.TIMES_PER_DAY;
import static org.denba.engine.dosing.DoseColumns.TO;
import static org.denba.engine.dosing.DoseColumns.UNIT;
import static org.denba.engine.dosing.DoseColumns.WHEN;

import java.util.Set;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;

/**
 * Turns one line of a dose table into a {@link DoseRow}, or says which cell is wrong and what may
 * stand there.
 */
final class DoseRowReader {

  private static final Set<Double> FRACTIONS = Set.of(0.0, 0.25, 0.5, 0.75);

  private DoseRowReader() {}

  /**
   * @throws RuleFileException when a cell cannot be read or the cells do not fit together
   */
  static DoseRow read(CsvTable.Row line) {
    DoseCells cells = new DoseCells(line);
    Band band = band(cells);
    Integer step = cells.whole(STEP);
    Quantity quantity = quantity(cells, band);
    DoseRow row =
        new DoseRow(
            line.where(),
            line.required(MEDICATION),
            cells.conditions(WHEN),
            band,
            step == null ? 0 : step,
            quantity,
            schedule(cells),
            wording(cells, step != null, quantity),
            line.required(SOURCE));
    if (row.isStop()) {
      cells.demand(NOTE, true, "is empty: a row that gives nothing needs a note that says why");
    } else {
      cells.demand(FORM, true, "is empty: say what to give, with the strength of the product");
      cells.demand(ROUTE, step == null, "is empty: every dose needs a route");
    }
    return row;
  }

  private static Band band(DoseCells cells) {
    Basis basis = Basis.of(cells.text(BASIS));
    if (basis == null) {
      throw cells.problem(
          BASIS, "'" + cells.text(BASIS) + "' is not allowed: write one of " + Basis.CELLS);
    }
    cells.refuse(FROM, basis == Basis.ANY, "must be empty where the basis is 'any'");
    cells.refuse(TO, basis == Basis.ANY, "must be empty where the basis is 'any'");
    cells.demand(
        FROM, basis != Basis.ANY, "is empty: write the lower edge of the band, 0 for none");
    Band band = new Band(basis, cells.operand(FROM), cells.positiveOperand(TO));
    if (band.fixed() && band.from().number() >= band.upper()) {
      throw cells.problem(
          FROM,
          "the band goes from " + band.from() + " to " + band.to() + ": from must be below to");
    }
    return band;
  }

  private static Quantity quantity(DoseCells cells, Band band) {
    Operand amount = cells.positiveOperand(AMOUNT);
    if (amount == null) {
      for (String column : new String[] {AMOUNT_MAX, UNIT, STRENGTH, ROUND_TO, ROUNDING, CAP}) {
        cells.refuse(
            column,
            true,
            "has no meaning without an amount: fill in the amount or empty this cell");
      }
      return null;
    }
    cells.demand(UNIT, true, "is empty: an amount needs a unit (mg, mL, mg/kg …)");
    String unit = cells.text(UNIT);
    Quantity quantity =
        new Quantity(
            amount,
            cells.positiveOperand(AMOUNT_MAX),
            unit.replace("/kg", ""),
            unit.contains("/kg"),
            cells.positiveOperand(STRENGTH),
            cells.positive(ROUND_TO, 0),
            rounding(cells),
            cells.positive(CAP, Double.MAX_VALUE));
    check(cells, quantity, band);
    return quantity;
  }

  private static Rounding rounding(DoseCells cells) {
    Rounding rounding = Rounding.of(cells.text(ROUNDING));
    if (rounding == null && cells.has(ROUNDING)) {
      throw cells.problem(
          ROUNDING,
          "'" + cells.text(ROUNDING) + "' is not allowed: write one of " + Rounding.CELLS);
    }
    cells.demand(
        ROUNDING, cells.has(ROUND_TO), "is empty: say how to round, one of " + Rounding.CELLS);
    cells.demand(ROUND_TO, rounding != null, "is empty: say to what step to round, such as 0.1");
    return rounding;
  }

  private static void check(DoseCells cells, Quantity quantity, Band band) {
    cells.refuse(
        AMOUNT_MAX,
        quantity.strength() != null,
        "a range cannot have one volume: empty strength_per_ml or this cell");
    Operand low = quantity.amount();
    Operand high = quantity.amountMax();
    if (high != null
        && !high.isParameter()
        && !low.isParameter()
        && high.number() <= low.number()) {
      throw cells.problem(
          AMOUNT_MAX, "must be above the amount " + low + ", or empty when it is no range");
    }
    Operand most = high == null ? low : high;
    if (!quantity.perKg() && !most.isParameter() && most.number() > quantity.cap()) {
      throw cells.problem(CAP, "the amount " + most + " is above its own cap: correct one of them");
    }
    boolean endless = band.basis() == Basis.WEIGHT && band.to() == null;
    cells.demand(
        CAP,
        quantity.perKg() && endless,
        "is empty: a dose per kg must end somewhere, give a cap or an upper edge");
  }

  private static Schedule schedule(DoseCells cells) {
    cells.refuse(
        EVERY_HOURS, cells.has(TIMES_PER_DAY), "stands beside times_per_day: keep one of the two");
    return new Schedule(
        cells.whole(TIMES_PER_DAY),
        cells.whole(EVERY_HOURS),
        cells.whole(DOSES),
        cells.positiveOperand(DAYS),
        cells.whole(MINUTES));
  }

  private static Wording wording(DoseCells cells, boolean step, Quantity quantity) {
    double count = cells.positive(COUNT, 0);
    if (!FRACTIONS.contains(count - Math.floor(count))) {
      throw cells.problem(
          COUNT, "only halves and quarters can be given: write 0.25, 0.5, 0.75, 1, 1.5 …");
    }
    cells.refuse(COUNT, !cells.has(FORM), "counts nothing: fill in the form or empty this cell");
    cells.refuse(COUNT, quantity == null, "needs an amount: fill in the amount or empty this cell");
    String form = cells.has(FORM) ? (step ? "step." : "form.") + cells.text(FORM) : null;
    return new Wording(
        "medication." + cells.text(MEDICATION),
        form,
        count,
        cells.has(ROUTE) ? cells.text(ROUTE) : null,
        cells.keys(NOTE, "note."),
        cells.keys(COURSE_NOTE, "note."));
  }
}
