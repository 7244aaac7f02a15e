package org.denba.fhir.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.denba.engine.dosing.Dose;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How the engine's records are written as JSON: fields in the order of the record, null left out,
 * codes for constants, whole numbers without a decimal point. The engine knows nothing of JSON, so
 * what differs from its names is said here. Thread-safe.
 */
public final class AnswerJson {

  private final JsonMapper mapper =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .addMixIn(Urgency.class, Coded.class)
          .addMixIn(Colour.class, Coded.class)
          .addMixIn(TriageResult.Status.class, Coded.class)
          .addMixIn(TriageResult.class, Result.class)
          .addMixIn(TriageResult.Recommendation.class, Recommendation.class)
          .addMixIn(Dose.class, DoseFields.class)
          .addModule(
              new SimpleModule("numbers")
                  .addSerializer(Double.class, new PlainNumbers())
                  .addSerializer(double.class, new PlainNumbers()))
          .build();

  public byte[] write(Object answer) {
    return mapper.writeValueAsBytes(answer);
  }

  /** A value as a person writes it: a text without quotes, anything else as its JSON. */
  public String plain(Object value) {
    return value instanceof String text
        ? text
        : new String(mapper.writeValueAsBytes(value), StandardCharsets.UTF_8);
  }

  /** A constant is written as its code. */
  private interface Coded {
    @JsonValue
    String code();
  }

  /** Clients are promised these two fields, also when there is nothing to say. */
  private interface Result {
    @JsonInclude(JsonInclude.Include.ALWAYS)
    TriageResult.Referral referral();

    @JsonInclude(JsonInclude.Include.ALWAYS)
    TriageResult companion();
  }

  /** A dose that is not made of steps has none to show. */
  private interface DoseFields {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Dose.Step> steps();
  }

  private interface Recommendation {
    @JsonProperty("final")
    boolean finalAdvice();
  }
}
