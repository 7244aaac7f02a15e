package org.denba.fhir.activation;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.TriageEngine;
import org.denba.engine.approval.Approval;
import org.denba.engine.approval.ProtocolApproval;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.finding.Quoted;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;

/** Takes the approval of a clinician: it is written down first and shown in answers then. */
final class Approving {

  private final Activator activator;
  private final Clock clock;

  Approving(Activator activator, Clock clock) {
    this.activator = activator;
    this.clock = clock;
  }

  /**
   * What a clinician hands in.
   *
   * @param digest the digest of the protocol that the clinician looked at
   * @param rows the rows, or null for all of them
   */
  record Request(
      String protocol,
      String digest,
      List<String> rows,
      Approval.Approver approver,
      LocalDate date,
      String comment) {}

  /**
   * Approves rows of the active rules.
   *
   * @return what of the protocol is approved now
   * @throws InvalidRequestException when there is no such protocol or row, or the protocol is not
   *     any more what the clinician looked at
   * @throws ProblemException {@link ProblemKind#CONFLICT} where an approval could not be kept
   */
  ProtocolApproval approve(Request request) {
    if (!activator.versions().durable()) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "an approval has to be kept: start the service with denba.versions=FOLDER");
    }
    return activator
        .swap()
        .change(
            rules -> {
              Approval approval = approval(request, rules.engine());
              try {
                activator.versions().approvalsFile().add(approval, clock.instant());
              } catch (UncheckedIOException e) {
                throw new ProblemException(
                    ProblemKind.CONFLICT,
                    "the approval cannot be written: check that "
                        + activator.versions().root()
                        + " may be written and the disk has room");
              }
              return rules.approved(activator.versions().approvals());
            })
        .engine()
        .approval(request.protocol())
        .orElseThrow();
  }

  /** The approval with the digests of the rows as they are now. */
  static Approval approval(Request request, TriageEngine engine) {
    List<String> ids = engine.rules().stream().map(Protocol::id).toList();
    Protocol protocol =
        engine.rules().stream()
            .filter(each -> each.id().equals(request.protocol()))
            .findFirst()
            .orElseThrow(
                () ->
                    invalid(
                        "protocol",
                        "unknown-protocol",
                        "there is no protocol "
                            + Quoted.of(request.protocol())
                            + Quoted.nearest(request.protocol(), ids)
                            + "; there are: "
                            + String.join(", ", ids)));
    if (!protocol.digest().equals(request.digest())) {
      throw invalid(
          "digest",
          "other-digest",
          "the active rules are "
              + protocol.digest()
              + ", not what was looked at: read them again and approve those");
    }
    Map<String, String> digests = engine.approval(protocol.id()).orElseThrow().digests();
    Map<String, String> rows = new LinkedHashMap<>();
    List<RequestError> errors = new ArrayList<>();
    for (String row : request.rows() == null ? digests.keySet() : request.rows()) {
      if (digests.containsKey(row)) {
        rows.put(row, digests.get(row));
      } else {
        errors.add(
            new RequestError(
                "rows",
                "unknown-row",
                Quoted.of(row)
                    + " is no row of "
                    + protocol.id()
                    + Quoted.nearest(row, digests.keySet())));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidRequestException(errors);
    }
    return new Approval(
        protocol.id(),
        protocol.digest(),
        request.approver(),
        request.date(),
        request.comment(),
        rows);
  }

  private static InvalidRequestException invalid(String path, String code, String message) {
    return new InvalidRequestException(List.of(new RequestError(path, code, message)));
  }
}
