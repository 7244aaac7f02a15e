package org.denba.engine.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.mutation.Verdict.Fate;
import org.denba.engine.rules.ChangedRuleFiles;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.junit.jupiter.api.Test;

/** Changes of a rule that no case notices are named, with the case that would notice. */
class MutationRunTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final String PROTOCOL = "postnatal-newborn";
  private static final String CASES = PROTOCOL + "/cases/one-thing-decides.yaml";

  private static MutationScore score(RuleFiles files, String part) {
    TriageEngine engine = TriageEngine.load(files, EngineOptions.defaults(() -> DAY));
    return new MutationRun(engine, DAY)
        .ofProtocol(
            engine.rules().stream().filter(p -> p.id().equals(PROTOCOL)).findFirst().orElseThrow(),
            mutant -> mutant.part().equals(part));
  }

  private static List<String> survivors(MutationScore score) {
    return score.with(Fate.SURVIVED).stream().map(each -> each.mutant().words()).toList();
  }

  /** The files without the case with this id. */
  private static RuleFiles without(String id) {
    RuleFiles all = ClassPathRuleFiles.builtIn();
    StringBuilder left = new StringBuilder();
    for (String each : all.read(CASES).split("(?m)^(?=  - id: )")) {
      if (!each.startsWith("  - id: " + id + "\n")) {
        left.append(each);
      }
    }
    return new ChangedRuleFiles(all, CASES, left.toString());
  }

  @Test
  void aCaseThatIsTakenAwayLeavesAChangeThatNobodyNotices() {
    String taken = "FUP-REFERRED-not-seen.only-no-attended-referral-community-after-nbd-4";
    MutationScore whole = score(ClassPathRuleFiles.builtIn(), "derived");
    MutationScore less = score(without(taken), "derived");

    List<String> more = new ArrayList<>(survivors(less));
    more.removeAll(survivors(whole));
    assertThat(more)
        .containsExactly(
            "postnatal-newborn/derived.drl:20:78 earlier(\"NBD-4\") left out",
            "postnatal-newborn/derived.drl:29:42 row(\"NBD-4\") left out");
    assertThat(MutationText.of(less))
        .contains(
            """
            not noticed: postnatal-newborn/derived.drl:29:42 row("NBD-4") left out
              this case would notice it (say what the reference says):
              - id: new
                title: postnatal-newborn/derived.drl:29:42 row("NBD-4") left out
                setting: community
                visit: follow-up
                earlier: [NBD-4]
            """);
  }

  @Test
  void aPatientWhoIsAnsweredDifferentlyCountsMoreThanAnArgument() {
    RuleFiles less =
        without("FUP-REFERRED-not-seen.only-no-attended-referral-community-after-nbd-4");
    Mutant mutant = score(less, "derived").survivors().get(0).mutant();
    String argued =
        "protocol,part,what,change,why,confirmed-by\n"
            + String.join(
                ",",
                mutant.protocol(),
                mutant.part(),
                quoted(mutant.subject()),
                quoted(mutant.change()),
                "it changes nothing",
                "");

    assertThat(survivors(score(new ChangedRuleFiles(less, ArguedChanges.FILE, argued), "derived")))
        .contains(mutant.words());
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Test
  void anArgumentIsToldApartFromAProof() {
    Mutant mutant =
        new Mutant("a", "b", "a/b.csv", 2, "a/b.csv:2:C", "X-1: Age", "2 -> 3", () -> "");
    ArguedChanges argued =
        ArguedChanges.read(
            path ->
                Optional.of(
                    "protocol,part,what,change,why,confirmed-by\n"
                        + "a,b,X-1: Age,2 -> 3,nobody is so old,\n"
                        + "a,b,X-2: Age,2 -> 3,nobody is so old,Dr Keita\n"));

    assertThat(argued.of(mutant)).contains("nobody is so old; not yet confirmed");
    MutationScore score =
        new MutationScore("a", "", List.of(new Verdict(mutant, Fate.ARGUED, "nobody is so old")));
    assertThat(MutationText.of(score))
        .contains("0 change nothing, 1 are said to, 0 not noticed")
        .contains("said to change nothing: a/b.csv:2:C 2 -> 3 (nobody is so old)");
  }

  @Test
  void aChangeThatMeansNothingIsProvedToMeanNothing() {
    MutationScore score = score(ClassPathRuleFiles.builtIn(), "follow-up");

    assertThat(score.with(Fate.EQUIVALENT))
        .extracting(each -> each.mutant().words(), Verdict::by)
        .contains(
            tuple(
                "postnatal-newborn/follow-up.csv:10:I gained left out",
                "proved: no patient is answered differently"));
    assertThat(score.total().survived()).isZero();
    assertThat(score.total().percent()).isEqualTo(100);
  }
}
