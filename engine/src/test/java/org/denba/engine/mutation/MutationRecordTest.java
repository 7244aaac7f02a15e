package org.denba.engine.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.junit.jupiter.api.Test;

/**
 * The recorded mutation scores are about the rules and cases as they are. A whole run takes minutes:
 * {@code -Ddenba.mutation.write=true} runs what changed since the record and writes it; the build
 * only asks whether the record lags, and runs the mutants of one protocol in {@link
 * MutationRunTest}.
 */
class MutationRecordTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final TriageEngine ENGINE =
      TriageEngine.load(ClassPathRuleFiles.builtIn(), EngineOptions.defaults(() -> DAY));

  @Test
  void theRecordIsAboutTheseRulesAndCases() throws IOException {
    Path file = file();
    MutationRecord record =
        Files.exists(file)
            ? MutationRecord.parse(Files.readString(file))
            : new MutationRecord(List.of());
    if (Boolean.getBoolean("denba.mutation.write")) {
      record = upToDate(record);
      Files.createDirectories(file.getParent());
      Files.writeString(file, record.text());
    }
    for (String protocol : parts()) {
      assertThat(record.isOf(ENGINE.files(), protocol))
          .as(
              "the mutation score of %s lags behind its files: run this test with"
                  + " -Ddenba.mutation.write=true",
              protocol)
          .isTrue();
    }
  }

  private static List<String> parts() {
    List<String> parts = new ArrayList<>(ENGINE.rules().stream().map(Protocol::id).toList());
    parts.add(RuleMutants.DOSES);
    return parts;
  }

  private static MutationRecord upToDate(MutationRecord record) {
    MutationRun run = new MutationRun(ENGINE, DAY);
    List<MutationRecord.Line> lines = new ArrayList<>();
    for (Protocol protocol : ENGINE.rules()) {
      lines.addAll(
          record.isOf(ENGINE.files(), protocol.id())
              ? record.of(protocol.id())
              : MutationRecord.lines(run.ofProtocol(protocol), ENGINE.files()));
    }
    lines.addAll(
        record.isOf(ENGINE.files(), RuleMutants.DOSES)
            ? record.of(RuleMutants.DOSES)
            : MutationRecord.lines(run.ofDoses(), ENGINE.files()));
    return new MutationRecord(lines);
  }

  private static Path file() {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.exists(here.resolve("engine")) ? here : here.getParent();
    return root.resolve("rules/src/main/resources").resolve(MutationRecord.FILE);
  }
}
