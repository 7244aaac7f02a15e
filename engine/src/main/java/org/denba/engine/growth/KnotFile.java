package org.denba.engine.growth;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.denba.engine.growth.GrowthCsv.Row;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * A file of knots: L, M and S at some keys, for each sex. Between the knots runs a natural cubic
 * spline; at every key of the domain it is rounded to the decimals in which the standards are
 * published.
 *
 * @param name the file, below the rules root
 * @param keyColumn the header of the key
 */
record KnotFile(String name, String keyColumn) {

  private static final int FEWEST_KNOTS = 2;

  /**
   * @throws RuleFileException when a cell cannot be used, keys do not rise or do not fit the
   *     domain, or a curve makes no z-scores
   */
  LmsTable read(RuleFiles files, GrowthMethod method, Domain domain) {
    Map<Sex, List<Row>> rows = new EnumMap<>(Sex.class);
    for (Row row : GrowthCsv.read(files, name, List.of("sex", keyColumn, "l", "m", "s"))) {
      rows.computeIfAbsent(sex(row), sex -> new ArrayList<>()).add(row);
    }
    Map<Sex, LmsTable.Curves> curves = new EnumMap<>(Sex.class);
    for (Sex sex : Sex.values()) {
      curves.put(sex, curves(sex, rows.getOrDefault(sex, List.of()), method, domain));
    }
    return new LmsTable(domain, method.score(), curves);
  }

  private static Sex sex(Row row) {
    for (Sex sex : Sex.values()) {
      if (code(sex).equals(row.text("sex"))) {
        return sex;
      }
    }
    throw row.problem("sex", "\"" + row.text("sex") + "\" is no sex: write male or female");
  }

  private static String code(Sex sex) {
    return sex.name().toLowerCase(Locale.ROOT);
  }

  private LmsTable.Curves curves(Sex sex, List<Row> knots, GrowthMethod method, Domain domain) {
    if (knots.size() < FEWEST_KNOTS) {
      throw new RuleFileException(
          name,
          "has "
              + knots.size()
              + " rows for "
              + code(sex)
              + ": write at least the first and last key");
    }
    int[] at = positions(knots, domain);
    double[] l = curve(at, knots.stream().mapToDouble(row -> row.number("l")), method.decimalsL());
    double[] m =
        curve(at, knots.stream().mapToDouble(row -> row.positive("m")), method.decimalsM());
    double[] s =
        curve(at, knots.stream().mapToDouble(row -> row.positive("s")), method.decimalsS());
    int knot = 0;
    for (int position = 0; position < l.length; position++) {
      knot = position > at[knot + 1] ? knot + 1 : knot;
      if (!method.score().canUse(l[position], m[position], s[position])) {
        throw knots
            .get(knot)
            .problem(
                "the curve between this row and the next makes no z-scores at "
                    + domain.key(position)
                    + ": correct l, m or s here or nearby");
      }
    }
    return new LmsTable.Curves(l, m, s);
  }

  private int[] positions(List<Row> knots, Domain domain) {
    int[] at = new int[knots.size()];
    for (int i = 0; i < at.length; i++) {
      double key = knots.get(i).number(keyColumn);
      at[i] = domain.position(key);
      if (!domain.has(at[i]) || !domain.isOnStep(key)) {
        throw knots
            .get(i)
            .problem(
                keyColumn,
                key
                    + " is not from "
                    + domain.from()
                    + " to "
                    + domain.to()
                    + " in steps of "
                    + domain.step());
      }
      if (i > 0 && at[i] <= at[i - 1]) {
        throw knots
            .get(i)
            .problem(
                keyColumn, key + " is not above the row before: sort the rows, one for each key");
      }
    }
    mustReach(domain.from(), at[0] == 0, knots.get(0));
    mustReach(domain.to(), at[at.length - 1] == domain.size() - 1, knots.get(at.length - 1));
    return at;
  }

  private void mustReach(double end, boolean reached, Row row) {
    if (!reached) {
      throw row.problem(
          keyColumn,
          "the table of " + row.text("sex") + " ends here but must reach " + end + ": add a row");
    }
  }

  private static double[] curve(int[] at, DoubleStream knots, int decimals) {
    double[] curve = NaturalSpline.sample(at, knots.toArray());
    double scale = Math.pow(10, decimals);
    for (int i = 0; i < curve.length; i++) {
      curve[i] = Math.round(curve[i] * scale) / scale;
    }
    return curve;
  }
}
