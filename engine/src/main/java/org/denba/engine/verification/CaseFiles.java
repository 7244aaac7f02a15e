package org.denba.engine.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.ProtocolFile;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.TriageRequest;

/**
 * Reads the cases of a protocol. {@code protocol.yaml} names the files under {@code cases:}; each
 * is {@code <protocol>/cases/<name>.yaml}, or a table, {@code <name>.csv} or {@code <name>.xlsx},
 * as {@link CaseTable} tells.
 *
 * <pre>
 * base:                                # starting points, also in cases/_bases.yaml;
 *                                      # one may start from another
 *   well-child:
 *     patient: { ageMonths: 18, sex: female }
 *     findings: { cough: no, muac: 140, palmar-pallor: none, hb: not-done }
 *     parameters: { malaria.risk: high }
 * cases:
 *   - id: COU-3.rr-40-at-12-months     # once in the protocol
 *     title: 40 breaths are fast from 12 months on
 *     from: well-child                 # what stands below replaces the base, answer by answer
 *     patient: { ageMonths: 12 }
 *     findings: { cough: yes, respiratory-rate: 40, spo2: { notDone: no-device }, wheeze: unknown }
 *     parameters: { imci.amox-fast-breathing-days: 3 }
 *     canary: yes                      # run before the engine is called ready
 *     expect:
 *       proved: [COU-3]
 *       urgency: treat-here
 *       dose: { TX-AMOX: { amount: 500, unit: mg, days: 3 } }
 * </pre>
 *
 * An encounter may also say {@code setting}, {@code date}, {@code visit}, {@code language} and
 * {@code protocol} ({@code none}: the engine chooses), and of a mother with her newborn the second
 * patient, as {@code companion}, with {@code patient} and {@code findings}. What may stand under
 * {@code expect} is told at the head of {@code cases/_bases.yaml}.
 */
public final class CaseFiles {

  private static final String BASES = "_bases";
  private static final String YAML = ".yaml";
  private static final String TABLE = ".csv";
  private static final String CANARY = "canary";
  private static final String PROTOCOL = "protocol";
  private static final Set<String> CASE_KEYS = caseKeys();

  private final RuleFiles files;
  private final String protocol;
  private final CaseWords words;
  private final CaseRequestReader requests;
  private final ProblemList problems = new ProblemList();
  private final Map<String, String> fileOfId;

  /**
   * Reads cases that stand in no file yet.
   *
   * @param protocol the protocol whose cases they are, and whose starting points they may use
   * @param text a case file
   * @throws RuleFileException naming everything that is wrong, each with case and key
   */
  public static List<ClinicalCase> readText(
      TriageEngine engine, RuleFiles files, String protocol, String text, LocalDate day) {
    CaseFiles reader = new CaseFiles(files, protocol, CaseWords.of(engine, files, protocol), day);
    String path = reader.path("new");
    List<ClinicalCase> cases = new ArrayList<>();
    reader.collect(
        () -> reader.cases(path, CaseYaml.read(path, text), reader.sharedBases(), cases));
    reader.problems.throwIfAny(path);
    return List.copyOf(cases);
  }

  private CaseFiles(RuleFiles files, String protocol, CaseWords words, LocalDate day) {
    this(files, protocol, words, new LinkedHashMap<>(), day);
  }

  private CaseFiles(
      RuleFiles files,
      String protocol,
      CaseWords words,
      Map<String, String> fileOfId,
      LocalDate day) {
    this.files = files;
    this.protocol = protocol;
    this.fileOfId = fileOfId;
    this.words = words;
    this.requests = new CaseRequestReader(words, protocol, day);
  }

  /**
   * Reads every case of a protocol, in the order of the files.
   *
   * @param engine the engine whose dictionary, rows and parameters the cases use
   * @param day the day of assessment of the cases that name none
   * @throws RuleFileException naming everything that is wrong, each with file, case and key
   */
  public static List<ClinicalCase> read(
      TriageEngine engine, RuleFiles files, String protocol, LocalDate day) {
    return new CaseFiles(files, protocol, CaseWords.of(engine, files, protocol), day).read("");
  }

  /**
   * Reads every case of a protocol only to say what is wrong with them: this needs no engine, so
   * that a mistake in a chart hides none in a case.
   *
   * @param words the words that the cases may use
   * @throws RuleFileException naming everything that is wrong, each with file, case and key
   */
  public static void check(RuleFiles files, String protocol, CaseWords words, LocalDate day) {
    new CaseFiles(files, protocol, words, day).read("");
  }

  /**
   * Reads the canary cases of a protocol. Files without one are passed over, so that this is quick
   * and a case that somebody is still writing stops no service.
   *
   * @throws RuleFileException naming everything that is wrong with the files that hold canary cases
   */
  static List<ClinicalCase> canaries(
      TriageEngine engine, RuleFiles files, String protocol, LocalDate day) {
    return new CaseFiles(files, protocol, CaseWords.of(engine, files, protocol), day)
        .read(CANARY).stream().filter(ClinicalCase::canary).toList();
  }

