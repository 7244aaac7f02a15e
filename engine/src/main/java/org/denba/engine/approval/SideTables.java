package org.denba.engine.approval;

import java.util.List;
import org.denba.engine.rules.RuleFiles;

/** The tables behind computed values; large, so only their digest counts. */
final class SideTables implements ReadSlots.TablesOf {

  private static final List<String> GROWTH =
      List.of("growth/method.csv", "growth/wfa.csv", "growth/wfh.csv", "growth/wfl.csv");
  private static final List<String> CALENDAR = List.of("schedule.csv", "vaccination.csv");

  private final RuleFiles files;
  private final String protocol;
  private String growth;
  private String calendar;

  SideTables(RuleFiles files, String protocol) {
    this.files = files;
    this.protocol = protocol;
  }

  @Override
  public String growth() {
    if (growth == null) {
      growth = digest(GROWTH);
    }
    return growth;
  }

  @Override
  public String calendar() {
    if (calendar == null) {
      calendar = digest(CALENDAR.stream().map(name -> protocol + "/" + name).toList());
    }
    return calendar;
  }

  private String digest(List<String> paths) {
    StringBuilder text = new StringBuilder();
    paths.forEach(path -> text.append(path).append('\n').append(files.find(path).orElse("")));
    return Sha256.of(text.toString());
  }
}
