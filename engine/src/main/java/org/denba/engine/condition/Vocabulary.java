package org.denba.engine.condition;

import java.util.List;
import org.denba.engine.dictionary.DataElement;

/**
 * The words that a condition may use: data elements, rows and parameters of the protocol that is
 * being read.
 */
public interface Vocabulary {

  /**
   * @throws ConditionException when the dictionary has no such element; names the nearest
   */
  DataElement element(String id);

  /**
   * The blocks of a row, by the slots of their own conditions ({@code R(ROW)}).
   *
   * @throws ConditionException when no chart has this row
   */
  List<RowSlot> row(String id);

  /** The rows of a colour, but for those of the named charts, in chart order. */
  List<RowSlot> rows(String colour, List<String> exceptCharts);

  /**
   * A block of a row: the lines of one row id with one classification.
   *
   * @param name the row's id, with a number where it has several blocks
   * @param slot the slot of its own condition
   */
  record RowSlot(String name, int slot) {}

  /**
   * @return the parameter's index
   * @throws ConditionException when the protocol declares no such parameter
   */
  int parameter(String id);

  /** Whether the parameter's value is a number. */
  boolean isNumeric(int parameter);

  /**
   * @throws ConditionException when the parameter can never have this value
   */
  void checkValue(int parameter, String value);

  /** The index of {@code alert.signs}, or -1 where the protocol does not declare it. */
  int alertParameter();
}
