package org.denba.fhir.live;

import java.util.List;
import java.util.Map;

/**
 * Everything that was counted, for pages and dashboards. Ids and codes only; {@code /protocols} has
 * their names.
 *
 * @param since the hour from which on it is counted (UTC)
 * @param until now (UTC)
 * @param answers answers, one for each patient
 * @param urgencies answers by urgency
 * @param undecided answers in which something more urgent was not ruled out
 * @param incomplete answers with an open chart
 * @param stale answers to an encounter of an earlier day
 * @param refused requests that were not answered
 * @param refusals refused requests by error code
 * @param warnings answers by warning code
 * @param asked data elements that were first in {@code stillToAssess}
 * @param missing data elements in {@code stillToAssess}
 * @param protocols answers by protocol and urgency
 * @param settings answers by setting and urgency
 * @param ages answers by age band and urgency
 * @param districts answers by district and urgency, in whole fives: what is beyond, and anything
 *     under 5, is not told; {@code none} where no district is told
 * @param hours the last 48 hours
 * @param days the last 60 days in the service's zone
 * @param rules what each protocol answered, anew for each state of its rules
 * @param log the decision log, or null
 */
public record LiveReport(
    String since,
    String until,
    long answers,
    Map<String, Long> urgencies,
    long undecided,
    long incomplete,
    long stale,
    long refused,
    Map<String, Long> refusals,
    Map<String, Long> warnings,
    Map<String, Long> asked,
    Map<String, Long> missing,
    Map<String, Map<String, Long>> protocols,
    Map<String, Map<String, Long>> settings,
    Map<String, Map<String, Long>> ages,
    Map<String, District> districts,
    List<Period> hours,
    List<Period> days,
    List<RulesReport> rules,
    LogReport log) {

  /**
   * Answers in one hour or day.
   *
   * @param start an instant (UTC), or a day
   * @param answers their number
   * @param urgencies by urgency; null where there are fewer than 5, so that nobody who saw one
   *     patient come learns his or her colour
   */
  public record Period(String start, long answers, Map<String, Long> urgencies) {}

  /**
   * Answers of one district, in whole fives.
   *
   * @param answers their number
   * @param urgencies by urgency
   */
  public record District(long answers, Map<String, Long> urgencies) {}

  /**
   * What one protocol in one state of its rules answered.
   *
   * @param active whether these are the rules that answer now
   * @param first hour of the first answer (UTC)
   * @param last hour of the last answer (UTC)
   * @param proved how often each row was proved
   * @param open how often each row was not ruled out
   * @param neverProved rows of active rules that were never proved
   */
  public record RulesReport(
      String protocol,
      String version,
      String digest,
      boolean active,
      String first,
      String last,
      long answers,
      Map<String, Long> proved,
      Map<String, Long> open,
      List<String> neverProved) {}

  /**
   * The state of the decision log.
   *
   * @param failing whether it cannot be written at the moment
   * @param reading whether what it held at the start is being read still
   * @param notLogged entries of this run that are not in it
   * @param unreadable lines that were no entries
   */
  public record LogReport(boolean failing, boolean reading, long notLogged, long unreadable) {}
}
