package org.denba.fhir.impact;

import java.util.List;
import org.denba.engine.impact.ChangeWords;
import org.denba.engine.impact.CohortCount;
import org.denba.engine.impact.ImpactReport;
import org.denba.engine.impact.MoveGroup;
import org.denba.engine.impact.PatientText;
import org.denba.engine.impact.SpaceChange;
import org.denba.engine.impact.UrgencyFlow;

/** The report as text of at most 100 columns, the most dangerous first. */
public final class ImpactText {

  private static final int WIDTH = 100;
  private static final int MOST_MOVES = 40;
  private static final int MOST_CASES = 20;
  private static final int MOST_FINDINGS = 6;
  private static final int MOST_OUTCOMES = 4;

  private final ImpactWords words;
  private final ChangeWords changeWords;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param language language of the words
   */
  public ImpactText(String language) {
    this.words = ImpactWords.of(language);
    this.changeWords = ChangeWords.of(language);
  }

  /** The whole report. One use. */
  public String of(ImpactReport report, ImpactSource source) {
    line(0, words.get("title") + ": " + words.get("old-new", source.before(), source.after()));
    if (report.isNothing()) {
      line(0, words.get("nothing"));
      return text.toString();
    }
    count(report, source);
    moves(report, source);
    cases(report);
    space(report);
    heading(words.get("changes", report.changes().changes().size()));
    report.changes().changes().forEach(change -> line(2, changeWords.sentence(change)));
    if (report.count().unreadable() > 0) {
      heading(words.get("unreadable", report.count().unreadable()));
      report.unreadable().forEach(bad -> line(2, words.get("line", bad.number(), bad.problem())));
    }
    return text.toString();
  }

  private void count(ImpactReport report, ImpactSource source) {
    CohortCount count = report.count();
    String protocols = String.join(", ", report.protocols());
    line(0, words.get("protocols", protocols.isEmpty() ? words.get("none") : protocols));
    heading(words.get("patients"));
    line(2, words.get("summary", count.patients(), count.compared(), count.skipped()));
    line(
        2,
        source.synthetic()
            ? words.get("summary.synthetic", String.valueOf(source.seed()))
            : words.get("summary.file"));
    long all = count.compared();
    counted("summary.dangerous", count.dangerous(), all);
    counted("summary.less-urgent", count.lessUrgent(), all);
    line(
        2,
        words.get(
            "summary.changed",
            count.changed(),
            words.percent(count.changed(), all),
            count.clinical()));
    List<UrgencyFlow> moving = report.flows().stream().filter(flow -> !flow.stays()).toList();
    if (!moving.isEmpty()) {
      heading(words.get("flows"));
      for (UrgencyFlow flow : moving) {
        line(
            2,
            words.get("flow", words.urgency(flow.from()), words.urgency(flow.to()), flow.count()));
      }
    }
  }

  private void counted(String key, long part, long all) {
    line(2, words.get(key, part, words.percent(part, all)));
  }

  private void moves(ImpactReport report, ImpactSource source) {
    if (report.moves().isEmpty()) {
      return;
    }
    heading(words.get("moves"));
    for (MoveGroup group : report.moves().stream().limit(MOST_MOVES).toList()) {
      line(
          2,
          words.get(
              "move",
              group.count(),
              report.count().compared(),
              group.move().protocol(),
              words.sentence(group)));
      for (MoveGroup.Example example : group.examples()) {
        String who = PatientText.line(example.patient().request(), MOST_FINDINGS);
        boolean own = group.move().from().isEmpty() && !example.from().isEmpty();
        String what = own ? who + ": " + words.get("from-to", example.from(), example.to()) : who;
        line(
            6,
            words.get(source.synthetic() ? "patient" : "line", example.patient().number(), what));
      }
    }
    more(report.moves().size(), MOST_MOVES);
  }

  private void cases(ImpactReport report) {
    heading(words.get("cases", report.cases().size()));
    report.cases().stream().limit(MOST_CASES).forEach(each -> line(2, words.sentence(each)));
    more(report.cases().size(), MOST_CASES);
  }

  private void space(ImpactReport report) {
    heading(words.get("space"));
    if (report.space().isEmpty()) {
      line(2, words.get("space.none"));
    }
    for (SpaceChange change : report.space()) {
      line(2, words.sentence(change));
      change.moves().stream().limit(MOST_OUTCOMES).forEach(move -> line(6, words.sentence(move)));
    }
  }

  private void more(int all, int shown) {
    if (all > shown) {
      line(2, words.get("more", all - shown));
    }
  }

  private void heading(String heading) {
    text.append('\n');
    line(0, heading);
  }

  /** A line, broken between words where it is too long. */
  private void line(int indent, String content) {
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    boolean first = true;
    for (String word : content.strip().split("\\s+")) {
      while (word.length() > WIDTH - indent - 4) {
        text.append(line.isEmpty() || line.toString().isBlank() ? "" : line + "\n");
        text.append(" ".repeat(indent + 4)).append(word, 0, WIDTH - indent - 4).append('\n');
        word = word.substring(WIDTH - indent - 4);
        line.setLength(0);
        line.append(" ".repeat(indent + 4));
        first = true;
      }
      if (!first && line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line.setLength(0);
        line.append(" ".repeat(indent + 2));
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      first = false;
    }
    text.append(line).append('\n');
  }
}
