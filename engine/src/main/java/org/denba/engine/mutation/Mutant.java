package org.denba.engine.mutation;

import java.util.function.Supplier;

/**
 * One small change of the rules, such as an author may make by mistake.
 *
 * @param protocol the protocol whose file is changed, or {@code doses}
 * @param part the chart, the side table or the treatment
 * @param file the file, below the rules root
 * @param row the row of the file that is changed
 * @param place file, row and column, as a spreadsheet shows them
 * @param subject what stands at the place: the line's first cells and the column's name, by which
 *     it is known again when lines before it come or go
 * @param change what is changed, in words ({@code yes -> no})
 * @param text the whole file after the change
 */
public record Mutant(
    String protocol,
    String part,
    String file,
    int row,
    String place,
    String subject,
    String change,
    Supplier<String> text) {

  /** Place and change, as a report shows them. */
  public String words() {
    return place + " " + change;
  }
}
