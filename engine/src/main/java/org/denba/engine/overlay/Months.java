package org.denba.engine.overlay;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months of the year, as a table cell writes them: {@code 7..10}, {@code 11..2}, {@code 7|9}. */
record Months(BitSet months) {

  private static final int YEAR = 12;
  private static final Pattern PART = Pattern.compile("(\\d{1,2})(?:\\.\\.(\\d{1,2}))?");

  /**
   * @param cell the months; an empty one means all year
   * @return empty when the cell says no months
   */
  static Optional<Months> read(String cell) {
    BitSet months = new BitSet();
    if (cell.isEmpty()) {
      months.set(1, YEAR + 1);
      return Optional.of(new Months(months));
    }
    for (String part : cell.split("\\|")) {
      Matcher matcher = PART.matcher(part.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      if (first < 1 || first > YEAR || last < 1 || last > YEAR) {
        return Optional.empty();
      }
      for (int month = first; month != last; month = month % YEAR + 1) {
        months.set(month);
      }
      months.set(last);
    }
    return Optional.of(new Months(months));
  }

  boolean holds(int month) {
    return months.get(month);
  }

  boolean meets(Months other) {
    return months.intersects(other.months);
  }
}
