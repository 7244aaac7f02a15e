package org.denba.fhir.workbench.coverage;

import java.util.List;
import org.denba.engine.verification.CaseResult;
import org.denba.engine.verification.ClinicalCase;

/**
 * A case whose answer is not the expected one.
 *
 * @param tested the case
 * @param lines what was expected and what the answer is, one line for each difference
 */
public record FailingCase(ClinicalCase tested, List<Line> lines) {

  private static final String EXPECTED = "expected ";
  private static final String GOT = ", got ";

  /**
   * One difference.
   *
   * @param expected what the case expects
   * @param got what the answer says; empty where the line says both in one
   */
  public record Line(String expected, String got) {}

  /** The differences of a case that was run. */
  static FailingCase of(CaseResult result) {
    String prefix = result.tested().id() + ": ";
    return new FailingCase(
        result.tested(),
        result.failures().stream()
            .map(line -> line.startsWith(prefix) ? line.substring(prefix.length()) : line)
            .map(FailingCase::line)
            .toList());
  }

  private static Line line(String text) {
    int got = text.lastIndexOf(GOT);
    if (!text.startsWith(EXPECTED) || got < 0) {
      return new Line(text, "");
    }
    return new Line(text.substring(EXPECTED.length(), got), text.substring(got + GOT.length()));
  }
}
