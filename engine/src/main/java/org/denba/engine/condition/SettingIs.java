package org.denba.engine.condition;

import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/** {@code setting(community)}: where the patient is seen. Always known. */
public record SettingIs(String setting) implements Condition {

  @Override
  public boolean test(Assessment a, boolean possible) {
    return a.setting().equals(setting);
  }

  @Override
  public void because(Assessment a, Trace trace) {
    // the setting is part of the request, not a finding
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    // the setting is part of the request, not a finding
  }

  @Override
  public void missing(Assessment a, Trace trace) {
    // the setting is never unknown
  }

  @Override
  public void reads(IntConsumer consumer) {
    // reads no slot
  }

  @Override
  public String text() {
    return "setting(" + setting + ")";
  }
}
