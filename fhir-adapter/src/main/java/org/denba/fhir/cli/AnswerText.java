package org.denba.fhir.cli;

import java.util.List;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.rules.OverlayRef;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Because;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.engine.triage.Warning;
import org.denba.fhir.json.AnswerJson;

/** An answer as text for a person: the same content as the JSON, most urgent first. */
final class AnswerText {

  private static final String INDENT = "  ";

  private final Paint paint;
  private final Labels labels;
  private final AnswerJson json = new AnswerJson();
  private final StringBuilder text = new StringBuilder();

  AnswerText(Paint paint, Labels labels) {
    this.paint = paint;
    this.labels = labels;
  }

  String of(TriageResult result) {
    head(result);
    result.classifications().forEach(this::classification);
    questions(result);
    recommendations(result.recommendations());
    warnings(result.warnings());
    line("");
    line(
        result.protocol().id()
            + " "
            + result.protocol().version()
            + overlay(result)
            + ", "
            + result.protocol().approvalText());
    if (result.companion() != null) {
      heading("companion");
      of(result.companion());
    }
    return text.toString();
  }

  private static String overlay(TriageResult result) {
    OverlayRef overlay = result.protocol().overlay();
    return overlay == null ? "" : " + " + overlay.id() + " " + overlay.version();
  }

  private void head(TriageResult result) {
    String urgency = urgency(result.urgency());
    painted(paint.on(colour(result.urgency()), " " + urgency + " "));
    if (!result.decided()) {
      painted(labels.get("could-be") + " " + paint.bold(urgency(result.couldBe())));
    }
    line(result.summary());
    if (result.referral() != null) {
      line(result.referral().text());
    }
    if (!result.classifications().isEmpty()) {
      heading("classifications");
    }
  }

  private void classification(Classification row) {
    String colour = labels.get("colour." + row.colour().code());
    String status =
        labels.get(row.provisional() ? "status.provisional" : "status." + row.status().code());
    String name = Printable.text(row.label() + " (" + row.rule() + ") — ");
    painted(INDENT + paint.on(row.colour(), " " + colour + " ") + " " + name + status);
    if (!row.because().isEmpty()) {
      line(
          INDENT.repeat(2)
              + labels.get("because")
              + " "
              + String.join("; ", row.because().stream().map(this::because).toList()));
    }
    if (!row.missing().isEmpty()) {
      line(INDENT.repeat(2) + labels.get("missing") + " " + String.join(", ", row.missing()));
    }
  }

  private String because(Because because) {
    String name = because.dataElement() == null ? because.parameter() : because.dataElement();
    String unit = because.unit() == null ? "" : " " + because.unit();
    return name + " = " + json.plain(because.value()) + unit;
  }

  private void questions(TriageResult result) {
    if (result.stillToAssess().isEmpty()) {
      return;
    }
    heading("still-to-assess");
    int number = 1;
    for (TriageResult.Question question : result.stillToAssess()) {
      line(INDENT + number++ + ". " + question.label() + ": " + question.question());
    }
  }

  private void recommendations(List<Recommendation> recommendations) {
    if (recommendations.isEmpty()) {
      return;
    }
    heading("recommendations");
    for (Recommendation recommendation : recommendations) {
      String prepared = recommendation.finalAdvice() ? "" : " [" + labels.get("not-final") + "]";
      line(INDENT + "- " + recommendation.text() + prepared);
      if (recommendation.dose() != null) {
        new DoseText(labels).lines(recommendation.dose()).forEach(l -> line(INDENT.repeat(2) + l));
      }
      recommendation.notes().forEach(note -> line(INDENT.repeat(2) + note));
    }
  }

  private void warnings(List<Warning> warnings) {
    if (warnings.isEmpty()) {
      return;
    }
    heading("warnings");
    for (Warning warning : warnings) {
      line(INDENT + "! " + warning.message() + " (" + warning.code() + ")");
    }
  }

  private void heading(String key) {
    line("");
    painted(paint.bold(labels.get(key)));
  }

  private String urgency(Urgency urgency) {
    return labels.get("urgency." + urgency.code());
  }

  private static Colour colour(Urgency urgency) {
    return switch (urgency) {
      case REFER_URGENT -> Colour.PINK;
      case REFER_NONURGENT, TREAT_HERE -> Colour.YELLOW;
      case HOME_CARE -> Colour.GREEN;
      case UNDETERMINED -> Colour.NONE;
    };
  }

  private void line(String line) {
    painted(Printable.text(line));
  }

  /** A line whose parts were made printable before they were painted. */
  private void painted(String line) {
    text.append(line).append('\n');
  }
}
