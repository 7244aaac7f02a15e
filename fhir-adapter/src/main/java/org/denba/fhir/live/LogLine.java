package org.denba.fhir.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.denba.engine.protocol.Urgency;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the decision log: an {@link Entry} as JSON. A line that is read back is checked like
 * any other input: words that no rule file could hold are not counted.
 */
final class LogLine {

  /** Bytes of the longest line that is read. */
  static final int LONGEST = 64 * 1024;

  private static final int MOST_WORDS = 500;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(4).build())
                  .build())
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private LogLine() {}

  /** The fields of a line; a refusal has only the hour and {@code refused}. */
  private record Fields(
      String hour,
      List<String> refused,
      String protocol,
      String version,
      String digest,
      String setting,
      String district,
      String age,
      String urgency,
      String couldBe,
      Boolean decided,
      Boolean complete,
      List<String> proved,
      List<String> open,
      List<String> missing,
      List<String> warnings) {}

  /** The line with its line end. */
  static byte[] write(Entry entry) {
    return (JSON.writeValueAsString(fields(entry)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Fields fields(Entry entry) {
    String hour = Hours.instant(entry.hour()).toString();
    if (entry instanceof Refusal refusal) {
      return new Fields(
          hour,
          refusal.codes(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
    Decision decision = (Decision) entry;
    return new Fields(
        hour,
        null,
        decision.protocol(),
        decision.version(),
        decision.digest(),
        decision.setting(),
        decision.district(),
        decision.age().code(),
        decision.urgency().code(),
        decision.couldBe().code(),
        decision.decided(),
        decision.complete(),
        decision.proved(),
        decision.open(),
        decision.missing(),
        decision.warnings());
  }

  /**
   * @param latest an entry of a later hour cannot be
   * @return empty when the bytes are no line of the log
   */
  static Optional<Entry> read(byte[] line, long latest) {
    try {
      Fields fields = JSON.readValue(line, Fields.class);
      if (fields == null || fields.hour() == null) {
        return Optional.empty();
      }
      long hour = Hours.of(Instant.parse(fields.hour()));
      return hour < 0 || hour > latest ? Optional.empty() : entry(hour, fields);
    } catch (JacksonException | DateTimeException e) {
      // Torn by a crash, or not ours: the reader counts such lines and tells their number.
      return Optional.empty();
    }
  }

  private static Optional<Entry> entry(long hour, Fields fields) {
    if (fields.refused() != null) {
      return words(fields.refused())
          ? Optional.of(new Refusal(hour, List.copyOf(fields.refused())))
          : Optional.empty();
    }
    Optional<Urgency> urgency = urgency(fields.urgency());
    Optional<Urgency> couldBe = urgency(fields.couldBe());
    Optional<AgeBand> age =
        Arrays.stream(AgeBand.values()).filter(a -> a.code().equals(fields.age())).findFirst();
    boolean whole =
        urgency.isPresent()
            && couldBe.isPresent()
            && age.isPresent()
            && fields.decided() != null
            && fields.complete() != null
            && word(fields.protocol())
            && word(fields.version())
            && word(fields.digest())
            && word(fields.setting())
            && (fields.district() == null || word(fields.district()))
            && words(fields.proved())
            && words(fields.open())
            && words(fields.missing())
            && words(fields.warnings());
    return whole
        ? Optional.of(decision(hour, fields, age.get(), urgency.get(), couldBe.get()))
        : Optional.empty();
  }

  private static Decision decision(
      long hour, Fields fields, AgeBand age, Urgency urgency, Urgency couldBe) {
    return new Decision(
        hour,
        fields.protocol(),
        fields.version(),
        fields.digest(),
        fields.setting(),
        fields.district(),
        age,
        urgency,
        couldBe,
        fields.decided(),
        fields.complete(),
        List.copyOf(fields.proved()),
        List.copyOf(fields.open()),
        List.copyOf(fields.missing()),
        List.copyOf(fields.warnings()));
  }

  private static Optional<Urgency> urgency(String code) {
    return Arrays.stream(Urgency.values()).filter(u -> u.code().equals(code)).findFirst();
  }

  private static boolean words(List<String> words) {
    return words != null && words.size() <= MOST_WORDS && words.stream().allMatch(LogLine::word);
  }

  private static boolean word(String word) {
    return word != null && WORD.matcher(word).matches();
  }
}
