package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A YAML mapping, read with complaints that name the file and the key. */
public record YamlMap(String path, Map<String, Object> values) {

  /**
   * @throws RuleFileException when the text is not YAML, or a key stands twice
   */
  public static YamlMap parse(String path, String text) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      return of(path, new Yaml(new SafeConstructor(options)).load(text));
    } catch (YAMLException e) {
      throw new RuleFileException(path, "is not YAML: " + e.getMessage(), e);
    }
  }

  static YamlMap of(String path, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new RuleFileException(path, "must hold 'key: value' lines");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    map.forEach((key, entry) -> values.put(String.valueOf(key), entry));
    return new YamlMap(path, values);
  }

  /**
   * Says of each key that is none of these so, with the nearest one: a mistyped key would be passed
   * over.
   */
  public void checkKeys(String what, Collection<String> known, ProblemList problems) {
    for (String key : keys()) {
      if (!known.contains(key)) {
        problems.add(
            path + ":" + key,
            "'"
                + key
                + "' is no key of "
                + what
                + NearestId.of(key, known).map(near -> ", perhaps '" + near + "'").orElse("")
                + "; there are "
                + String.join(", ", known));
      }
    }
  }

  public Set<String> keys() {
    return values.keySet();
  }

  public Object value(String key) {
    Object value = values.get(key);
    if (value == null) {
      throw new RuleFileException(path + ":" + key, "is missing");
    }
    return value;
  }

  public String text(String key) {
    return String.valueOf(value(key));
  }

  public String optionalText(String key) {
    Object value = values.get(key);
    return value == null ? "" : String.valueOf(value);
  }

  public int integer(String key) {
    if (value(key) instanceof Integer number) {
      return number;
    }
    throw new RuleFileException(path + ":" + key, "'" + value(key) + "' is no whole number");
  }

  public boolean flag(String key) {
    Object value = values.getOrDefault(key, false);
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw new RuleFileException(path + ":" + key, "'" + value + "' must be true or false");
  }

  public List<Object> list(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    throw new RuleFileException(path + ":" + key, "must be a list");
  }

  public List<String> texts(String key) {
    return list(key).stream().map(String::valueOf).toList();
  }

  public Optional<YamlMap> map(String key) {
    return Optional.ofNullable(values.get(key)).map(value -> of(path + ":" + key, value));
  }

  public List<YamlMap> maps(String key) {
    return list(key).stream().map(value -> of(path + ":" + key, value)).toList();
  }
}
