package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.rules.OverlayRef;
import org.denba.engine.text.Texts;

/**
 * What there is to know of a protocol: its charts row by row, its parameters and the data elements
 * that it looks at.
 *
 * @param approval {@code draft} until a clinician approved it
 * @param approvalText the same as a sentence
 * @param approvals what is approved of each row, by row id; {@code *} for what belongs to no row
 * @param overlay the country overlay over the rules, or null
 * @param texts every text in this language that has nothing to fill in, by key
 */
public record ProtocolDescription(
    String id,
    String title,
    String version,
    String edition,
    String digest,
    String approval,
    String approvalText,
    Map<String, String> approvals,
    OverlayRef overlay,
    String language,
    List<ChartDescription> charts,
    List<ParameterDescription> parameters,
    List<ElementDescription> dataElements,
    Map<String, String> texts) {

  /** A chart with its rows in order. */
  public record ChartDescription(String id, String title, List<RowDescription> rows) {}

  /**
   * A row of a chart.
   *
   * @param when its lines: the row applies when one of them holds
   * @param digest the digest of the row, to be approved
   * @param approval {@code draft}, or who approved this row as it is
   */
  public record RowDescription(
      String rule,
      List<String> subCharts,
      String id,
      String label,
      String colour,
      List<String> urgencies,
      List<String> when,
      List<String> actions,
      String source,
      String digest,
      String approval) {}

  /**
   * What clinicians approved, in words.
   *
   * @param code {@code draft}, or who approved
   * @param text the same as a sentence
   * @param rows the same for each row, by row id; {@code *} for what belongs to no row
   * @param digests the digest of each row, by row id
   */
  public record ApprovalWords(
      String code, String text, Map<String, String> rows, Map<String, String> digests) {}

  /** A named parameter with the value that is active on this service. */
  public record ParameterDescription(
      String id,
      String label,
      Object active,
      Object defaultValue,
      List<Object> alternatives,
      List<Double> range,
      String unit,
      boolean needsClinicalConfirmation) {}

  /** A data element that the protocol looks at. */
  public record ElementDescription(
      String id,
      String label,
      String question,
      String type,
      String unit,
      List<String> codes,
      List<Double> allowed) {}

  /**
   * Describes a protocol in a language that its texts have.
   *
   * @param active the parameter values of the service
   * @param approval what is approved of the protocol and the overlay
   * @param overlay the overlay, or null
   */
  public static ProtocolDescription of(
      Protocol protocol,
      ParameterValues active,
      DataDictionary dictionary,
      Texts texts,
      String language,
      ApprovalWords approval,
      OverlayRef overlay) {
    ProtocolFile file = protocol.file();
    return new ProtocolDescription(
        protocol.id(),
        texts.get(language, "protocol.title", Map.of()),
        file.version(),
        file.edition(),
        protocol.digest(),
        approval.code(),
        approval.text(),
        approval.rows(),
        overlay,
        language,
        protocol.charts().stream()
            .map(chart -> chart(chart, protocol, texts, language, approval))
            .toList(),
        parameters(protocol, active, texts, language),
        dictionary.elements().stream()
            .filter(element -> !element.derived() && protocol.uses(element.index()))
            .map(element -> element(element, texts, language))
            .toList(),
        texts(texts, language));
  }

  private static Map<String, String> texts(Texts texts, String language) {
    Map<String, String> plain = new TreeMap<>();
    for (String key : texts.keys().get(language)) {
      if (texts.placeholders(key).isEmpty()) {
        plain.put(key, texts.get(language, key));
      }
    }
    return plain;
  }

  private static ChartDescription chart(
      Chart chart, Protocol protocol, Texts texts, String language, ApprovalWords approval) {
    return new ChartDescription(
        chart.id(),
        texts.get(language, "chart." + chart.id() + ".title", Map.of()),
        chart.rows().stream().map(row -> row(row, protocol, texts, language, approval)).toList());
  }

  private static RowDescription row(
      Row row, Protocol protocol, Texts texts, String language, ApprovalWords approval) {
    return new RowDescription(
        row.id(),
        row.subCharts(),
        row.classifies() ? row.classification() : null,
        row.classifies()
            ? texts.get(language, "classification." + row.classification() + ".label", Map.of())
            : null,
        row.colour().code(),
        row.lines().stream().map(line -> line.urgency().code()).distinct().toList(),
        row.lines().stream().map(line -> conditions(line.alternative())).toList(),
        protocol.actions().stream()
            .filter(action -> action.rows().contains(row))
            .map(ActionRule::action)
            .distinct()
            .toList(),
        row.source(),
        approval.digests().get(row.id()),
        approval.rows().get(row.id()));
  }

  private static String conditions(Alternative alternative) {
    return alternative.conditions().stream()
        .map(condition -> condition.text())
        .collect(Collectors.joining(" and "));
  }

  private static List<ParameterDescription> parameters(
      Protocol protocol, ParameterValues active, Texts texts, String language) {
    List<ParameterDescription> parameters = new ArrayList<>();
    for (int p = 0; p < protocol.parameters().size(); p++) {
      Parameter parameter = protocol.parameters().get(p);
      String key = "parameter." + parameter.id() + ".label";
      parameters.add(
          new ParameterDescription(
              parameter.id(),
              texts.has(language, key) ? texts.get(language, key, Map.of()) : parameter.id(),
              active.value(p),
              parameter.defaultValue(),
              parameter.alternatives(),
              parameter.range().map(range -> List.of(range.low(), range.high())).orElse(null),
              parameter.unit().isEmpty() ? null : parameter.unit(),
              parameter.unsure()));
    }
    return parameters;
  }

  private static ElementDescription element(DataElement element, Texts texts, String language) {
    String own = "question." + element.id();
    return new ElementDescription(
        element.id(),
        element.label(language),
        texts.has(language, own) ? texts.get(language, own, Map.of()) : element.question(language),
        element.type().name().toLowerCase(java.util.Locale.ROOT),
        element.unit().isEmpty() ? null : element.unit(),
        element.codes(),
        element.allowed().map(range -> List.of(range.low(), range.high())).orElse(null));
  }
}
