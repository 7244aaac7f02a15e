package org.denba.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.junit.jupiter.api.Test;

/** Signs, rows and treatments stand in the rule files, never in Java. */
class NoClinicalFactInJavaTest {

  /** What the engine knows of any patient, whatever the protocol. */
  private static final Set<String> PATIENT_FIELDS =
      Set.of(
          "age-months",
          "age-years",
          "age-days",
          "sex",
          "weight",
          "pregnant",
          "lmp-date",
          "delivery-date",
          "days-since-delivery",
          "hours-postpartum");

  private static final Pattern ROW_ID = Pattern.compile("[A-Z]{2,4}-(\\d{1,2}[a-z]*|[A-Z])");
  private static final Pattern ACTION_ID = Pattern.compile("(TX|AC|YI|PLAN)-[A-Z].*");

  @Test
  void noClinicalSignStandsInJava() {
    Set<String> signs = new TreeSet<>();
    DataDictionary.load(ClassPathRuleFiles.builtIn()).elements().stream()
        .map(DataElement::id)
        .filter(id -> !PATIENT_FIELDS.contains(id))
        .forEach(signs::add);
    assertThat(signs).hasSizeGreaterThan(200);
    assertThat(Sources.literals(signs::contains)).isEmpty();
  }

  @Test
  void noRowAndNoTreatmentStandsInJava() {
    assertThat(Sources.literals(literal -> ROW_ID.matcher(literal).matches())).isEmpty();
    assertThat(Sources.literals(literal -> ACTION_ID.matcher(literal).matches())).isEmpty();
  }
}
