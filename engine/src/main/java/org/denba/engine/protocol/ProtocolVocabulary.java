package org.denba.engine.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.condition.Reported;
import org.denba.engine.condition.Vocabulary;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.NearestId;

/** The words of one protocol: the dictionary's elements, the protocol's rows and its parameters. */
final class ProtocolVocabulary implements Vocabulary {

  private final DataDictionary dictionary;
  private final List<Parameter> parameters;
  private final Map<String, Integer> parameterIndex;
  private final List<RowHeader> rows;

  /**
   * What must be known of a block of a row before any condition is read.
   *
   * @param number 1 for the first block of its row, then 2, …
   */
  record RowHeader(String id, int number, String chart, String colour, int slot) {

    RowSlot rowSlot() {
      return new RowSlot(number == 1 ? id : id + "#" + number, slot);
    }
  }

  ProtocolVocabulary(
      DataDictionary dictionary,
      List<Parameter> parameters,
      Map<String, Integer> parameterIndex,
      List<RowHeader> rows) {
    this.dictionary = dictionary;
    this.parameters = parameters;
    this.parameterIndex = parameterIndex;
    this.rows = rows;
  }

  @Override
  public DataElement element(String id) {
    return dictionary
        .element(id)
        .orElseThrow(
            () ->
                new ConditionException(
                    "'"
                        + id
                        + "' is no data element"
                        + dictionary
                            .nearest(id)
                            .map(near -> ", perhaps '" + near + "'")
                            .orElse("")));
  }

  @Override
  public List<RowSlot> row(String id) {
    List<RowSlot> blocks =
        rows.stream().filter(row -> row.id().equals(id)).map(RowHeader::rowSlot).toList();
    if (blocks.isEmpty()) {
      throw new ConditionException(
          "'"
              + id
              + "' is no row of this protocol"
              + meant(id, rows.stream().map(RowHeader::id).toList()));
    }
    return blocks;
  }

  @Override
  public List<RowSlot> rows(String colour, List<String> exceptCharts) {
    for (String chart : exceptCharts) {
      if (rows.stream().noneMatch(row -> row.chart().equals(chart))) {
        throw new ConditionException("'" + chart + "' is no chart of this protocol");
      }
    }
    return rows.stream()
        .filter(row -> row.colour().equals(colour) && !exceptCharts.contains(row.chart()))
        .map(RowHeader::rowSlot)
        .toList();
  }

  @Override
  public int parameter(String id) {
    Integer index = parameterIndex.get(id);
    if (index == null) {
      throw new ConditionException(
          "'" + id + "' is no parameter of this protocol" + meant(id, parameterIndex.keySet()));
    }
    return index;
  }

  @Override
  public boolean isNumeric(int parameter) {
    return parameters.get(parameter).type() == Parameter.Type.NUMBER;
  }

  @Override
  public void checkValue(int parameter, String value) {
    Parameter known = parameters.get(parameter);
    if (!known.allows(value)) {
      throw new ConditionException(
          "'"
              + value
              + "' is no value of '"
              + known.id()
              + "'; it can be "
              + known.defaultValue()
              + " or "
              + known.alternatives());
    }
  }

  @Override
  public int alertParameter() {
    return parameterIndex.getOrDefault(Reported.MODE, -1);
  }

  private static String meant(String id, Collection<String> known) {
    return NearestId.of(id, known).map(near -> ", perhaps '" + near + "'").orElse("");
  }
}
