package org.denba.engine.dosing;

import java.util.List;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;

/**
 * Reads the cells of one row as numbers, operands and conditions, with complaints that name the
 * cell.
 */
record DoseCells(CsvTable.Row row) {

  String text(String column) {
    return row.get(column);
  }

  boolean has(String column) {
    return row.has(column);
  }

  /** A number or {@code {parameter}}; null when the cell is empty. */
  Operand operand(String column) {
    if (!row.has(column)) {
      return null;
    }
    try {
      return Operand.parse(row.get(column));
    } catch (IllegalArgumentException e) {
      throw row.problem(column, e.getMessage());
    }
  }

  /** An operand that, where it is a number, is above zero. */
  Operand positiveOperand(String column) {
    Operand operand = operand(column);
    if (operand != null && !operand.isParameter() && operand.number() == 0) {
      throw row.problem(
          column, "is 0: leave the cell empty for 'not stated', or write a number above 0");
    }
    return operand;
  }

  /** A number above zero, or the other value when the cell is empty. */
  double positive(String column, double otherwise) {
    Operand operand = positiveOperand(column);
    if (operand != null && operand.isParameter()) {
      throw row.problem(column, "must be a number, a parameter is not allowed here");
    }
    return operand == null ? otherwise : operand.number();
  }

  /** A whole number above zero; null when the cell is empty. */
  Integer whole(String column) {
    double number = positive(column, 0);
    if (number != Math.rint(number)) {
      throw row.problem(column, "'" + row.get(column) + "' is not a whole number");
    }
    return number == 0 ? null : Integer.valueOf((int) number);
  }

  List<Condition> conditions(String column) {
    try {
      return row.list(column).stream().map(Condition::parse).toList();
    } catch (IllegalArgumentException e) {
      throw row.problem(column, e.getMessage());
    }
  }

  /** Keys of texts under a folder of keys ({@code note.}). */
  List<String> keys(String column, String prefix) {
    return row.list(column).stream().map(key -> prefix + key).toList();
  }

  /** Refuses a cell that has no meaning together with the others. */
  void refuse(String column, boolean refused, String why) {
    if (refused && row.has(column)) {
      throw row.problem(column, why);
    }
  }

  void demand(String column, boolean demanded, String why) {
    if (demanded && !row.has(column)) {
      throw row.problem(column, why);
    }
  }

  RuleFileException problem(String column, String problem) {
    return row.problem(column, problem);
  }
}
