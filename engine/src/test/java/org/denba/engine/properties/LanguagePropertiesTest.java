package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.denba.engine.dosing.Dose;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Question;
import org.denba.engine.triage.TriageResult.Recommendation;

/** French and English say the same; and what a client shows alone never reassures too early. */
class LanguagePropertiesTest {

  /** Words that a family or a tired worker would hear as "it is nothing" (in lower case). */
  private static final List<String> REASSURING =
      List.of(
          "home care",
          "care at home",
          "can go home",
          "may go home",
          "send the child home",
          "no danger",
          "not serious",
          "nothing serious",
          "is well",
          "is fine",
          "all right",
          "healthy",
          "no problem",
          "no treatment needed",
          "no need",
          "soins à domicile",
          "peut rentrer",
          "rentrer à la maison",
          "renvoyer l'enfant",
          "pas de danger",
          "aucun danger",
          "sans danger",
          "pas grave",
          "rien de grave",
          "va bien",
          "tout va bien",
          "en bonne santé",
          "pas de problème",
          "aucun problème",
          "pas besoin",
          "aucun traitement nécessaire");

  @Provide
  Arbitrary<Visit> children() {
    return SickChildren.any();
  }

  @Property(tries = 300)
  void frenchAndEnglishHaveTheSameStructure(@ForAll("children") Visit child) {
    structure(child);
  }

  static void structure(Visit child) {
    TriageResult english = child.in("en").triage();
    TriageResult french = child.in("fr").triage();
    assertThat(french.language()).isEqualTo("fr");
    assertThat(english.language()).isEqualTo("en");
    assertThat(skeleton(french)).isEqualTo(skeleton(english));
    List<String> frenchTexts = texts(french);
    assertThat(frenchTexts).allSatisfy(text -> assertThat(text).isNotBlank());
    assertThat(frenchTexts).noneMatch(text -> text.contains("{") || text.contains("}"));
    assertThat(texts(english)).hasSameSizeAs(frenchTexts);
    assertThat(french.summary()).isNotEqualTo(english.summary());
  }

  /** Everything of an answer that is not a text. */
  private static List<Object> skeleton(TriageResult a) {
    List<Object> skeleton = new ArrayList<>();
    skeleton.addAll(List.of(a.protocol().id(), a.protocol().digest(), a.date(), a.urgency()));
    skeleton.addAll(List.of(a.couldBe(), a.decided(), a.complete(), a.parameters()));
    for (Classification c : a.classifications()) {
      skeleton.addAll(List.of(c.chart(), c.rule(), c.id(), c.colour(), c.urgency(), c.status()));
      skeleton.addAll(List.of(c.provisional(), c.held(), c.because(), c.missing(), c.flags()));
    }
    for (Question q : a.stillToAssess()) {
      skeleton.addAll(List.of(q.dataElement(), q.type(), q.couldChange()));
      q.options().forEach(option -> skeleton.add(option.code()));
    }
    for (Recommendation r : a.recommendations()) {
      skeleton.addAll(List.of(r.kind(), r.id(), r.because(), r.finalAdvice(), r.doseMissing()));
      skeleton.addAll(List.of(r.notes().size(), String.valueOf(r.alternativeTo())));
      skeleton.addAll(List.of(String.valueOf(r.dueInDays()), String.valueOf(r.due())));
      skeleton.add(dose(r.dose()));
    }
    if (a.referral() != null) {
      skeleton.addAll(List.of(a.referral().urgency(), a.referral().reasons()));
    }
    a.warnings().forEach(w -> skeleton.add(w.code() + " " + w.path()));
    return skeleton;
  }

  private static Object dose(Dose dose) {
    if (dose == null) {
      return "no dose";
    }
    List<Object> parts = new ArrayList<>();
    Stream.of(
            dose.medication(),
            dose.amount(),
            dose.amountMin(),
            dose.amountMax(),
            dose.unit(),
            dose.volume(),
            dose.timesPerDay(),
            dose.everyHours(),
            dose.doses(),
            dose.days(),
            dose.route())
        .map(String::valueOf)
        .forEach(parts::add);
    dose.steps().forEach(s -> parts.add(s.number() + " " + s.amount() + " " + s.minutes()));
    return parts;
  }

  private static List<String> texts(TriageResult a) {
    List<String> texts = new ArrayList<>(List.of(a.summary(), a.protocol().approvalText()));
    a.classifications().forEach(c -> texts.add(c.label()));
    a.stillToAssess().forEach(q -> texts.addAll(List.of(q.label(), q.question())));
    a.recommendations().forEach(r -> texts.add(r.text()));
    a.recommendations().forEach(r -> texts.addAll(r.notes()));
    a.warnings().forEach(w -> texts.add(w.message()));
    if (a.referral() != null) {
      texts.addAll(List.of(a.referral().text(), a.referral().destination()));
    }
    return texts;
  }

  @Property(tries = 400)
  void theSummaryOfAnUndecidedAnswerDoesNotReassure(@ForAll("children") Visit child) {
    summary(child.in("en"));
    summary(child.in("fr"));
  }

  static void summary(Visit child) {
    TriageResult answer = child.triage();
    assertThat(answer.summary()).isNotBlank().doesNotContain("{");
    boolean closed = answer.decided() && answer.complete();
    if (!closed || answer.urgency() != Urgency.HOME_CARE) {
      String said = answer.summary().toLowerCase(Locale.ROOT);
      assertThat(REASSURING).as(answer.summary()).noneMatch(said::contains);
    }
    if (!closed) {
      assertThat(answer.summary())
          .isNotEqualTo(WellChild.VISIT.in(answer.language()).triage().summary());
    }
    if (answer.protocol().id().equals(BuiltIn.PROTOCOL)) {
      answer.stillToAssess().stream()
          .limit(1)
          .forEach(question -> assertThat(answer.summary()).contains(question.label()));
    }
  }
}
