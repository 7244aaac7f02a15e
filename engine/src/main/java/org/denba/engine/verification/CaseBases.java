package org.denba.engine.verification;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.rules.RuleFileException;

/** Named starting points: an encounter that several cases share and change in a few answers. */
final class CaseBases {

  private static final String FROM = "from";

  private final Collection<String> keys;
  private final Map<String, Map<String, Object>> bases = new LinkedHashMap<>();

  /**
   * @param keys the keys that an encounter may have
   */
  CaseBases(List<String> keys) {
    this.keys = keys;
  }

  /** The same starting points, to which a file adds its own. */
  CaseBases(CaseBases shared) {
    this.keys = shared.keys;
    this.bases.putAll(shared.bases);
  }

  /**
   * @throws RuleFileException when the name is taken, or it starts from one that does not stand
   *     above it
   */
  void add(String name, CaseValue base) {
    if (bases.containsKey(name)) {
      throw base.problem("there is a starting point of this name already: use a new one");
    }
    base.entries()
        .forEach(
            (key, value) -> {
              if (!key.equals(FROM)) {
                CaseWords.known(value, key, keys, "key of a starting point");
              }
            });
    bases.put(name, merged(base));
  }

  /** The encounter of a case: its starting point with what the case says put over it. */
  CaseValue encounter(CaseValue value) {
    return new CaseValue(value.where(), merged(value));
  }

  private Map<String, Object> merged(CaseValue value) {
    Map<String, Object> merged = new LinkedHashMap<>();
    CaseValue from = value.entries().get(FROM);
    if (from != null) {
      merged.putAll(
          bases.get(
              CaseWords.known(
                  from, from.text(), bases.keySet(), "starting point that stands above")));
    }
    value
        .entries()
        .forEach(
            (key, own) -> {
              if (keys.contains(key)) {
                merged.merge(key, placed(own), CaseBases::over);
              }
            });
    return merged;
  }

  /** A single value keeps its place; the entries of a mapping have theirs. */
  private static Object placed(CaseValue own) {
    if (own.value() == null) {
      return Map.of();
    }
    return own.isMap() ? own.value() : own;
  }

  /** A mapping replaces entry by entry, anything else as a whole. */
  private static Object over(Object base, Object own) {
    if (!(base instanceof Map<?, ?> baseMap) || !(own instanceof Map<?, ?> ownMap)) {
      return own;
    }
    Map<Object, Object> merged = new LinkedHashMap<>(baseMap);
    merged.putAll(ownMap);
    return merged;
  }
}
