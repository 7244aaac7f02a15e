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
 * No edit of rules or cases lets more changes go unnoticed than the record says. What is recorded
 * is not run again; where rules or cases are no longer those of the record, all their mutants run
 * here, which takes minutes. {@code -Ddenba.mutation.write=true} writes the record anew.
 */
class MutationRecordTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final TriageEngine ENGINE =
      TriageEngine.load(ClassPathRuleFiles.builtIn(), EngineOptions.defaults(() -> DAY));

  @Test
  void noEditLetsMoreChangesGoUnnoticed() throws IOException {
    MutationRecord before = MutationRecord.read(ENGINE.files());
    MutationRecord now = upToDate(before);
    if (Boolean.getBoolean("denba.mutation.write")) {
      Files.writeString(file(), now.text());
      return;
    }
    for (MutationRecord.Line line : now.lines()) {
      PartScore score = line.score();
      int recorded =
          before.of(score.protocol()).stream()
              .map(MutationRecord.Line::score)
              .filter(each -> each.part().equals(score.part()))
              .mapToInt(PartScore::survived)
              .sum();
      assertThat(score.survived())
          .as(
              "changes of %s/%s that no case notices: run 'mutation --protocol %s' to see them and"
                  + " the cases that would notice",
              score.protocol(), score.part(), score.protocol())
          .isLessThanOrEqualTo(recorded);
    }
  }

  @Test
  void everyPartOfTheRulesIsRecorded() {
    MutationRecord record = MutationRecord.read(ENGINE.files());

    for (String protocol : parts()) {
      assertThat(record.of(protocol)).as(protocol).isNotEmpty();
    }
    assertThat(MutationRecord.parse(record.text())).isEqualTo(record);
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
    return root.resolve("rules/src/main/resources/org/denba/rules").resolve(MutationRecord.FILE);
  }
}
