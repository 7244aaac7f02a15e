package org.denba.fhir.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.denba.engine.protocol.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {

  private static final String WHOLE =
      new String(
          LogLine.write(Decisions.at(Decisions.HOUR, Urgency.UNDETERMINED)),
          StandardCharsets.UTF_8);

  @Test
  void whatIsWrittenIsReadBack() {
    for (Entry entry :
        List.of(
            Decisions.at(Decisions.HOUR, Urgency.UNDETERMINED),
            Decisions.of("antenatal", "sha256:bb", null, Urgency.REFER_NONURGENT),
            new Refusal(Decisions.HOUR, List.of("unreadable")))) {
      assertThat(LogLine.read(LogLine.write(entry), Decisions.HOUR)).contains(entry);
    }
  }

  @Test
  void theTimeIsTheHour() {
    assertThat(WHOLE).contains("\"hour\":\"2026-03-10T12:00:00Z\"").doesNotContain("12:20");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"hour\":\"2026-03-10T12:00:00Z\"}",
        "{\"hour\":\"yesterday\",\"refused\":[]}",
        "{\"hour\":\"2026-03-10T13:00:00Z\",\"refused\":[]}",
        "{\"hour\":\"+1000000000-01-01T00:00:00Z\",\"refused\":[]}",
        "{\"hour\":\"2026-03-10T12:00:00Z\",\"refused\":[\"<script>\"]}",
        "{\"hour\":\"2026-03-10T12:00:00Z\",\"refused\":[null]}"
      })
  void whatIsNoEntryIsNotCounted(String line) {
    assertThat(read(line)).isEmpty();
  }

  @Test
  void anEntryWithAWordThatNoRuleFileCouldHoldIsNotCounted() {
    assertThat(read(WHOLE)).isPresent();
    assertThat(read(WHOLE.substring(0, WHOLE.length() / 2))).isEmpty();
    assertThat(read(WHOLE.replace("kita", "Kita, Awa Traoré"))).isEmpty();
    assertThat(read(WHOLE.replace("sign-a", "x".repeat(101)))).isEmpty();
    assertThat(read(WHOLE.replace("undetermined", "fine"))).isEmpty();
    assertThat(read(WHOLE.replace("\"decided\":false", "\"decided\":null"))).isEmpty();
  }

  private static java.util.Optional<Entry> read(String line) {
    return LogLine.read(line.getBytes(StandardCharsets.UTF_8), Decisions.HOUR);
  }
}
