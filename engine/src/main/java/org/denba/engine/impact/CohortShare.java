package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.TriageRequest;

/**
 * How many of the synthetic patients are seen where and under which protocol.
 *
 * @param share between 0 and 1
 */
record CohortShare(String protocol, String setting, double share) {

  private static final String FILE = CohortTable.FOLDER + "cohort.csv";

  static List<CohortShare> read(RuleFiles files) {
    List<CohortShare> shares = new ArrayList<>();
    for (CsvTable.Row row :
        CsvTable.read(files, FILE, List.of("protocol", "setting", "share", "source")).rows()) {
      String setting = row.required("setting");
      if (!Set.of(TriageRequest.FACILITY, TriageRequest.COMMUNITY).contains(setting)) {
        throw row.problem(
            "setting", "'" + setting + "' is no setting: write health-facility or community");
      }
      shares.add(new CohortShare(row.required("protocol"), setting, share(row)));
    }
    return List.copyOf(shares);
  }

  private static double share(CsvTable.Row row) {
    try {
      double share = Double.parseDouble(row.required("share"));
      if (share >= 0 && Double.isFinite(share)) {
        return share;
      }
    } catch (NumberFormatException e) {
      throw row.problem("share", "'" + row.get("share") + "' is no number: write 0.25");
    }
    throw row.problem("share", "must not be negative");
  }

  /** A number of its own for each place, so that no two places draw the same patients. */
  long numberOfPlace() {
    // the hash of a text is the same on every platform
    return (long) (protocol + "/" + setting).hashCode() << 32;
  }

  /**
   * How many patients each share gets: whole ones, together exactly this many.
   *
   * @throws RuleFileException when all shares are 0
   */
  static int[] split(List<CohortShare> shares, int patients) {
    double all = shares.stream().mapToDouble(CohortShare::share).sum();
    if (!(all > 0)) {
      throw new RuleFileException(FILE, "no protocol that is compared has a share of the patients");
    }
    int[] counts = new int[shares.size()];
    double[] left = new double[shares.size()];
    int given = 0;
    for (int i = 0; i < counts.length; i++) {
      double exact = patients * shares.get(i).share() / all;
      counts[i] = (int) exact;
      left[i] = exact - counts[i];
      given += counts[i];
    }
    List<Integer> byRest =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -left[i]).thenComparing(i -> i))
            .toList();
    for (int i = 0; given < patients; i++, given++) {
      counts[byRest.get(i % counts.length)]++;
    }
    return counts;
  }
}
