package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageRequest.Companion;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.Warning;

/** What must not change an answer. */
class SameAnswerPropertiesTest {

  @Provide
  Arbitrary<Visit> children() {
    return SickChildren.any();
  }

  @Property(tries = 400)
  void theOrderOfFindingsDoesNotMatter(@ForAll("children") Visit child, @ForAll long seed) {
    order(child, seed);
  }

  static void order(Visit child, long seed) {
    assertThat(child.shuffled(seed).triage()).isEqualTo(child.triage());
  }

  @Property(tries = 300)
  void theSameRequestTwiceGivesTheSameAnswer(@ForAll("children") Visit child) {
    TriageResult first = child.triage();
    assertThat(child.triage()).isEqualTo(first);
    assertThat(child.triage().hashCode()).isEqualTo(first.hashCode());
  }

  @Property(tries = 200)
  void saidToBeUnknownIsTheSameAsNotSaid(@ForAll("children") Visit child) {
    unknown(child);
  }

  static void unknown(Visit child) {
    Visit silent = child;
    for (Map.Entry<String, Finding> finding : child.findings().entrySet()) {
      if (finding.getValue() instanceof Finding.Unknown) {
        silent = silent.without(finding.getKey());
      }
    }
    assertThat(child.triage()).isEqualTo(silent.triage());
  }

  @Property(tries = 400)
  void aValueOutOfRangeIsTheSameAsUnknown(
      @ForAll("children") Visit child,
      @ForAll @IntRange(max = 1000) int which,
      @ForAll @IntRange(max = 5) int how) {
    outOfRange(child, which, how);
  }

  static void outOfRange(Visit child, int which, int how) {
    List<DataElement> quantities = quantities();
    DataElement element = quantities.get(which % quantities.size());
    double value = ProtocolWords.outside(element.allowed().orElseThrow()).get(how);
    TriageResult wrong = child.with(element.id(), Finding.Quantity.of(value)).triage();
    TriageResult unknown = child.without(element.id()).triage();
    assertThat(withoutWarnings(wrong)).isEqualTo(withoutWarnings(unknown));
    assertThat(wrong.warnings())
        .extracting(Warning::code, Warning::path)
        .contains(tuple("out-of-range", "findings." + element.id()));
  }

  /** The quantities that are findings; an age is read with the patient. */
  private static List<DataElement> quantities() {
    List<DataElement> quantities = new ArrayList<>();
    for (DataElement element : BuiltIn.WORDS.elements()) {
      if (!element.unit().isEmpty() && !element.id().startsWith("age-")) {
        quantities.add(element);
      }
    }
    return quantities;
  }

  @Property(tries = 100)
  void aCompanionIsAnsweredAsIfItCameAlone(
      @ForAll("children") Visit child, @ForAll("children") Visit other) {
    companion(child, other);
  }

  static void companion(Visit child, Visit other) {
    TriageRequest alone = child.request();
    Patient second = other.request().patient();
    TriageRequest together =
        new TriageRequest(
            alone.id(),
            alone.protocol(),
            alone.setting(),
            alone.date(),
            alone.language(),
            alone.visit(),
            alone.earlier(),
            alone.patient(),
            alone.parameters(),
            alone.findings(),
            alone.notices(),
            new Companion(second, other.findings(), List.of()));
    Visit otherAlone =
        new Visit(
            other.age(),
            other.sex(),
            null,
            child.setting(),
            child.date(),
            child.language(),
            child.parameters(),
            other.findings());
    TriageResult both = BuiltIn.ENGINE.triage(together);
    TriageResult childAlone = child.triage();
    TriageResult otherAnswer = otherAlone.triage();
    assertThat(both.companion().classifications()).isEqualTo(otherAnswer.classifications());
    assertThat(both.classifications()).isEqualTo(childAlone.classifications());
    assertThat(withoutGoingTogether(both)).isEqualTo(childAlone.recommendations());
    assertThat(withoutGoingTogether(both.companion())).isEqualTo(otherAnswer.recommendations());
    boolean referred = childAlone.referral() != null || otherAnswer.referral() != null;
    assertThat(both.recommendations().size() > childAlone.recommendations().size())
        .isEqualTo(referred);
    assertThat(both.companion().warnings())
        .allMatch(w -> isOfTheVisit(w.path()) || w.path().startsWith("companion."));
  }

  private static List<TriageResult.Recommendation> withoutGoingTogether(TriageResult result) {
    return result.recommendations().stream().filter(r -> !r.id().equals("AC-GO-TOGETHER")).toList();
  }

  private static boolean isOfTheVisit(String path) {
    return path == null || List.of("date", "language", "protocol", "visit").contains(path);
  }

  @Property(tries = 300)
  void aFindingThatTheProtocolDoesNotUseChangesNothing(
      @ForAll("children") Visit child, @ForAll @IntRange(max = 1000) int which) {
    notUsed(child, which);
  }

  static void notUsed(Visit child, int which) {
    List<DataElement> unused =
        BuiltIn.DICTIONARY.elements().stream()
            .filter(e -> !e.derived() && e.unit().isEmpty() && e.codes().isEmpty())
            .filter(e -> !BuiltIn.USED_FOR_CHILDREN.contains(e.id()) && !isPatientField(e))
            .filter(e -> e.type() == ElementType.BOOLEAN)
            .toList();
    DataElement element = unused.get(which % unused.size());
    TriageResult more = child.with(element.id(), new Finding.Answer(true)).triage();
    assertThat(withoutWarnings(more)).isEqualTo(withoutWarnings(child.triage()));
  }

  private static boolean isPatientField(DataElement element) {
    return List.of("pregnant", "lmp-date", "delivery-date").contains(element.id());
  }

  static TriageResult withoutWarnings(TriageResult a) {
    return new TriageResult(
        a.id(),
        a.protocol(),
        a.date(),
        a.language(),
        a.urgency(),
        a.couldBe(),
        a.decided(),
        a.complete(),
        a.summary(),
        a.classifications(),
        a.stillToAssess(),
        a.recommendations(),
        a.referral(),
        a.companion(),
        a.parameters(),
        List.of());
  }
}
