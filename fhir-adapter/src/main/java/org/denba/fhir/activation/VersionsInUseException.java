package org.denba.fhir.activation;

import java.nio.file.Path;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;

/** A folder of versions that another process works with: two would write over each other. */
public final class VersionsInUseException extends ProblemException {

  private static final long serialVersionUID = 1L;

  static final String ADVICE =
      "stop the service first; or change the rules of the service that runs, with POST "
          + ActivationController.ROLLBACK
          + " or POST "
          + ActivationController.APPROVALS;

  VersionsInUseException(Path folder) {
    super(
        ProblemKind.CONFLICT,
        folder + ": a service that runs works with this folder of versions: " + ADVICE);
  }
}
