package org.denba.engine.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The figures of the World Health Organization, which are not part of the product: the engine's
 * tables are derived from them and proved against them where they are at hand.
 */
record ReferenceTable(List<Row> rows) {

  /** One row, key in cm or days. */
  record Row(Sex sex, double key, double l, double m, double s) {

    /** The line by which a row goes into a digest. */
    String line() {
      return GridDigest.line(sex, key, l, m, s);
    }

    /**
     * The weight with a restricted z-score, by the formula of the standards; written apart from the
     * engine's on purpose.
     */
    double weightAt(double z) {
      if (z > 3) {
        return sd(3) + (z - 3) * (sd(3) - sd(2));
      }
      if (z < -3) {
        return sd(-3) + (z + 3) * (sd(-2) - sd(-3));
      }
      return sd(z);
    }

    private double sd(double k) {
      return m * Math.pow(1 + l * s * k, 1 / l);
    }
  }

  private static final String FOLDER = "denba.who-growth";

  /** Whether a folder was named; then it must be there. */
  static boolean wasNamed() {
    return System.getProperty(FOLDER) != null;
  }

  /**
   * The folder that was named, else the one beside the project (tests run in the module's folder).
   */
  static Path folder() {
    return Path.of(System.getProperty(FOLDER, "../../shared/data/who-growth"));
  }

  static ReferenceTable read(String file) {
    return read(folder(), file);
  }

  static ReferenceTable read(Path folder, String file) {
    try {
      return new ReferenceTable(
          Files.readAllLines(folder.resolve(file)).stream()
              .skip(1)
              .map(ReferenceTable::row)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the reference table " + file, e);
    }
  }

  List<Row> rows(Sex sex) {
    return rows.stream().filter(row -> row.sex() == sex).toList();
  }

  private static Row row(String line) {
    String[] cells = line.split(",");
    return new Row(
        cells[0].toUpperCase(Locale.ROOT).equals("M") ? Sex.MALE : Sex.FEMALE,
        Double.parseDouble(cells[1]),
        Double.parseDouble(cells[2]),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]));
  }
}
