package org.denba.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The engine is a house with arrows in one direction. */
class ArchitectureTest {

  private static final String ROOT = "org.denba.engine";

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final Set<String> RULES_AS_READ =
      Set.of("rules", "assessment", "dictionary", "condition", "immunisation", "protocol");

  /** What those who judge a set of rules look at. */
  private static final Set<String> ABOVE_PROOF =
      Set.of(
          "rules",
          "assessment",
          "dictionary",
          "condition",
          "immunisation",
          "text",
          "growth",
          "dosing",
          "overlay",
          "protocol",
          "triage",
          "verification",
          "proof",
          "approval");

  /** Which package may look into which, the lowest first. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          entry("rules", Set.of()),
          entry("assessment", Set.of("rules")),
          entry("text", Set.of("rules")),
          entry("dictionary", Set.of("rules", "assessment")),
          entry("growth", Set.of("rules", "assessment")),
          entry("dosing", Set.of("rules", "assessment", "text")),
          entry("condition", Set.of("assessment", "dictionary")),
          entry("immunisation", Set.of("rules", "assessment", "dictionary", "condition")),
          entry(
              "protocol",
              Set.of("rules", "assessment", "dictionary", "condition", "immunisation", "text")),
          entry("overlay", Set.of("rules", "dictionary", "text", "protocol")),
          entry(
              "triage",
              Set.of(
                  "rules",
                  "assessment",
                  "dictionary",
                  "condition",
                  "immunisation",
                  "text",
                  "growth",
                  "dosing",
                  "overlay",
                  "approval",
                  "protocol")),
          entry(
              "verification",
              Set.of(
                  "rules",
                  "assessment",
                  "dictionary",
                  "condition",
                  "text",
                  "growth",
                  "dosing",
                  "overlay",
                  "protocol",
                  "approval",
                  "triage")),
          entry("proof", RULES_AS_READ),
          entry("approval", Set.of("rules", "assessment", "dictionary", "condition", "protocol")),
          entry("mutation", ABOVE_PROOF),
          entry("check", ABOVE_PROOF),
          entry("impact", ABOVE_PROOF));

  @Test
  void theEngineKnowsNoFhirNoSpringAndNoWeb() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "ca.uhn..",
            "org.hl7..",
            "org.springframework..",
            "jakarta.servlet..",
            "jakarta.ws..",
            "java.net.http..",
            "com.sun.net.httpserver..",
            "tools.jackson..",
            "com.fasterxml.jackson..",
            "org.apache.catalina..",
            "java.sql..")
        .check(ENGINE);
  }

  @Test
  void packagesDependOnEachOtherInNoCircle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(ENGINE);
  }

  @Test
  void packagesLookOnlyDownwards() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : ENGINE) {
      String room = room(from.getPackageName());
      from.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass())
          .filter(target -> target.getPackageName().startsWith(ROOT + "."))
          .filter(target -> !room(target.getPackageName()).equals(room))
          .filter(target -> !room.isEmpty())
          .filter(target -> !ARROWS.get(room).contains(room(target.getPackageName())))
          .forEach(
              target ->
                  wrong.add(from.getSimpleName() + " in " + room + " -> " + target.getName()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyPackageHasItsPlace() {
    Set<String> rooms = new TreeSet<>();
    ENGINE.forEach(c -> rooms.add(room(c.getPackageName())));
    rooms.remove("");

    assertThat(ARROWS.keySet()).containsAll(rooms);
  }

  /** {@code protocol} of {@code org.denba.engine.protocol}; empty for the root. */
  private static String room(String packageName) {
    return packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1).split("\\.")[0];
  }

  @Test
  void noPublicSignatureNamesDrools() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass each : ENGINE) {
      if (!each.getModifiers().contains(JavaModifier.PUBLIC)) {
        continue;
      }
      for (JavaCodeUnit unit : each.getCodeUnits()) {
        if (isVisible(unit.getModifiers())) {
          List<JavaClass> types = new ArrayList<>(unit.getRawParameterTypes());
          types.add(unit.getRawReturnType());
          types.stream()
              .filter(ArchitectureTest::isDrools)
              .forEach(t -> wrong.add(unit.getFullName()));
        }
      }
      for (JavaField field : each.getFields()) {
        if (isVisible(field.getModifiers()) && isDrools(field.getRawType())) {
          wrong.add(field.getFullName());
        }
      }
      each.getAllRawInterfaces().stream()
          .filter(ArchitectureTest::isDrools)
          .forEach(i -> wrong.add(each.getName()));
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static boolean isDrools(JavaClass type) {
    return type.getPackageName().startsWith("org.drools")
        || type.getPackageName().startsWith("org.kie");
  }
}
