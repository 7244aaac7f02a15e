package org.denba.fhir.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.denba.engine.protocol.Urgency;
import org.junit.jupiter.api.Test;

class LiveCountsTest {

  private final LiveCounts counts = new LiveCounts(Decisions.CLOCK);

  @Test
  void manyThreadsCountExactly() throws Exception {
    int threads = 8;
    int each = 5_000;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int thread = t;
        work.add(
            () -> {
              for (int i = 0; i < each; i++) {
                // hours before this one, too, so that periods are begun by several at once
                counts.add(Decisions.at(Decisions.HOUR - i % 40, Urgency.values()[i % 5]));
                if (i % 10 == thread) {
                  counts.add(new Refusal(Decisions.HOUR, List.of("unknown-finding")));
                }
              }
              return null;
            });
      }
      for (Future<Void> done : pool.invokeAll(work)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    LiveReport report = report();
    assertThat(report.answers()).isEqualTo(threads * each);
    assertThat(report.urgencies().values()).containsOnly((long) threads * each / 5);
    assertThat(report.refused()).isEqualTo(threads * each / 10);
    assertThat(report.refusals()).containsExactly(Map.entry("unknown-finding", 4_000L));
    assertThat(report.hours().stream().mapToLong(LiveReport.Period::answers).sum())
        .isEqualTo(threads * each);
    assertThat(report.days().stream().mapToLong(LiveReport.Period::answers).sum())
        .isEqualTo(threads * each);
    assertThat(report.rules()).hasSize(1);
    assertThat(report.rules().get(0).proved()).containsEntry("ROW-1", threads * each * 4L / 5);
    assertThat(report.rules().get(0).open()).containsEntry("ROW-2", threads * each / 5L);
    assertThat(report.asked()).containsExactly(Map.entry("sign-b", threads * each / 5L));
    assertThat(report.undecided()).isEqualTo(threads * each / 5);
    assertThat(report.stale()).isEqualTo(threads * each);
  }

  @Test
  void wordsWithoutEndTakeNoMemoryWithoutEnd() {
    for (int i = 0; i < 3_000; i++) {
      counts.add(Decisions.of("protocol-" + i, "sha256:" + i, "district-" + i, Urgency.HOME_CARE));
      counts.add(new Refusal(Decisions.HOUR, List.of("code-" + i)));
    }
    LiveReport report = report();
    assertThat(report.answers()).isEqualTo(3_000);
    assertThat(report.refused()).isEqualTo(3_000);
    assertThat(report.protocols()).hasSizeLessThanOrEqualTo(201);
    assertThat(report.protocols().get("other")).containsEntry("home-care", 2_800L);
    assertThat(report.districts()).hasSizeLessThanOrEqualTo(1_001);
    assertThat(report.refusals()).hasSizeLessThanOrEqualTo(201);
    assertThat(report.rules()).hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void hoursAndDaysBeyondTheWindowAreCountedButNotPlotted() {
    counts.add(Decisions.at(Decisions.HOUR - 47, Urgency.HOME_CARE));
    counts.add(Decisions.at(Decisions.HOUR - 48, Urgency.HOME_CARE));
    counts.add(Decisions.at(Decisions.HOUR - 24 * 59, Urgency.HOME_CARE));
    counts.add(Decisions.at(Decisions.HOUR - 24 * 60, Urgency.HOME_CARE));
    LiveReport report = report();
    assertThat(report.answers()).isEqualTo(4);
    assertThat(report.hours()).hasSize(48);
    assertThat(report.hours().get(0).start()).isEqualTo("2026-03-08T13:00:00Z");
    assertThat(report.hours().stream().mapToLong(LiveReport.Period::answers).sum()).isEqualTo(1);
    assertThat(report.days()).hasSize(60);
    assertThat(report.days().get(59).start()).isEqualTo("2026-03-10");
    assertThat(report.days().stream().mapToLong(LiveReport.Period::answers).sum()).isEqualTo(3);
    assertThat(report.since()).isEqualTo("2026-01-09T12:00:00Z");
  }

  @Test
  void theWindowMovesOnWithTheClock() {
    Periods hours = new Periods(2);
    hours.add(10, 10, Urgency.HOME_CARE);
    hours.add(11, 11, Urgency.TREAT_HERE);
    hours.add(12, 12, Urgency.REFER_URGENT);
    assertThat(hours.sums(12).keySet()).containsExactly(11L, 12L);
    assertThat(hours.sums(12).get(11L)).containsEntry(Urgency.TREAT_HERE, 1L);
    assertThat(hours.sums(11).get(10L)).containsEntry(Urgency.HOME_CARE, 0L);
  }

  @Test
  void fewPatientsOfADistrictOrAnHourAreNotTold() {
    for (int i = 0; i < 7; i++) {
      counts.add(Decisions.of("imci-child", "sha256:aa", "kita", Urgency.REFER_URGENT));
    }
    counts.add(Decisions.of("imci-child", "sha256:aa", "kita", Urgency.HOME_CARE));
    for (int i = 0; i < 4; i++) {
      counts.add(Decisions.of("imci-child", "sha256:aa", "gao", Urgency.REFER_URGENT));
      counts.add(Decisions.at(Decisions.HOUR - 1, Urgency.REFER_URGENT));
    }
    LiveReport report = report();
    assertThat(report.districts().get("kita").answers()).isEqualTo(10);
    assertThat(report.districts().get("kita").urgencies())
        .containsEntry("refer-urgent", 10L)
        .containsEntry("home-care", 0L);
    assertThat(report.districts().get("gao").answers()).isZero();
    assertThat(LiveView.districts(report.districts(), id -> id))
        .extracting(LiveView.Line::name)
        .containsExactly("kita");
    LiveReport.Period hourBefore = report.hours().get(46);
    assertThat(hourBefore.answers()).isEqualTo(4);
    assertThat(hourBefore.urgencies()).isNull();
    assertThat(report.hours().get(47).urgencies()).containsEntry("refer-urgent", 11L);
  }

  @Test
  void rulesThatChangeAreCountedAnew() {
    counts.add(Decisions.of("imci-child", "sha256:aa", null, Urgency.HOME_CARE));
    counts.add(Decisions.of("imci-child", "sha256:bb", null, Urgency.UNDETERMINED));
    LiveReport report = report();
    assertThat(report.protocols().get("imci-child"))
        .containsEntry("home-care", 1L)
        .containsEntry("undetermined", 1L);
    assertThat(report.rules()).hasSize(2);
    assertThat(report.rules().get(0).proved()).containsExactly(Map.entry("ROW-1", 1L));
    assertThat(report.rules().get(1).proved()).isEmpty();
    assertThat(report.rules()).noneMatch(LiveReport.RulesReport::active);
  }

  private LiveReport report() {
    return new LiveReports(counts, Optional.empty()).report(List.of());
  }
}
