package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.overlay.DistrictTable;
import org.denba.engine.overlay.Overlay;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.RuleFileException;

/**
 * The parameter values that hold on this service before a request sets any. The overlay goes before
 * the rules' defaults, the site before the overlay, the patient's district before the site.
 */
final class ServiceParameters {

  private final Overlay overlay;
  private final EngineOptions options;
  private final DataElement district;

  /**
   * @param overlay the overlay, or null
   * @param known the parameters of all protocols
   * @throws RuleFileException when the overlay, or the site, names what there is not
   */
  ServiceParameters(
      Overlay overlay,
      EngineOptions options,
      Collection<Protocol> protocols,
      Map<String, Parameter> known,
      DataDictionary dictionary) {
    this.overlay = overlay;
    this.options = options;
    this.district = overlay == null ? null : district(overlay, dictionary);
    if (overlay != null) {
      ParameterCheck check = new ParameterCheck(known, List.of(), dictionary);
      overlay
          .parameters()
          .forEach(
              (id, value) ->
                  check(overlay.file() + ":parameters:" + id, id, value, check, protocols));
      for (DistrictTable.Line line : overlay.districts().lines()) {
        check(line.where(), line.parameter(), line.value(), check, protocols);
      }
    }
    checkSite();
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

  private static void check(
      String where, String id, Object value, ParameterCheck check, Collection<Protocol> protocols) {
    if (value == null) {
      throw new RuleFileException(where, "has no value");
    }
    List<RequestError> errors = new ArrayList<>();
    check.read(Map.of(id, value), errors);
    errors.forEach(
        error -> {
          throw new RuleFileException(where, error.message());
        });
    for (Protocol protocol : protocols) {
      Optional<Parameter> parameter = protocol.parameter(id);
      if (parameter.isPresent() && parameter.get().read(value).isEmpty()) {
        throw new RuleFileException(
            where, "'" + value + "' is no value of '" + id + "' in " + protocol.id());
      }
    }
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
    if (!overlay.districts().has(own)) {
      throw new RuleFileException(
          "district " + own,
          "is not in "
              + overlay.districts().file()
              + overlay
                  .districts()
                  .nearest(own)
                  .map(near -> ", perhaps '" + near + "'")
                  .orElse(""));
    }
  }

  /** The values of a protocol's parameters that the overlay or the site changes. */
  Map<String, Object> of(Protocol protocol) {
    Map<String, Object> values = new LinkedHashMap<>();
    given()
        .forEach(
            (id, value) ->
                protocol
                    .parameter(id)
                    .ifPresent(
                        parameter ->
                            values.put(
                                id,
                                parameter
                                    .read(value)
                                    .orElseThrow(
                                        () ->
                                            new RuleFileException(
                                                "parameter " + id,
                                                "'" + value + "' is no value that it can have")))));
    return values;
  }

  /** What the overlay and the site say, as they say it. */
  Map<String, Object> given() {
    Map<String, Object> given = new LinkedHashMap<>();
    if (overlay != null) {
      given.putAll(overlay.parameters());
    }
    given.putAll(options.parameters());
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
        overlay.districts().has(told.code())
            ? null
            : new Notice(
                "district-unknown",
                path + "findings." + district.id(),
                Map.of("district", told.code())));
  }

  private Map<String, Object> values(String id, int month) {
    return id == null ? Map.of() : overlay.districts().values(id, month);
  }

  /** The findings that a protocol is told: the district only where it asks for it itself. */
  Map<String, Finding> toldTo(Protocol protocol, Map<String, Finding> findings) {
    if (district == null
        || !findings.containsKey(district.id())
        || protocol.uses(district.index())) {
      return findings;
    }
    Map<String, Finding> told = new HashMap<>(findings);
    told.remove(district.id());
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
