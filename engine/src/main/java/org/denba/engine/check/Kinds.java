package org.denba.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kinds of mistakes that the readers of rules complain about, each known by how its complaint
 * is worded; a complaint of no known kind is {@code unusable}.
 */
final class Kinds {

  static final String OTHER = "unusable";

  private record Kind(String code, Pattern wording) {}

  private static final List<Kind> KINDS = new ArrayList<>();

  static {
    kind("unknown-element", "is no data element|is no element of");
    kind("wrong-type", "element: .*does not go with it|is no coded data element|counts no days");
    kind("not-comparable", "is no number: it cannot be compared|is no number of days$");
    kind("unknown-code", "is no code of");
    kind("not-yes-or-no", "is no answer for|write yes, or leave the cell empty");
    kind("out-of-range", "lies outside what");
    kind("parameter-out-of-range", "lies outside the range of the parameter");
    kind("not-a-number", "is no number for|is not a number|is no whole number|must be a number");
    kind("unknown-parameter", "is no parameter|is not a parameter");
    kind("parameter-value", "is no value of");
    kind("unknown-treatment", "is not in treatments\\.csv|is no treatment or action");
    kind("unknown-row", "is no row of");
    kind("unknown-chart", "is no chart of this protocol");
    kind("unknown-predicate", "is no predicate");
    kind("unknown-property", "is nothing that is proved");
    kind("unknown-setting", "is no setting");
    kind("unknown-visit", "is no visit");
    kind("unknown-reason", "is no reason");
    kind("negation", "there is no 'not'");
    kind("unreadable-condition", "at character|^write .*\\(|holds one predicate");
    kind("raw-comparison", "is a raw comparison");
    kind("duplicate-line-name", "names a second line");
    kind("missing-line-name", "the line has no name");
    kind("missing-row-id", "has no row id");
    kind("row-in-two-charts", "stands in the chart .* already");
    kind("fires-another-row", "fires another row");
    kind("derives-another", "derives another element");
    kind("missing-source", "has no source|has no @Source");
    kind("missing-condition", "has no condition");
    kind("missing-sub-chart", "has no sub-chart");
    kind("unknown-colour", "is no colour");
    kind("unknown-urgency", "is no urgency");
    kind("unknown-flag", "is no flag");
    kind("unreadable-follow-up", "is no follow-up");
    kind("two-follow-ups", "a row has one; put what differs");
    kind("unreadable-days", "is no number of days");
    kind("rows-not-apart", "give both the same, or let");
    kind("colour-order", "stands below the");
    kind("header-keyword", "is no kind of column|the kind of the column is missing");
    kind("header-column", "is no column of a chart|NAME must be the first|there is no ACTION");
    kind("header-cell", "cannot stand here: (write [A-Z].*param|write a|only above)|takes nothing");
    kind("header-shifted", "a column was added or removed");
    kind("missing-title", "the column has no title");
    kind("no-chart", "a chart starts with|no decision table|has no data rows|named rows but");
    kind("quote-in-cell", "the line cannot be read");
    kind("missing-column", "the column '.*' is missing|column .* is missing");
    kind("unknown-column", "is no column of");
    kind("duplicate-column", "two columns have the same name|stands in a second column");
    kind("too-many-cells", "cells, the head(er)? has");
    kind("empty-cell", "is empty: |^is empty");
    kind("empty-file", "the file is empty");
    kind("missing-file", "the file is missing|has no texts_");
    kind("not-csv", "is not a CSV file");
    kind("not-yaml", "is not YAML|must hold 'key: value'");
    kind("not-drl", "cannot be read as a rule|is no DRL");
    kind("second-pattern", "exactly one pattern");
    kind("not-derived", "is collected, not derived");
    kind("unknown-annotation", "says nothing here|has no @Derives");
    kind("never-derived", "which no rule of this protocol derives");
    kind("circular", "depend on each other in a circle");
    kind("second-guard", "has a guard already");
    kind("unreadable-range", "is no range|the range must be");
    kind("unknown-mode", "is no mode");
    kind("unknown-key", "is no key of|is no expectation");
    kind("missing-key", ": is missing$|^is missing$|names none|has no value");
    kind("unknown-type", "is no type");
    kind("unknown-kind", "is no kind: ");
    kind("duplicate", "a second time|stands already|of this name already|in another folder too");
    kind("folder-name", "but the folder is");
    kind("missing-text", "no text '");
    kind("missing-language", "' is missing \\(");
    kind("placeholders-differ", "has the placeholders");
    kind("placeholder", "no placeholder|single brace|which this row cannot fill");
    kind("unreadable-text", "is not 'key=text'|hexadecimal digits");
    kind("bands-overlap", "overlaps|applies to every child");
    kind("bands-gap", "no row covers");
    kind("band-reversed", "from must be below to|ends before it begins");
    kind("unknown-base", "is no starting point");
    kind("unreadable-growth", "is no sex");
    kind(
        "unreadable-dose",
        "is not allowed: write one of|counts nothing|needs an amount|only halves|has no row that"
            + " gives");
    kind("overlay-replaces-nothing", "that it could change|replaces no text");
    kind("unreadable-date", "is no date|must be a date");
    kind("unreadable-age", "is no age or interval|are no months|is no season");
    kind("not-utf-8", "not UTF-8");
    kind("case-incomplete", "needs a title|has no id|has no 'cases|has no 'protocol");
  }

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
  private static final Pattern NEAREST = Pattern.compile("perhaps '?([^';,: ]+)'?");
  private static final Pattern ALLOWED =
      Pattern.compile(
          "(?:there are|its codes are|the columns are|it can be|the reasons are|allowed are|can be:"
              + "|write one of|use|write|of the parameter:) (.+)$");

  private Kinds() {}

  private static void kind(String code, String wording) {
    KINDS.add(new Kind(code, Pattern.compile(wording)));
  }

  /** The kind of a complaint. */
  static String of(String complaint) {
    return KINDS.stream()
        .filter(kind -> kind.wording().matcher(complaint).find())
        .map(Kind::code)
        .findFirst()
        .orElse(OTHER);
  }

  /** What was found, as the complaint quotes it, or empty. */
  static String found(String complaint) {
    return first(QUOTED, complaint);
  }

  /** What may stand there, as the complaint says it, or empty. */
  static String allowed(String complaint) {
    return first(ALLOWED, complaint);
  }

  /** The nearest right word, as the complaint says it, or empty. */
  static String nearest(String complaint) {
    return first(NEAREST, complaint);
  }

  private static String first(Pattern pattern, String complaint) {
    Matcher matcher = pattern.matcher(complaint);
    return matcher.find() ? matcher.group(1) : "";
  }
}
