package org.denba.engine.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.Finding;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.triage.TriageRequest;
import org.junit.jupiter.api.Test;

class SyntheticCohortTest {

  private static final TriageEngine ENGINE = EditedRules.none().load();
  private static final long SEED = 1;

  @Test
  void everyPatientCanBeEvaluatedUnderTheProtocolThatIsMeant() {
    for (TriageRequest request : patients(3_000, SEED)) {
      assertThat(ENGINE.triage(request, EditedRules.DAY).protocol().id())
          .isEqualTo(request.protocol());
    }
  }

  @Test
  void splitsThePatientsOverAllProtocolsAsTheFileSays() {
    Map<String, Long> counts =
        patients(10_000, SEED).stream()
            .collect(
                Collectors.groupingBy(
                    TriageRequest::protocol, TreeMap::new, Collectors.counting()));

    assertThat(counts.keySet()).isEqualTo(Impact.protocols(ENGINE, ENGINE));
    assertThat(counts.get("imci-child")).isEqualTo(4_000);
    assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(10_000);
  }

  @Test
  void findsEverythingAsOftenAsTheFilesSay() {
    List<TriageRequest> all = patients(20_000, SEED);
    for (String protocol : Impact.protocols(ENGINE, ENGINE)) {
      List<TriageRequest> own =
          all.stream().filter(request -> request.protocol().equals(protocol)).toList();
      CsvTable table =
          CsvTable.parse(protocol, EditedRules.BUILT_IN.read("cohort/" + protocol + ".csv"));
      int checked = 0;
      for (CsvTable.Row row : table.rows()) {
        String element = row.get("element");
        boolean always =
            !row.has("when")
                && table.rows().stream()
                    .noneMatch(other -> other.get("element").equals(element) && other.has("when"));
        Predicate<Finding> drawn = drawn(row);
        if (always && drawn != null) {
          checked++;
          double wanted = number(row.get("share")) * number(row.get("assessed"));
          double found =
              own.stream().filter(request -> drawn.test(request.findings().get(element))).count()
                  / (double) own.size();
          // four standard errors, and what rounding to a whole patient leaves
          double tolerance = 4 * Math.sqrt(wanted * (1 - wanted) / own.size()) + 1.0 / own.size();
          assertThat(found).as(row.where() + " " + element).isCloseTo(wanted, within(tolerance));
        }
      }
      assertThat(checked).as(protocol).isGreaterThan(7);
    }
  }

  @Test
  void drawsTheSamePatientsForTheSameSeedOnEveryMachine() throws Exception {
    String cohort = patients(1_000, SEED).toString();
    assertThat(patients(1_000, SEED)).hasToString(cohort);
    assertThat(patients(1_000, SEED + 1).toString()).isNotEqualTo(cohort);
    String digest =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(cohort.getBytes(StandardCharsets.UTF_8)));
    assertThat(digest).startsWith("dfce196cfba53bca");
  }

  @Test
  void aPatientDoesNotDependOnHowManyThereAre() {
    List<TriageRequest> few = ofProtocol(patients(100, SEED), "imci-child");
    List<TriageRequest> many = ofProtocol(patients(1_000, SEED), "imci-child");
    assertThat(many.subList(0, few.size())).isEqualTo(few);
  }

  @Test
  void leavesOutWhatNobodyAssessedAndTellsWhy() {
    List<TriageRequest> children = ofProtocol(patients(2_000, SEED), "imci-child");
    assertThat(children).anyMatch(child -> !child.findings().containsKey("hiv-mother"));
    assertThat(children)
        .anyMatch(child -> new Finding.NotDone("no-device").equals(child.findings().get("hb")));
  }

  @Test
  void saysWhatIsWrongWithAPrevalence() {
    problem("cough,yes,0.45", "cough,yes,45", "imci-child.csv:", ":share: '", "");
    problem("cough,yes,0.45", "couhg,yes,0.45", "imci-child.csv:", "perhaps 'cough'", "");
    problem("sex,male,0.51", "sex,male,0.61", "imci-child.csv:", "add up to 1.1", "to 1");
    problem("hiv-mother,positive", "hiv-mother,positiv", "perhaps 'positive'", "hiv-mother", "");
    problem("36.2..37.4", "36.2..67.4", "lies outside what temperature-axillary can be", "", "");
    problem("yes(fever-history)", "yes(ear-problem)", "move its rows up", "", "");
  }

  private static void problem(String piece, String by, String... said) {
    EditedRules edited = EditedRules.none().replacing("cohort/imci-child.csv", piece, by);
    assertThatThrownBy(
            () ->
                SyntheticCohort.read(edited, ENGINE.dictionary(), Impact.protocols(ENGINE, ENGINE)))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContainingAll(said);
  }

  private static Predicate<Finding> drawn(CsvTable.Row row) {
    String value = row.get("value");
    var element = ENGINE.dictionary().element(row.get("element")).orElseThrow();
    if (PatientDraw.AGES.contains(element.id()) || element.id().equals("sex")) {
      return null;
    }
    return switch (element.type()) {
      case BOOLEAN -> finding -> new Finding.Answer(true).equals(finding);
      case CODED -> finding -> new Finding.Code(value).equals(finding);
      case QUANTITY ->
          value.contains("..")
              ? finding ->
                  finding instanceof Finding.Quantity q
                      && q.value().low() >= Double.parseDouble(value.split("\\.\\.")[0])
                      && q.value().low() <= Double.parseDouble(value.split("\\.\\.")[1])
              : null;
      default -> null;
    };
  }

  private static double number(String cell) {
    return cell.isEmpty() ? 1 : Double.parseDouble(cell);
  }

  private static List<TriageRequest> ofProtocol(List<TriageRequest> all, String protocol) {
    return all.stream().filter(request -> request.protocol().equals(protocol)).toList();
  }

  static List<TriageRequest> patients(int count, long seed) {
    Iterator<CohortLine> lines =
        SyntheticCohort.read(
                EditedRules.BUILT_IN, ENGINE.dictionary(), Impact.protocols(ENGINE, ENGINE))
            .patients(count, seed, EditedRules.DAY, "en");
    List<TriageRequest> requests = new ArrayList<>();
    lines.forEachRemaining(line -> requests.add(((CohortLine.Patient) line).request()));
    return requests;
  }
}
