package org.denba.engine.immunisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proved of two calendars, and of one: nothing that a child contradicts. */
class CalendarComparisonTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final String FILE = "immunisation/schedule.csv";
  private static final RuleFiles FILES = ClassPathRuleFiles.builtIn();
  private static final TriageEngine ENGINE =
      TriageEngine.load(FILES, EngineOptions.defaults(() -> DAY));
  private static final double BELOW = 60;

  private static VaccineSchedule calendar(Protocol protocol) {
    return protocol.measurements().vaccines().orElseThrow();
  }

  private static Protocol immunisation() {
    return ENGINE.rules().stream()
        .filter(p -> p.id().equals("immunisation"))
        .findFirst()
        .orElseThrow();
  }

  private static VaccineSchedule changed(String piece, String by) {
    String text = FILES.read(FILE);
    assertThat(text).contains(piece);
    return calendar(ENGINE.variants().with(FILE, text.replace(piece, by)).protocol("immunisation"));
  }

  private static List<Double> values(String parameter) {
    return switch (parameter) {
      case "epi.grace-days" -> List.of(0.0, 4.0);
      case "r21.d4-min-interval" -> List.of(0.0, 24.0);
      case "epi.mena-too-old-months" -> List.of(18.0, 24.0, 60.0);
      default -> List.of(9.0, 12.0, 36.0, 60.0);
    };
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        // dose 1 at 42 days and 28 days between them decide before
        "OPV,2,42 d | OPV,2,43 d | true",
        "OPV,2,42 d | OPV,2,66 d | true",
        // with four days of grace the first dose may have been given at 38 days
        "OPV,2,42 d | OPV,2,67 d | false",
        "OPV,1,42 d | OPV,1,43 d | false",
        "R21,2,5 mo | R21,2,6 mo | false",
        "R21,3,5 mo | R21,3,6 mo | true",
        // not given before 42 days anyhow
        "PENTA,1,42 d,6 wk | PENTA,1,42 d,5 wk | true",
        "PENTA,1,42 d,6 wk | PENTA,1,42 d,7 wk | false",
        "PENTA,2,42 d,10 wk | PENTA,2,42 d,9 wk | false",
        // no child is so old, but a next visit may be
        "IPV,1,98 d,14 wk,,60 mo | IPV,1,98 d,14 wk,,61 mo | true",
        "IPV,1,98 d,14 wk,,60 mo | IPV,1,98 d,14 wk,,59 mo | false",
        "PENTA,1,42 d,6 wk,28 d,60 mo | PENTA,1,42 d,6 wk,28 d,61 mo | false",
        "MENA,1,{epi.mena-age-months} mo | MENA,1,9 mo | false",
      })
  void provesOnlyWhatIsSo(String piece, String by, boolean same) {
    VaccineSchedule was = calendar(immunisation());

    assertThat(was.saysTheSameAs(changed(piece, by), CalendarComparisonTest::values, BELOW))
        .isEqualTo(same);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "opv-0,OVERDUE,true",
    "opv-0,EXPIRED,false",
    "opv-0,NOT_YET,false",
    "opv-0,COMPLETE,false",
    "opv-1,UNKNOWN,true",
    "opv-2,UNKNOWN,false",
    "opv-3,COMPLETE,true",
    "opv-3,EXPIRED,false",
    "bcg-1,EXPIRED,true",
    "bcg-1,NOT_YET,false",
    "pcv-1,COMPLETE,true",
    "rota-2,COMPLETE,true",
    "rota-1,COMPLETE,false",
    "yf-1,NOT_YET,true",
    "r21-1,NOT_APPLICABLE,true",
    "mr-1,NOT_APPLICABLE,false",
    "mena-1,EXPIRED,true"
  })
  @DisplayName("which statuses come with which next dose")
  void tellsWhatCanBe(String dose, VaccineStatus status, boolean can) {
    Optional<Vaccine> vaccine =
        calendar(immunisation()).vaccines().stream()
            .filter(each -> each.next().hasCode(dose))
            .findFirst();

    assertThat(
            new CalendarReach(vaccine.orElseThrow(), CalendarComparisonTest::values, BELOW)
                .canBe(dose, status))
        .isEqualTo(can);
  }

  @Test
  @DisplayName("calendars that differ in more than ages are not proved to be the same")
  void moreThanAgesIsNotProved() {
    VaccineSchedule was = calendar(immunisation());

    assertThat(
            was.saysTheSameAs(
                changed("BCG,1,0 d,0 d,,{epi.bcg-too-old-months} mo,,", "BCG,1,0 d,0 d,,,,"),
                CalendarComparisonTest::values,
                BELOW))
        .isFalse();
    assertThat(was.saysTheSameAs(was, CalendarComparisonTest::values, BELOW)).isTrue();
  }
}
