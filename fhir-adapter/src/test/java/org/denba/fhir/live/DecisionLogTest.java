package org.denba.fhir.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.denba.engine.protocol.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionLogTest {

  private static final long LARGE = 1 << 20;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  @TempDir private Path folder;

  @Test
  void countsSurviveARestart() {
    LiveCounts before = run(50);
    LiveCounts after = new LiveCounts(Decisions.CLOCK);
    try (DecisionLog log = log(file(), after)) {
      log.start();
      await().until(() -> !log.reading());
      assertThat(log.unreadable()).isZero();
    }
    assertThat(report(after)).isEqualTo(report(before));
    assertThat(report(after).answers()).isEqualTo(50);
  }

  @Test
  void whatIsAddedWhileTheFilesAreReadIsCountedOnce() {
    run(500);
    LiveCounts counts = new LiveCounts(Decisions.CLOCK);
    try (DecisionLog log = log(file(), counts)) {
      log.start();
      for (int i = 0; i < 500; i++) {
        Decision decision = Decisions.at(Decisions.HOUR, Urgency.HOME_CARE);
        counts.add(decision);
        log.add(decision);
      }
      await().until(() -> !log.reading());
    }
    assertThat(report(counts).answers()).isEqualTo(1_000);
    assertThat(readBack()).hasSize(1_000);
  }

  @Test
  void aLineThatWasTornByACrashHarmsNoOther() throws IOException {
    run(3);
    Files.writeString(file(), "{\"hour\":\"2026-03-10T1", StandardOpenOption.APPEND);
    // the crash was on the day of the decisions: another day would begin a new file
    Files.setLastModifiedTime(file(), FileTime.from(Decisions.CLOCK.instant()));
    run(2);
    LiveCounts counts = new LiveCounts(Decisions.CLOCK);
    try (DecisionLog log = log(file(), counts)) {
      log.start();
      await().until(() -> !log.reading());
      assertThat(log.unreadable()).isEqualTo(1);
      // after three answers and a refused request
      assertThat(log.unreadableAt()).containsExactly("decisions.ndjson:5");
    }
    assertThat(report(counts).answers()).isEqualTo(5);
  }

  @Test
  void aFolderThatCannotBeWrittenStopsNobody() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("taken"), "x");
    LiveCounts counts = new LiveCounts(Decisions.CLOCK);
    try (DecisionLog log = log(notAFolder.resolve("decisions.ndjson"), counts)) {
      log.start();
      for (int i = 0; i < 10_000; i++) {
        log.add(Decisions.at(Decisions.HOUR, Urgency.HOME_CARE));
      }
      await().until(() -> log.failing() && log.notLogged() == 10_000);
    }
  }

  @Test
  void aNewFileIsBegunEachDayAndWhenOneIsLarge() throws IOException {
    LogFiles files = new LogFiles(file(), ZoneOffset.UTC, 16 * 1_000);
    byte[] line = line(300);
    for (int i = 0; i < 7; i++) {
      files.append(line, DAY);
    }
    files.append(line, DAY.plusDays(1));
    files.close();
    assertThat(names())
        .containsExactlyInAnyOrder(
            "decisions.ndjson",
            "decisions.ndjson.2026-03-10.1",
            "decisions.ndjson.2026-03-10.2",
            "decisions.ndjson.2026-03-10.3");
    assertThat(Files.size(folder.resolve("decisions.ndjson.2026-03-10.1"))).isEqualTo(900);
    assertThat(Files.size(file())).isEqualTo(300);
  }

  @Test
  void allFilesTogetherStayBelowTheSizeAllowed() throws IOException {
    long most = 16 * 1_000;
    LogFiles files = new LogFiles(file(), ZoneOffset.UTC, most);
    for (int i = 0; i < 500; i++) {
      files.append(line(300), DAY);
    }
    files.close();
    assertThat(files.parts().stream().mapToLong(LogFiles.Part::bytes).sum())
        .isBetween(most / 2, most);
    assertThat(files.parts().get(files.parts().size() - 1).path()).isEqualTo(file());
  }

  @Test
  void filesOfLongAgoAreRemovedAndOthersAreLeftAlone() throws IOException {
    Files.write(folder.resolve("decisions.ndjson.2026-01-08.1"), line(10));
    Files.write(folder.resolve("decisions.ndjson.2026-01-09.1"), line(10));
    Files.write(folder.resolve("decisions.ndjson.notes.1"), line(10));
    Files.write(folder.resolve("decisions.ndjson.backup"), line(10));
    LogFiles files = new LogFiles(file(), ZoneOffset.UTC, LARGE);
    files.append(line(10), DAY);
    files.close();
    assertThat(names())
        .containsExactlyInAnyOrder(
            "decisions.ndjson",
            "decisions.ndjson.2026-01-09.1",
            "decisions.ndjson.notes.1",
            "decisions.ndjson.backup");
    assertThat(files.parts()).hasSize(2);
  }

  @Test
  void aFileOfAnEarlierDayIsPutAsideAtTheNextStart() throws IOException {
    Files.write(file(), line(10));
    String modified =
        LocalDate.ofInstant(Files.getLastModifiedTime(file()).toInstant(), ZoneOffset.UTC)
            .format(DateTimeFormatter.ISO_LOCAL_DATE);
    LogFiles files = new LogFiles(file(), ZoneOffset.UTC, LARGE);
    files.append(line(20), LocalDate.parse(modified).plusDays(3));
    files.close();
    assertThat(names())
        .containsExactlyInAnyOrder("decisions.ndjson", "decisions.ndjson." + modified + ".1");
    assertThat(Files.size(file())).isEqualTo(20);
  }

  private LiveCounts run(int answers) {
    LiveCounts counts = new LiveCounts(Decisions.CLOCK);
    try (DecisionLog log = log(file(), new LiveCounts(Decisions.CLOCK))) {
      log.start();
      for (int i = 0; i < answers; i++) {
        Decision decision =
            Decisions.at(Decisions.HOUR - i % 30, Urgency.values()[i % Urgency.values().length]);
        counts.add(decision);
        log.add(decision);
      }
      Refusal refusal = new Refusal(Decisions.HOUR, List.of("unreadable"));
      counts.add(refusal);
      log.add(refusal);
    }
    return counts;
  }

  private List<Entry> readBack() {
    List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
    try (DecisionLog log =
        new DecisionLog(
            new LogFiles(file(), ZoneOffset.UTC, LARGE),
            Decisions.CLOCK,
            entry -> {
              if (entry instanceof Decision) {
                entries.add(entry);
              }
            })) {
      log.start();
      await().until(() -> !log.reading());
    }
    return entries;
  }

  private Path file() {
    return folder.resolve("decisions.ndjson");
  }

  private static DecisionLog log(Path file, LiveCounts counts) {
    Clock clock = Decisions.CLOCK;
    return new DecisionLog(new LogFiles(file, clock.getZone(), LARGE), clock, counts::add);
  }

  private static LiveReport report(LiveCounts counts) {
    return new LiveReports(counts, Optional.empty()).report(List.of());
  }

  private static byte[] line(int bytes) {
    return ("x".repeat(bytes - 1) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }
}
