package org.denba.fhir.workbench;

import java.util.Collection;
import org.denba.fhir.finding.Quoted;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;

/** Says that an address names something that there is not, and what is near. */
public final class NoSuch {

  private NoSuch() {}

  /** The problem to throw: there is no such {@code what} among these. */
  public static ProblemException problem(String what, String asked, Collection<String> ids) {
    return new ProblemException(
        ProblemKind.NOT_FOUND,
        "there is no " + what + " " + Quoted.of(asked) + Quoted.nearest(asked, ids));
  }
}
