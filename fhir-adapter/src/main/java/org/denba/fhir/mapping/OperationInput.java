package org.denba.fhir.mapping;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RequestError;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageRequest.EarlierRow;
import org.denba.fhir.finding.Quoted;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * What {@code $triage} was called with.
 *
 * @param bundle the resources
 * @param path FHIRPath of the bundle
 * @param protocol protocol asked for, or null
 * @param setting setting, or null
 * @param date day of the assessment, or null
 * @param language language, or null
 * @param visit initial or follow-up
 * @param earlier the rows that earlier contacts reported
 * @param parameters named parameters of the rules
 */
record OperationInput(
    Bundle bundle,
    String path,
    String protocol,
    String setting,
    LocalDate date,
    String language,
    String visit,
    List<EarlierRow> earlier,
    Map<String, Object> parameters) {

  /** The same without a protocol. */
  OperationInput withoutProtocol() {
    return new OperationInput(
        bundle, path, null, setting, date, language, visit, earlier, parameters);
  }

  /**
   * Reads a Bundle, or Parameters that hold one.
   *
   * @throws InvalidRequestException when it is another resource, or a parameter is not known or not
   *     of its type
   */
  static OperationInput of(Resource root, ZoneId zone) {
    if (root instanceof Bundle bundle) {
      return new OperationInput(
          bundle, "Bundle", null, null, null, null, TriageRequest.INITIAL, List.of(), Map.of());
    }
    if (root instanceof Parameters parameters) {
      return new Reader(zone).read(parameters);
    }
    throw new InvalidRequestException(
        root.fhirType(),
        "wrong-resource",
        "$triage takes a Bundle, or Parameters with a 'bundle': send one of them");
  }

  /** Reads Parameters and gathers every error. */
  private static final class Reader {

    private final ZoneId zone;
    private final List<RequestError> errors = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Object> named = new LinkedHashMap<>();
    private final List<EarlierRow> earlier = new ArrayList<>();
    private Bundle bundle;
    private String bundlePath;
    private LocalDate date;

    Reader(ZoneId zone) {
      this.zone = zone;
    }

    OperationInput read(Parameters parameters) {
      int index = 0;
      for (ParametersParameterComponent parameter : parameters.getParameter()) {
        read(parameter, "Parameters.parameter[" + index++ + "]");
      }
      if (bundle == null) {
        error(
            "Parameters",
            "bundle-missing",
            "the parameter 'bundle' with the patient's resources is missing: add it");
      }
      if (!errors.isEmpty()) {
        throw new InvalidRequestException(errors);
      }
      return new OperationInput(
          bundle,
          bundlePath,
          texts.get("protocol"),
          texts.get("setting"),
          date,
          texts.get("language"),
          texts.getOrDefault("visit", TriageRequest.INITIAL),
          List.copyOf(earlier),
          named);
    }

    private void read(ParametersParameterComponent parameter, String path) {
      String name = parameter.hasName() ? parameter.getName() : "";
      switch (name) {
        case "bundle" -> bundle(parameter, path);
        case "protocol", "setting", "language" -> text(name, parameter.getValue(), path);
        case "visit" -> visit(parameter.getValue(), path);
        case "earlier" -> earlier(parameter, path);
        case "date" -> date(parameter.getValue(), path);
        case "parameter" -> named(parameter, path);
        default ->
            error(
                path,
                "unknown-parameter",
                Quoted.of(name)
                    + " is no parameter of $triage: use bundle, protocol, setting, date, language, visit, earlier or parameter");
      }
    }

    private void bundle(ParametersParameterComponent parameter, String path) {
      if (bundle != null || !(parameter.getResource() instanceof Bundle given)) {
        error(
            path, "bundle-missing", "'bundle' holds one Bundle as its resource: send exactly one");
        return;
      }
      bundle = given;
      bundlePath = path + ".resource";
    }

    private void text(String name, Type value, String path) {
      if (!(value instanceof StringType) && !(value instanceof org.hl7.fhir.r4.model.UriType)) {
        error(
            path + ".value",
            "wrong-type",
            "'" + name + "' is a code or a string: send it as valueCode");
      } else if (texts.put(name, value.primitiveValue()) != null) {
        error(path, "repeated-parameter", "'" + name + "' stands twice: send it once");
      }
    }

    private void visit(Type value, String path) {
      String visit = value == null ? null : value.primitiveValue();
      if (TriageRequest.INITIAL.equals(visit) || TriageRequest.FOLLOW_UP.equals(visit)) {
        text("visit", value, path);
      } else {
        error(
            path + ".value",
            "unknown-code",
            "'visit' is initial or follow-up: send one of them as valueCode");
      }
    }

    private void earlier(ParametersParameterComponent parameter, String path) {
      String rule = null;
      Moment moment = Moment.UNTOLD;
      for (ParametersParameterComponent part : parameter.getPart()) {
        if ("rule".equals(part.getName()) && part.hasValue()) {
          rule = part.getValue().primitiveValue();
        } else if ("date".equals(part.getName())) {
          moment = Moment.of(part.getValue(), zone);
        }
      }
      if (rule == null || rule.isBlank() || !moment.precise()) {
        error(
            path,
            "wrong-type",
            "'earlier' has the parts 'rule' (the row of an earlier contact) and 'date' (its day)");
      } else {
        earlier.add(new EarlierRow(rule, moment.day()));
      }
    }

    private void date(Type value, String path) {
      Moment moment = value instanceof BaseDateTimeType ? Moment.of(value, zone) : Moment.UNTOLD;
      if (!moment.told() || !moment.precise()) {
        error(
            path + ".value",
            "wrong-type",
            "'date' is a day: send it as valueDate or valueDateTime, such as 2026-11-22");
      } else if (date != null) {
        error(path, "repeated-parameter", "'date' stands twice: send it once");
      }
      date = moment.day();
    }

    private void named(ParametersParameterComponent parameter, String path) {
      String name = null;
      Object value = null;
      for (ParametersParameterComponent part : parameter.getPart()) {
        if ("name".equals(part.getName()) && part.hasValue()) {
          name = part.getValue().primitiveValue();
        } else if ("value".equals(part.getName())) {
          value = plain(part.getValue());
        }
      }
      if (name == null || value == null) {
        error(
            path,
            "wrong-type",
            "'parameter' has the parts 'name' (string) and 'value' (string, number or boolean): send both");
      } else if (named.put(name, value) != null) {
        error(path, "repeated-parameter", Quoted.of(name) + " is set twice: set it once");
      }
    }

    private static Object plain(Type value) {
      if (value instanceof BooleanType bool) {
        return bool.getValue();
      } else if (value instanceof IntegerType integer) {
        return integer.getValue();
      } else if (value instanceof DecimalType decimal) {
        return decimal.getValue();
      }
      return value instanceof StringType text ? text.getValue() : null;
    }

    private void error(String path, String code, String message) {
      errors.add(new RequestError(path, code, message));
    }
  }
}
