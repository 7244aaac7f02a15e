package org.denba.engine.condition;

import java.util.List;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.SmallRules;

/** The words of a test: the small dictionary, two rows and three parameters. */
final class Words implements Vocabulary {

  static final int LIMIT = 0;
  static final int SEASON = 1;
  static final int ALERT = 2;
  static final List<String> PARAMETERS = List.of("limit", "season", Reported.MODE);
  private static final List<String> ROWS = List.of("CHI-1", "CHI-2");

  private final DataDictionary dictionary = SmallRules.good().dictionary();

  DataDictionary dictionary() {
    return dictionary;
  }

  int slot(String id) {
    return element(id).index();
  }

  int slots() {
    return dictionary.size() + ROWS.size();
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
                        + dictionary.nearest(id).map(n -> ", perhaps '" + n + "'").orElse("")));
  }

  @Override
  public List<RowSlot> row(String id) {
    if (!ROWS.contains(id)) {
      throw new ConditionException("'" + id + "' is no row");
    }
    return List.of(new RowSlot(id, dictionary.size() + ROWS.indexOf(id)));
  }

  @Override
  public List<RowSlot> rows(String colour, List<String> exceptCharts) {
    return exceptCharts.contains("chill") ? List.of() : row("CHI-1");
  }

  @Override
  public int parameter(String id) {
    if (!PARAMETERS.contains(id)) {
      throw new ConditionException("'" + id + "' is no parameter");
    }
    return PARAMETERS.indexOf(id);
  }

  @Override
  public boolean isNumeric(int parameter) {
    return parameter == LIMIT;
  }

  @Override
  public void checkValue(int parameter, String value) {
    if (parameter == SEASON && !List.of("dry", "wet").contains(value)) {
      throw new ConditionException("'" + value + "' is no value of 'season'");
    }
  }

  @Override
  public int alertParameter() {
    return ALERT;
  }
}
