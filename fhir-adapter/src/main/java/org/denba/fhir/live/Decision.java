package org.denba.fhir.live;

import java.util.List;
import java.util.function.Function;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Question;
import org.denba.engine.triage.TriageResult.Status;
import org.denba.engine.triage.Warning;

/**
 * What is kept of an answer for one patient. Every word in it comes from the rules or from this
 * software, none from the client: no id, no date of the patient, no value, no free text.
 *
 * @param hour hours since 1970 (UTC)
 * @param protocol protocol id
 * @param version its version
 * @param digest digest of the rule files
 * @param setting where the patient was seen
 * @param district district of the overlay's table, or null
 * @param age age band
 * @param urgency what was proved
 * @param couldBe what was not ruled out
 * @param decided both are the same
 * @param complete no chart was left open
 * @param proved rows that were proved
 * @param open rows that were not ruled out
 * @param missing data elements that were still to be assessed, the first to ask first
 * @param warnings codes of the warnings
 */
record Decision(
    long hour,
    String protocol,
    String version,
    String digest,
    String setting,
    String district,
    AgeBand age,
    Urgency urgency,
    Urgency couldBe,
    boolean decided,
    boolean complete,
    List<String> proved,
    List<String> open,
    List<String> missing,
    List<String> warnings)
    implements Entry {

  private static final String STALE = "stale";

  /**
   * @param setting where the patient was seen
   * @param district district of the overlay's table, or null
   * @param patient only the age band is kept of him or her
   */
  static Decision of(
      long hour, String setting, String district, Patient patient, TriageResult result) {
    return new Decision(
        hour,
        result.protocol().id(),
        result.protocol().version(),
        result.protocol().digest(),
        setting,
        district,
        AgeBand.of(patient, result.date()),
        result.urgency(),
        result.couldBe(),
        result.decided(),
        result.complete(),
        rows(result, Status.PROVED),
        rows(result, Status.NOT_RULED_OUT),
        each(result.stillToAssess(), Question::dataElement),
        each(result.warnings(), Warning::code));
  }

  private static List<String> rows(TriageResult result, Status status) {
    return result.classifications().stream()
        .filter(row -> row.status() == status)
        .map(Classification::rule)
        .distinct()
        .toList();
  }

  private static <T> List<String> each(List<T> things, Function<T, String> word) {
    return things.stream().map(word).distinct().toList();
  }

  /** Whether the answer was to an encounter of an earlier day. */
  boolean stale() {
    return warnings.contains(STALE);
  }
}
