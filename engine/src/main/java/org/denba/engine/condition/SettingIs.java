package org.denba.engine.condition;

import org.denba.engine.assessment.Assessment;

/** {@code setting(community)}: where the patient is seen. Always known. */
public record SettingIs(String setting) implements KnownBeforehand {

  @Override
  public boolean test(Assessment a, boolean possible) {
    return a.setting().equals(setting);
  }

  @Override
  public String text() {
    return "setting(" + setting + ")";
  }
}
