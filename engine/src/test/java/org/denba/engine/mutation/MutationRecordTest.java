package org.denba.engine.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.mutation.MutationRecord.Part;
import org.denba.engine.mutation.Verdict.Fate;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.ChangedRuleFiles;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What the build holds of the mutation score. The record beside the rules is of these rules; where
 * a file was changed after it was written, all mutants of the file are judged here. Of the others a
 * fixed share is judged again, so that a case that is taken away does not go unnoticed for long;
 * {@code denba mutate} judges all of them.
 */
class MutationRecordTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final RuleFiles FILES = ClassPathRuleFiles.builtIn();
  private static final TriageEngine ENGINE = load(FILES);
  private static final String REFRESH =
      "the scores are of other rules: run 'denba mutate rules/src/main/resources/org/denba/rules"
          + " --changed --record'";

  /** One of so many mutants is judged in each build. */
  private static final int SHARE = 60;

  private static TriageEngine load(RuleFiles files) {
    return TriageEngine.load(files, EngineOptions.defaults(() -> DAY));
  }

  @Test
  @DisplayName(
      "no change goes unnoticed, in changed files and in the record, which is of these rules")
  void theRecordIsOfTheseRules() {
    MutationRecord record = MutationRecord.read(FILES);
    RecordUpdate update = new RecordUpdate(ENGINE, record);
    MutationRun run = new MutationRun(ENGINE, DAY);

    for (Protocol protocol : ENGINE.rules()) {
      assertNothingSurvives(run.ofProtocol(protocol, update.notMeasured()));
    }
    assertNothingSurvives(run.ofDoses(update.notMeasured()));
    assertThat(record.parts()).allSatisfy(part -> assertThat(part.survivors()).isEmpty());
    assertThat(update.stale()).as(REFRESH).isEmpty();
    assertThat(MutationRecord.parse(record.scores(), record.unnoticed())).isEqualTo(record);
  }

  private static void assertNothingSurvives(MutationScore score) {
    assertThat(score.survivors())
        .as(
            score.survivors().stream()
                .map(each -> each.mutant().words() + "\n" + each.by())
                .collect(Collectors.joining("\n", "changes that no case notices:\n", "")))
        .isEmpty();
  }

  @Test
  @DisplayName("a share of all changes is judged again: each is noticed, or recorded")
  void aShareOfAllChangesIsNoticed() {
    MutationRecord record = MutationRecord.read(FILES);
    Predicate<Mutant> wanted =
        mutant -> Math.floorMod(mutant.words().hashCode(), SHARE) == 0 && !recorded(record, mutant);
    MutationRun run = new MutationRun(ENGINE, DAY);
    List<Mutant> unnoticed = new ArrayList<>();
    for (Protocol protocol : ENGINE.rules()) {
      unnoticed.addAll(run.unnoticed(protocol, wanted));
    }
    run.ofDoses(wanted).survivors().forEach(each -> unnoticed.add(each.mutant()));

    assertThat(unnoticed).extracting(Mutant::words).isEmpty();
  }

  private static boolean recorded(MutationRecord record, Mutant mutant) {
    return record.of(mutant.protocol(), mutant.part()).stream()
        .flatMap(part -> part.unnoticed().stream())
        .anyMatch(
            each -> each.place().equals(mutant.place()) && each.change().equals(mutant.change()));
  }

  @Test
  @DisplayName("each change that is said to change nothing is one change of these rules")
  void eachArguedChangeIsOneOfTheseRules() {
    List<Mutant> mutants = new ArrayList<>();
    ENGINE.rules().forEach(protocol -> mutants.addAll(RuleMutants.of(ENGINE, protocol)));

    assertThat(ArguedChanges.read(FILES).changes())
        .isNotEmpty()
        .allSatisfy(argued -> assertThat(mutants).filteredOn(argued::isOf).hasSize(1));
  }

  @Test
  @DisplayName("an edited chart makes its own score stale and no other; a case none")
  void anEditMakesItsOwnScoreStale() {
    String chart = "postnatal-newborn/follow-up.csv";
    Sheet sheet = Sheet.read(chart, FILES.read(chart));
    String edited = sheet.without(Set.of(sheet.rows() - 1));
    String cases = "postnatal-newborn/cases/intake.yaml";
    RuleFiles changed = new ChangedRuleFiles(FILES, chart, edited);
    MutationRecord record = asOf(ENGINE);

    assertThat(new RecordUpdate(load(changed), record).stale())
        .containsExactly("postnatal-newborn/follow-up");
    assertThat(
            new RecordUpdate(
                    load(new ChangedRuleFiles(FILES, cases, FILES.read(cases) + "\n# more\n")),
                    record)
                .stale())
        .isEmpty();
  }

  @Test
  @DisplayName("an element whose codes change makes the scores of the files stale that name it")
  void aChangedElementMakesThoseStaleThatNameIt() {
    String dictionary = "dictionary/data-dictionary.csv";
    String text =
        FILES
            .read(dictionary)
            .replaceFirst("(?m)^muac,quantity,mm,,70..220", "muac,quantity,mm,,70..230");
    MutationRecord record = asOf(ENGINE);

    assertThat(
            new RecordUpdate(load(new ChangedRuleFiles(FILES, dictionary, text)), record).stale())
        .contains("imci-child/acute-malnutrition")
        .doesNotContain("imci-child/ear-problem", "immunisation/pentavalent", "doses/TX-AMOX");
  }

  /** A record that says of every part that it was measured on these rules. */
  private static MutationRecord asOf(TriageEngine engine) {
    List<Part> parts = new ArrayList<>();
    for (Protocol protocol : engine.rules()) {
      parts.addAll(
          MutationRecord.parts(
              new MutationScore(
                  protocol.id(), protocol.digest(), killed(RuleMutants.of(engine, protocol))),
              engine));
    }
    parts.addAll(
        MutationRecord.parts(
            new MutationScore(RuleMutants.DOSES, "", killed(RuleMutants.ofDoses(engine))), engine));
    return new MutationRecord(parts);
  }

  private static List<Verdict> killed(List<Mutant> mutants) {
    return mutants.stream().map(each -> new Verdict(each, Fate.KILLED, "")).toList();
  }
}
