package org.denba.engine.growth;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Derives the shipped knot files {@code growth/wfl.csv}, {@code wfh.csv} and {@code wfa.csv} from
 * the reference tables. It is run by hand, only when the reference changes: {@code GrowthTableTool
 * <reference folder> <target folder>}. The procedure is told in {@link KnotFitting}; the result is
 * proved by {@code ReferenceProofTest}.
 */
public final class GrowthTableTool {

  private static final int PUBLISHED_DECIMALS_L_M = 4;
  private static final int PUBLISHED_DECIMALS_S = 5;

  /**
   * Decimals of a knot beyond the published ones, so that rounding a knot does not move the curve
   * out of a rounding band.
   */
  private static final int EXTRA_DECIMALS = 3;

  private GrowthTableTool() {}

  /**
   * @param args the folder of the reference tables, and the folder to write to
   */
  public static void main(String[] args) throws IOException {
    Path from = Path.of(args[0]);
    Path to = Path.of(args[1]);
    write(from, to, "wfl.csv", "length_cm", 1);
    write(from, to, "wfh.csv", "height_cm", 1);
    write(from, to, "wfa.csv", "age_days", 0);
  }

  private static void write(Path from, Path to, String file, String key, int keyDecimals)
      throws IOException {
    ReferenceTable reference = ReferenceTable.read(from, file);
    StringBuilder csv = new StringBuilder("sex," + key + ",l,m,s\n");
    for (Sex sex : Sex.values()) {
      List<ReferenceTable.Row> rows = reference.rows(sex);
      double[][] columns = {
        column(rows, ReferenceTable.Row::l, PUBLISHED_DECIMALS_L_M),
        column(rows, ReferenceTable.Row::m, PUBLISHED_DECIMALS_L_M),
        column(rows, ReferenceTable.Row::s, PUBLISHED_DECIMALS_S)
      };
      KnotFitting.Knots knots = new KnotFitting(columns).find();
      for (int i = 0; i < knots.at().length; i++) {
        csv.append(sex.name().toLowerCase(Locale.ROOT))
            .append(
                String.format(
                    Locale.ROOT, ",%." + keyDecimals + "f", rows.get(knots.at()[i]).key()))
            .append(cell(knots.values()[0][i], PUBLISHED_DECIMALS_L_M))
            .append(cell(knots.values()[1][i], PUBLISHED_DECIMALS_L_M))
            .append(cell(knots.values()[2][i], PUBLISHED_DECIMALS_S))
            .append('\n');
      }
    }
    Files.writeString(to.resolve(file), csv);
  }

  private static double[] column(
      List<ReferenceTable.Row> rows, ToDoubleFunction<ReferenceTable.Row> value, int decimals) {
    return rows.stream()
        .mapToDouble(row -> value.applyAsDouble(row) * Math.pow(10, decimals))
        .toArray();
  }

  private static String cell(double lastDecimals, int decimals) {
    return ","
        + BigDecimal.valueOf(lastDecimals)
            .movePointLeft(decimals)
            .setScale(decimals + EXTRA_DECIMALS, RoundingMode.HALF_EVEN)
            .toPlainString();
  }
}
