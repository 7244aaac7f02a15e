package org.denba.engine.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.triage.CaseProbe;
import org.denba.engine.verification.CaseFiles;
import org.denba.engine.verification.CaseRunner;
import org.denba.engine.verification.ClinicalCase;

/**
 * The cases of a protocol with what the evaluation of each saw under the rules as they are.
 *
 * @param protocol the rules
 * @param cases its cases
 * @param seen what each saw, empty for one that is refused or answered by another protocol
 */
record Suite(Protocol protocol, List<ClinicalCase> cases, List<Optional<CaseProbe.Seen>> seen) {

  static Suite of(TriageEngine engine, String protocol, LocalDate day) {
    CaseProbe probe = engine.probe(protocol);
    List<ClinicalCase> cases = CaseFiles.read(engine, engine.files(), protocol, day);
    List<Optional<CaseProbe.Seen>> seen = new ArrayList<>();
    for (ClinicalCase each : cases) {
      if (!CaseRunner.run(engine, each).passed()) {
        throw new IllegalStateException(
            "the case " + each.id() + " fails before any rule is changed: mend it first");
      }
      seen.add(probe.see(each.request()));
    }
    return new Suite(probe.protocol(), cases, seen);
  }
}
