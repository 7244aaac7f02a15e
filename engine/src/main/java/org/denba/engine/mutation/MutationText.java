package org.denba.engine.mutation;

import java.util.Locale;

/** A mutation score as text: the parts, the survivors with the cases that would notice them. */
public final class MutationText {

  /** What is said of a survivor for which no case was found. */
  public static final String UNDECIDED =
      "no patient was found who is answered differently, nor is it proved that there is none";

  private MutationText() {}

  /** The score of one protocol. */
  public static String of(MutationScore score) {
    StringBuilder text = new StringBuilder();
    PartScore total = score.total();
    text.append(line(total)).append('\n');
    for (PartScore part : score.parts()) {
      text.append("  ").append(line(part)).append('\n');
    }
    score
        .with(Verdict.Fate.SURVIVED)
        .forEach(
            verdict -> {
              text.append("not noticed: ").append(verdict.mutant().words()).append('\n');
              text.append(
                  verdict.by().isEmpty()
                      ? "  " + UNDECIDED + "\n"
                      : "  this case would notice it (say what the reference says):\n"
                          + verdict.by());
            });
    score
        .with(Verdict.Fate.EQUIVALENT)
        .forEach(
            verdict ->
                text.append("changes nothing: ")
                    .append(verdict.mutant().words())
                    .append(" (")
                    .append(verdict.by())
                    .append(")\n"));
    score
        .argued()
        .forEach(
            verdict ->
                text.append("said to change nothing: ")
                    .append(verdict.mutant().words())
                    .append(" (")
                    .append(verdict.by())
                    .append(")\n"));
    return text.toString();
  }

  private static String line(PartScore score) {
    return String.format(
        Locale.ROOT,
        "%s: %.1f %% of %d changes noticed, %d change nothing, %d are said to, %d not noticed",
        score.part(),
        score.percent(),
        score.mutants() - score.equivalent() - score.argued(),
        score.equivalent(),
        score.argued(),
        score.survived());
  }
}