  /**
   * Reads one case file of an overlay.
   *
   * @param wordsOf the words that the cases of a protocol may use
   * @param files the rule files with the overlay
   * @param fileOfId the ids that were read before, and their files
   * @param problems takes everything that is wrong
   */
  static List<ClinicalCase> ofOverlay(
      Function<String, CaseWords> wordsOf,
      RuleFiles files,
      String path,
      Map<String, String> fileOfId,
      LocalDate day,
      ProblemList problems) {
    String protocol = protocolOf(files, path);
    CaseFiles reader = new CaseFiles(files, protocol, wordsOf.apply(protocol), fileOfId, day);
    List<ClinicalCase> cases = new ArrayList<>();
    reader.collect(() -> reader.file(path, reader.sharedBases(), cases));
    reader.problems.found().forEach(each -> problems.add(each.where(), each.says()));
    return cases;
  }

  private static String protocolOf(RuleFiles files, String path) {
    if (isTable(path)) {
      return CaseTable.read(files, path).protocol();
    }
    Map<String, CaseValue> file = CaseYaml.read(path, files.read(path));
    if (!file.containsKey(PROTOCOL)) {
      throw new RuleFileException(path, "has no 'protocol:', whose cases these are");
    }
    return file.get(PROTOCOL).text();
  }

  private CaseBases sharedBases() {
    CaseBases shared = new CaseBases(CaseRequestReader.KEYS);
    String basesPath = path(BASES) + YAML;
    files
        .find(basesPath)
        .ifPresent(text -> collect(() -> bases(CaseYaml.read(basesPath, text), shared)));
    return shared;
  }

  private List<ClinicalCase> read(String filesWith) {
    CaseBases shared = sharedBases();
    List<ClinicalCase> cases = new ArrayList<>();
    for (String name : ProtocolFile.read(files, protocol).cases()) {
      collect(
          () -> {
            String path = there(name);
            if (files.read(path).contains(filesWith)) {
              file(path, shared, cases);
            }
          });
    }
    problems.throwIfAny(protocol + "/cases");
    return List.copyOf(cases);
  }

  private String path(String name) {
    return protocol + "/cases/" + name;
  }

  /** The file of this name: YAML, or a table. */
  private String there(String name) {
    String yaml = path(name) + YAML;
    String table = path(name) + TABLE;
    if (files.find(table).isEmpty()) {
      return yaml;
    }
    if (files.find(yaml).isPresent()) {
      throw new RuleFileException(
          yaml, "there is also " + table + ", and only one of them can be read: rename one");
    }
    return table;
  }

  private static boolean isTable(String path) {
    return path.endsWith(TABLE);
  }

  private void file(String path, CaseBases shared, List<ClinicalCase> cases) {
    if (isTable(path)) {
      CaseTable table = CaseTable.read(files, path);
      table
          .cases(words, CASE_KEYS, this::collect)
          .forEach(line -> collect(() -> cases.add(clinicalCase(table.file(), line, shared))));
    } else {
      cases(path, CaseYaml.read(path, files.read(path)), shared, cases);
    }
  }

  private void bases(Map<String, CaseValue> file, CaseBases bases) {
    if (file.containsKey("base")) {
      file.get("base").entries().forEach((name, base) -> collect(() -> bases.add(name, base)));
    }
  }

  private void cases(
      String path, Map<String, CaseValue> file, CaseBases shared, List<ClinicalCase> cases) {
    CaseBases bases = new CaseBases(shared);
    bases(file, bases);
    if (!file.containsKey("cases")) {
      throw new RuleFileException(
          path, "has no 'cases:'; starting points alone belong in " + path(BASES) + YAML);
    }
    int number = 0;
    for (CaseValue item : file.get("cases").items()) {
      String place = path + ": case " + ++number;
      collect(() -> cases.add(clinicalCase(path, new CaseValue(place, item.value()), bases)));
    }
  }

  private ClinicalCase clinicalCase(String path, CaseValue unnamed, CaseBases bases) {
    CaseValue id = unnamed.entries().get("id");
    if (id == null) {
      throw unnamed.problem("has no id");
    }
    CaseValue named = new CaseValue(placeOf(path, unnamed) + ": " + id.text(), unnamed.value());
    String other = fileOfId.putIfAbsent(id.text(), path);
    if (other != null) {
      throw named.problem("the id stands already in " + other + ": use a new one");
    }
    Map<String, CaseValue> entries = named.entries();
    entries.forEach(
        (key, value) -> collect(() -> CaseWords.known(value, key, CASE_KEYS, "key of a case")));
    if (!entries.containsKey("title") || !entries.containsKey("expect")) {
      throw named.problem("needs a title, and under 'expect' what the answer must say");
    }
    TriageRequest request = requests.read(bases.encounter(named));
    List<Expectation> expected = ExpectationKeys.read(entries.get("expect"), words, this::collect);
    boolean canary = entries.containsKey(CANARY) && entries.get(CANARY).flag();
    return new ClinicalCase(
        path,
        id.text(),
        entries.get("title").text(),
        canary,
        request,
        expected,
        ExpectationKeys.names(entries.get("expect")));
  }

  /** The row of a table is known; a case of YAML is found by its id. */
  private static String placeOf(String path, CaseValue unnamed) {
    return unnamed.where().startsWith(path + ": ") ? path : unnamed.where();
  }

  /**
   * Runs a step; what it complains about is collected, so that an author sees everything at once.
   */
  private void collect(Runnable step) {
    problems.collect(step);
  }

  private static Set<String> caseKeys() {
    Set<String> keys = new TreeSet<>(CaseRequestReader.KEYS);
    keys.addAll(Set.of("id", "title", "from", CANARY, "expect"));
    return keys;
  }
}
