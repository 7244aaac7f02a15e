package org.denba.fhir.protocols;

import java.util.Map;

/** Something more that health tells of the rules. */
public interface RulesNotes {

  /** What there is to tell, by its name. */
  Map<String, Object> notes();
}
