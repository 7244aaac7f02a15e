package org.denba.fhir.workbench.simulator;

import java.util.Map;
import java.util.Optional;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.ProtocolDescription.ParameterDescription;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.workbench.booklet.Booklet;

/**
 * Why a case cannot be answered, as the page says it.
 *
 * @param field what the form calls the place; empty where it has no name for it
 * @param path the place in the request
 * @param sentence what is wrong, in the language of the page; empty for a rare mistake
 * @param detail what is wrong and what to do, in the words of the interface, which are English
 */
record ErrorView(String field, String path, String sentence, String detail) {

  private static final String COMPANION = "companion.";
  private static final String FINDINGS = "findings.";
  private static final String PARAMETERS = "parameters.";
  private static final String PATIENT = "patient.";
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("protocol", "protocol"),
          Map.entry("setting", "setting"),
          Map.entry("date", "date"),
          Map.entry("visit", "visit"),
          Map.entry("earlier", "earlier"),
          Map.entry("patient", "patient"),
          Map.entry("patient.ageYears", "age"),
          Map.entry("patient.ageMonths", "age"),
          Map.entry("patient.ageDays", "age"),
          Map.entry("patient.birthDate", "birth"),
          Map.entry("patient.sex", "sex"),
          Map.entry("patient.pregnant", "pregnant"),
          Map.entry("patient.lmp", "lmp"),
          Map.entry("patient.deliveryDate", "delivery"));

  static ErrorView of(RequestError error, Booklet booklet, DataDictionary dictionary) {
    return new ErrorView(
        field(error.path(), booklet, dictionary).orElse(""),
        error.path(),
        booklet.words().messageOrNothing("error." + error.code()),
        error.message());
  }

  private static Optional<String> field(String path, Booklet booklet, DataDictionary dictionary) {
    if (path.startsWith(COMPANION)) {
      return field(path.substring(COMPANION.length()), booklet, dictionary)
          .map(field -> booklet.words().message("simulator.second") + " " + field);
    }
    // of a place in a list, the list
    String place = path.replaceAll("\\[.*", "");
    if (place.startsWith(FINDINGS)) {
      return dictionary
          .element(first(place.substring(FINDINGS.length())))
          .map(element -> element.label(booklet.description().language()));
    }
    if (place.startsWith(PARAMETERS)) {
      String id = place.substring(PARAMETERS.length());
      return booklet.description().parameters().stream()
          .filter(each -> each.id().equals(id))
          .map(ParameterDescription::label)
          .findFirst();
    }
    String known = FIELDS.containsKey(place) ? place : PATIENT + first(place);
    return Optional.ofNullable(FIELDS.get(known))
        .map(name -> booklet.words().message("simulator." + name));
  }

  private static String first(String path) {
    return path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
  }
}
