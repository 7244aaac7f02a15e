package org.denba.fhir.activation;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.denba.engine.approval.Approval;
import tools.jackson.databind.JsonNode;

/** Reads the bodies of the management endpoints. */
final class ManagementRequests {

  private static final int NAME = 100;
  private static final int REASON = 1_000;
  private static final int DIGEST = 100;

  private final Path folder;

  /**
   * @param folder the rules folder of the service, or null
   */
  ManagementRequests(Path folder) {
    this.folder = folder;
  }

  /** {@code POST /protocols/activate}. */
  ActivationRequest activate(JsonNode json) {
    ManagementBody body =
        new ManagementBody(json, "folder", "author", "reason", "accept", "dryRun");
    String asked = body.optional("folder", REASON);
    if (asked != null && !asked.equals(String.valueOf(folder))) {
      body.error(
          "folder",
          "another-folder",
          folder == null
              ? "the service has no rules folder: set denba.rules and start it again"
              : "only the folder that the service was started with can be activated: leave it out");
    }
    ActivationRequest request =
        new ActivationRequest(
            body.required("author", NAME),
            body.required("reason", REASON),
            body.optional("accept", DIGEST),
            body.flag("dryRun"));
    body.check();
    return request;
  }

  /** {@code POST /protocols/rollback}: which version, and who asks. */
  Rollback rollback(JsonNode json) {
    ManagementBody body = new ManagementBody(json, "version", "digest", "author", "reason");
    JsonNode number = json.get("version");
    String version =
        number != null && number.isInt() ? number.asString() : body.optional("version", DIGEST);
    String digest = body.optional("digest", DIGEST);
    if ((version == null) == (digest == null)) {
      body.error(
          "version", "missing", "name one version, by its number or by its digest: see versions");
    }
    Rollback rollback =
        new Rollback(
            version == null ? digest : version,
            new ActivationRequest(
                body.required("author", NAME), body.required("reason", REASON), null, false));
    body.check();
    return rollback;
  }

  /**
   * Which version to take back.
   *
   * @param version its number or digest
   */
  record Rollback(String version, ActivationRequest by) {}

  /** {@code POST /protocols/approvals}. */
  Approving.Request approval(JsonNode json, LocalDate today) {
    ManagementBody body =
        new ManagementBody(json, "protocol", "digest", "rows", "name", "role", "date", "comment");
    List<String> rows = body.texts("rows");
    String comment = body.optional("comment", REASON);
    LocalDate date = date(body, today);
    Approving.Request request =
        new Approving.Request(
            body.required("protocol", NAME),
            body.required("digest", DIGEST),
            rows,
            new Approval.Approver(body.required("name", NAME), body.required("role", NAME)),
            date,
            comment == null ? "" : comment);
    body.check();
    return request;
  }

  private static LocalDate date(ManagementBody body, LocalDate today) {
    String text = body.optional("date", NAME);
    if (text == null) {
      return today;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.isAfter(today)) {
        body.error("date", "in-future", "the day of an approval is today or before");
      }
      return date;
    } catch (DateTimeException e) {
      body.error("date", "wrong-type", "write the day as YYYY-MM-DD");
      return today;
    }
  }
}
