package org.denba.fhir.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.triage.Notice;

/**
 * Collects what the door noticed. The same remark about the same thing is made once, and a remark
 * that would come thousands of times (observations of a whole hospital stay) is cut off with the
 * number of those left out.
 */
final class Notices {

  private static final int PER_CODE = 50;

  private final List<Notice> notices = new ArrayList<>();
  private final Set<String> said = new LinkedHashSet<>();
  private final Map<String, Integer> count = new HashMap<>();
  private final Map<String, Integer> cut = new HashMap<>();

  /** A remark about a data element. */
  void about(String code, String path, DataElement element, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("element", element);
    add(code, path, element.id(), values);
  }

  /**
   * @param about what the remark is about: the same remark about the same thing is made once
   */
  void add(String code, String path, String about, Map<String, Object> values) {
    if (!said.add(code + '\n' + about)) {
      return;
    }
    if (count.merge(code, 1, Integer::sum) > PER_CODE) {
      cut.merge(code, 1, Integer::sum);
      return;
    }
    notices.add(new Notice(code, path, values));
  }

  List<Notice> all() {
    List<Notice> all = new ArrayList<>(notices);
    cut.forEach(
        (code, n) -> all.add(new Notice("more-warnings", null, Map.of("code", code, "count", n))));
    return all;
  }
}
