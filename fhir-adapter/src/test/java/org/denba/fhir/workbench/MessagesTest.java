package org.denba.fhir.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Urgency;
import org.junit.jupiter.api.Test;

/** The pages' own words are complete in both languages. */
class MessagesTest {

  private final Properties english = messages("en");
  private final Properties french = messages("fr");

  @Test
  void bothLanguagesHaveTheSameWords() {
    assertThat(french.keySet()).isEqualTo(english.keySet());
    assertThat(french.values()).doesNotContain("");
    assertThat(english.values()).doesNotContain("");
  }

  @Test
  void placeholdersAreTheSameInBothAndNoApostropheSwallowsThem() {
    for (String key : english.stringPropertyNames()) {
      String en = english.getProperty(key);
      String fr = french.getProperty(key);
      for (int i = 0; i < 4; i++) {
        assertThat(fr.contains("{" + i + "}")).as(key).isEqualTo(en.contains("{" + i + "}"));
      }
      if (en.contains("{0")) {
        assertThat(en + fr).as(key).doesNotContain("'");
      }
    }
  }

  @Test
  void everyCodeHasAWord() {
    for (Urgency urgency : Urgency.values()) {
      assertThat(english).containsKey("urgency." + urgency.code());
    }
    for (Colour colour : Colour.values()) {
      assertThat(english).containsKey("colour." + colour.code());
    }
  }

  private static Properties messages(String language) {
    String file = "messages_" + language + ".properties";
    try (InputStream in =
        Objects.requireNonNull(MessagesTest.class.getResourceAsStream(file), file)) {
      Properties words = new Properties();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
