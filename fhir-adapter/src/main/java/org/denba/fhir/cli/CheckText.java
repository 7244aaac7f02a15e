package org.denba.fhir.cli;

import org.denba.engine.check.CheckReport;
import org.denba.engine.check.Mistake;
import org.denba.engine.check.Severity;

/** The report of a check for people: by file, with the count at the end. */
final class CheckText {

  private final Paint paint;

  CheckText(Paint paint) {
    this.paint = paint;
  }

  String of(CheckReport report) {
    StringBuilder text = new StringBuilder();
    String file = "";
    for (Mistake mistake : report.mistakes()) {
      if (!mistake.place().file().equals(file)) {
        file = mistake.place().file();
        text.append(text.isEmpty() ? "" : "\n")
            .append(paint.bold(Printable.text(file)))
            .append('\n');
      }
      text.append("  ")
          .append(mistake.severity() == Severity.WARNING ? "warning: " : "")
          .append(Printable.text(mistake.text().replaceAll("\\s*\\R\\s*", " ")))
          .append(" [")
          .append(mistake.code())
          .append("]\n");
    }
    text.append(text.isEmpty() ? "" : "\n")
        .append(count(report.errors(), "mistake"))
        .append(", ")
        .append(count(report.warnings(), "warning"))
        .append(" in ")
        .append(count(report.files(), "file"))
        .append(
            report.cases() > 0 ? "; " + count(report.cases(), "case") + " run" : "; no case run")
        .append('\n');
    return text.toString();
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
