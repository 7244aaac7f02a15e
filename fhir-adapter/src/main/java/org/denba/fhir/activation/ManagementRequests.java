package org.denba.fhir.activation;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.approval.Approval;
import org.denba.fhir.json.StrictJson;
import org.denba.fhir.triage.RequestBodies;
import tools.jackson.databind.JsonNode;

/** Reads the bodies of the management endpoints. */
final class ManagementRequests {

  private static final int NAME = 100;
  private static final int REASON = 1_000;
  private static final int DIGEST = 100;
  private static final int LARGEST_BODY = 64 * 1024;
  private static final int LONGEST_WAIT = 120;
  private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,4})(?:$|[,;\\s])");
  private static final StrictJson JSON = new StrictJson();

  private final Path folder;

  /**
   * @param folder the rules folder of the service, or null
   */
  ManagementRequests(Path folder) {
    this.folder = folder;
  }

  /** The body of a request. */
  static JsonNode body(HttpServletRequest request) {
    return JSON.parse(RequestBodies.read(request, LARGEST_BODY));
  }

  /** For how many seconds the caller waits: {@code Prefer: wait=30} (RFC 7240). */
  static int patience(HttpServletRequest request) {
    String prefer = request.getHeader("Prefer");
    Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
    return wait.find() ? Math.min(Integer.parseInt(wait.group(1)), LONGEST_WAIT) : 0;
  }

  /** {@code POST /protocols/activate}. */
  ActivationRequest activate(JsonNode json) {
    ManagementBody body =
        new ManagementBody(json, "folder", "author", "reason", "accept", "dryRun", "review");
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
            mode(body),
            null);
    body.check();
    return request;
  }

  private static ActivationRequest.Mode mode(ManagementBody body) {
    boolean dryRun = body.flag("dryRun");
    boolean review = body.flag("review");
    if (dryRun && review) {
      body.error(
          "review", "two-wishes", "a dry run leaves nothing to review: send dryRun or review");
    }
    return review
        ? ActivationRequest.Mode.PROPOSE
        : dryRun ? ActivationRequest.Mode.DRY_RUN : ActivationRequest.Mode.ACTIVATE;
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
            ActivationRequest.by(body.required("author", NAME), body.required("reason", REASON)));
    body.check();
    return rollback;
  }

  /**
   * Which version to take back.
   *
   * @param version its number or digest
   */
  record Rollback(String version, ActivationRequest by) {}

  /** What a reviewer decides about a proposed change. */
  Decision decision(JsonNode json, boolean approves) {
    ManagementBody body =
        approves
            ? new ManagementBody(json, "reviewer", "comment", "impact")
            : new ManagementBody(json, "reviewer", "comment");
    Decision decision =
        new Decision(
            body.required("reviewer", NAME),
            body.required("comment", REASON),
            approves ? body.required("impact", DIGEST) : null);
    body.check();
    return decision;
  }

  /**
   * What a reviewer decides.
   *
   * @param impact the digest of the impact that the reviewer has read, or null
   */
  record Decision(String reviewer, String comment, String impact) {}

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
