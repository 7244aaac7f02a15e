package org.denba.fhir.activation;

import java.util.Optional;
import org.denba.engine.approval.Sha256;

/** Under which name the result of a step is kept. */
final class Digests {

  private static final String RELEASE =
      Optional.ofNullable(Digests.class.getPackage().getImplementationVersion())
          .orElse("development");

  private static final int PREFIX = "sha256:".length();

  private Digests() {}

  /** The name under which a step's result is kept for these files and this release. */
  static String key(String step, String digest) {
    return step + "-" + Sha256.of(RELEASE + " " + digest).substring(PREFIX, PREFIX + 32);
  }
}
