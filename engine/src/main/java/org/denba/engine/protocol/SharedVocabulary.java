package org.denba.engine.protocol;

import java.util.List;
import java.util.Map;
import org.denba.engine.condition.Vocabulary;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;

/** The words of a condition outside any protocol: data elements only. */
public final class SharedVocabulary implements Vocabulary {

  private final ProtocolVocabulary words;

  public SharedVocabulary(DataDictionary dictionary) {
    this.words = new ProtocolVocabulary(dictionary, List.of(), Map.of(), Map.of());
  }

  @Override
  public DataElement element(String id) {
    return words.element(id);
  }

  @Override
  public int row(String id) {
    return words.row(id);
  }

  @Override
  public List<String> rows(String colour, List<String> exceptCharts) {
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
