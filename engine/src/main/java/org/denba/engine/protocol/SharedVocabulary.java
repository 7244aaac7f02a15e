package org.denba.engine.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.condition.Vocabulary;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;

/** The words of a condition outside any protocol: data elements and parameters, no rows. */
public final class SharedVocabulary implements Vocabulary {

  private final ProtocolVocabulary words;

  /**
   * @param parameters the parameters that conditions may name
   */
  public SharedVocabulary(DataDictionary dictionary, List<Parameter> parameters) {
    Map<String, Integer> index = new LinkedHashMap<>();
    parameters.forEach(parameter -> index.put(parameter.id(), index.size()));
    this.words = new ProtocolVocabulary(dictionary, parameters, index, List.of());
  }

  @Override
  public DataElement element(String id) {
    return words.element(id);
  }

  @Override
  public List<RowSlot> row(String id) {
    return words.row(id);
  }

  @Override
  public List<RowSlot> rows(String colour, List<String> exceptCharts) {
    return words.rows(colour, exceptCharts);
  }

  @Override
  public int parameter(String id) {
    return words.parameter(id);
  }

  @Override
  public boolean isNumeric(int parameter) {
    return words.isNumeric(parameter);
  }

  @Override
  public void checkValue(int parameter, String value) {
    words.checkValue(parameter, value);
  }

  @Override
  public int alertParameter() {
    return words.alertParameter();
  }
}
