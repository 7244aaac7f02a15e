package org.denba.engine.properties;

import java.util.List;

/** The six general danger signs, as the reference names them (imci-child §1b, any-gds). */
final class DangerSigns {

  static final List<String> ALL =
      List.of(
          "unable-drink-breastfeed",
          "vomits-everything",
          "convulsions-this-illness",
          "convulsing-now",
          "lethargic",
          "unconscious");

  private DangerSigns() {}
}
