package org.denba.engine.impact;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * Invented patients, drawn from documented prevalences ({@code cohort/} below the rules root). The
 * same seed gives the same patients on every machine; each patient has a stream of its own, so that
 * more patients leave the first ones as they were drawn.
 */
public final class SyntheticCohort {

  private final DataDictionary dictionary;
  private final List<CohortShare> shares;
  private final Map<String, CohortTable> tables = new HashMap<>();

  private SyntheticCohort(RuleFiles files, DataDictionary dictionary, List<CohortShare> shares) {
    this.dictionary = dictionary;
    this.shares = shares;
    shares.forEach(
        share ->
            tables.computeIfAbsent(
                share.protocol(), id -> CohortTable.read(files, id, dictionary)));
  }

  /**
   * Reads the prevalences; those of the jar where the rule files have none.
   *
   * @param dictionary the dictionary of the rules that are compared
   * @param protocols the protocols that are compared; others get no patients
   * @throws RuleFileException when a file is not as wanted; names file, row and column
   */
  public static SyntheticCohort read(
      RuleFiles files, DataDictionary dictionary, Set<String> protocols) {
    RuleFiles source =
        files.list(CohortTable.FOLDER).isEmpty() ? ClassPathRuleFiles.builtIn() : files;
    List<CohortShare> shares =
        CohortShare.read(source).stream()
            .filter(share -> protocols.contains(share.protocol()))
            .toList();
    return new SyntheticCohort(source, dictionary, shares);
  }

  /**
   * The patients, one after the other; nothing is kept of them.
   *
   * @param patients how many
   * @param seed which ones
   * @param visit the day on which they are seen
   * @param language the language of their answers
   */
  public Iterator<CohortLine> patients(int patients, long seed, LocalDate visit, String language) {
    int[] counts = shares.isEmpty() ? new int[0] : CohortShare.split(shares, patients);
    return new Iterator<>() {
      private int share;
      private int drawn;
      private long number;

      @Override
      public boolean hasNext() {
        while (share < counts.length && drawn >= counts[share]) {
          share++;
          drawn = 0;
        }
        return share < counts.length;
      }

      @Override
      public CohortLine next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        CohortShare of = shares.get(share);
        long own = mixed(mixed(seed) + mixed(of.numberOfPlace() + drawn++));
        PatientDraw draw = new PatientDraw(dictionary, of.setting(), own, visit);
        return new CohortLine.Patient(
            ++number, draw.request(tables.get(of.protocol()), of, language));
      }
    };
  }

  /**
   * Spreads neighbouring numbers over the whole range (the finaliser of MurmurHash3): generators
   * whose seeds are a fixed step apart would run through one and the same stream.
   */
  private static long mixed(long number) {
    long mixed = number + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 33) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ mixed >>> 33;
  }
}
