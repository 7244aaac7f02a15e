package org.denba.fhir.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How people write units that UCUM writes otherwise ({@code °C} for {@code Cel}); read from {@code
 * unit-aliases.properties}.
 */
final class UnitAliases {

  private static final String FILE = "unit-aliases.properties";

  private final Map<String, String> ucumByAlias = new TreeMap<>();

  /** Reads the table that is shipped beside this class. */
  UnitAliases() {
    Properties table = new Properties();
    try (InputStream in = UnitAliases.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing beside " + UnitAliases.class.getName());
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      table.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
    table.forEach((alias, ucum) -> ucumByAlias.put((String) alias, (String) ucum));
  }

  /** The UCUM unit that is meant, or empty when the spelling is not in the table. */
  Optional<String> ucum(String spelling) {
    return Optional.ofNullable(ucumByAlias.get(spelling));
  }
}
