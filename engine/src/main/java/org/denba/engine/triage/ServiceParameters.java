package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.overlay.DistrictTable;
import org.denba.engine.overlay.Overlay;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;

/**
 * The parameter values that hold on this service before a request sets any. The overlay goes before
 * the rules' defaults, the site before the overlay, the patient's district before the site.
 */
public final class ServiceParameters {

  private final EngineOptions options;
  private final DistrictTable districts;
  private final DataElement district;
  private final Map<String, Object> given = new LinkedHashMap<>();

  /**
   * @param overlay the overlay, or null
   * @param known the parameters of all protocols
   * @throws RuleFileException when the overlay, or the site, names what there is not
   */
  ServiceParameters(
      Overlay overlay,
      EngineOptions options,
      Map<String, Parameter> known,
      DataDictionary dictionary) {
    this.options = options;
    ProblemList problems = new ProblemList();
    this.district =
        overlay == null ? null : problems.collect(() -> district(overlay, dictionary), null);
    ParameterCheck check = new ParameterCheck(known, List.of(), dictionary);
    if (overlay != null) {
      overlay
          .parameters()
          .forEach(
              (id, value) ->
                  problems.collect(
                      () ->
                          given.put(
                              id, read(overlay.file() + ":parameters:" + id, id, value, check))));
    }
    this.districts =
        overlay == null
            ? null
            : overlay
                .districts()
                .with(
                    line ->
                        problems.collect(
                            () -> read(line.where(), line.parameter(), line.value(), check), null));
    problems.throwIfAny("overlay");
    options
        .parameters()
        .forEach((id, value) -> given.put(id, read("parameter " + id, id, value, check)));
    checkSite();
  }

  /**
   * Says what is wrong with the parameter values of an overlay.
   *
   * @param known the parameters of all protocols
   * @throws RuleFileException naming every value that cannot be used
   */
  public static void check(
      Overlay overlay, EngineOptions options, Map<String, Parameter> known, DataDictionary words) {
    new ServiceParameters(overlay, options, known, words);
  }

  private static DataElement district(Overlay overlay, DataDictionary dictionary) {
    if (overlay.district().isEmpty()) {
      return null;
    }
    return dictionary
        .element(overlay.district())
        .filter(element -> element.type() == ElementType.CODED && !element.derived())
        .orElseThrow(
            () ->
                new RuleFileException(
                    overlay.file() + ":district",
                    "'"
                        + overlay.district()
                        + "' is no coded data element"
                        + dictionary
                            .nearest(overlay.district())
                            .map(near -> ", perhaps '" + near + "'")
                            .orElse("")));
  }

  private static Object read(String where, String id, Object value, ParameterCheck check) {
    if (value == null) {
      throw new RuleFileException(where, "has no value");
    }
    List<RequestError> errors = new ArrayList<>();
    Map<String, Object> read = check.read(Map.of(id, value), errors);
    errors.forEach(
        error -> {
          throw new RuleFileException(where, error.message());
        });
    return read.get(id);
  }

  private void checkSite() {
    String own = options.district();
    if (own == null) {
      return;
    }
    if (district == null) {
      throw new RuleFileException(
          "district " + own, "says nothing without an overlay that has a table of districts");
    }
    if (!districts.has(own)) {
      throw new RuleFileException(
          "district " + own,
          "is not in "
              + districts.file()
              + districts.nearest(own).map(near -> ", perhaps '" + near + "'").orElse(""));
    }
  }

  /** What the overlay and the site say, by parameter. */
  Map<String, Object> given() {
    return given;
  }

  /**
   * What a patient's district changes.
   *
   * @param values by parameter
   * @param notice what there is to say of the district, or null
   */
  record OfDistrict(Map<String, Object> values, Notice notice) {}

  /**
   * The values of the district where a patient lives, else of the site. A parameter that a request
   * must not change keeps the value that it has at the site.
   *
   * @param findings what was found of the patient
   * @param path what stands before the paths of this patient
   */
  OfDistrict ofDistrict(Map<String, Finding> findings, LocalDate date, String path) {
    if (district == null) {
      return new OfDistrict(Map.of(), null);
    }
    int month = date.getMonthValue();
    Map<String, Object> ofSite = values(options.district(), month);
    if (!(findings.get(district.id()) instanceof Finding.Code told)) {
      return new OfDistrict(ofSite, null);
    }
    Map<String, Object> values = new HashMap<>(values(told.code(), month));
    for (String locked : options.lockedParameters()) {
      values.remove(locked);
      if (ofSite.containsKey(locked)) {
        values.put(locked, ofSite.get(locked));
      }
    }
    return new OfDistrict(
        values,
        districts.has(told.code())
            ? null
            : new Notice(
                "district-unknown",
                path + "findings." + district.id(),
                Map.of("district", told.code())));
  }

  private Map<String, Object> values(String id, int month) {
    return id == null ? Map.of() : districts.values(id, month);
  }

  /**
   * The findings that a protocol is told: the district only where it asks for it itself, and as the
   * table writes it.
   */
  Map<String, Finding> toldTo(Protocol protocol, Map<String, Finding> findings) {
    if (district == null || !findings.containsKey(district.id())) {
      return findings;
    }
    Map<String, Finding> told = new HashMap<>(findings);
    if (!protocol.uses(district.index())) {
      told.remove(district.id());
    } else if (told.get(district.id()) instanceof Finding.Code code) {
      told.put(district.id(), new Finding.Code(DistrictTable.id(code.code())));
    }
    return told;
  }

  /** The district of a request's first patient is that of the second too, unless it has its own. */
  Map<String, Finding> livingWith(Map<String, Finding> findings, Map<String, Finding> first) {
    if (district == null
        || findings.containsKey(district.id())
        || !first.containsKey(district.id())) {
      return findings;
    }
    Map<String, Finding> both = new HashMap<>(findings);
    both.put(district.id(), first.get(district.id()));
    return both;
  }
}
