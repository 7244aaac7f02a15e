package org.denba.engine.second;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.growth.Sex;
import org.denba.engine.proof.Encoding;
import org.denba.engine.proof.InputSpace;
import org.denba.engine.proof.Patient;
import org.denba.engine.proof.PatientSearch;
import org.denba.engine.triage.TriageRequest;

/** The patients whom the solver finds: for each row one who gets it, and one who may get it. */
final class ProvedPatients {

  private final BothSides both;

  ProvedPatients(BothSides both) {
    this.both = both;
  }

  Stream<TriageRequest> all() {
    InputSpace space = InputSpace.of(both.protocol(), BothSides.RULES.dictionary());
    Encoding encoding = new PatientSearch(space).encode(both.protocol(), "");
    return both.protocol().rows().stream()
        .flatMap(row -> Stream.of(encoding.whoGets(row), encoding.whoMayGet(row)))
        .flatMap(Optional::stream)
        .map(this::request);
  }

  private TriageRequest request(Patient patient) {
    RequestDraft draft = new RequestDraft();
    patient.findings().forEach((id, words) -> say(draft, id, words));
    patient
        .parameters()
        .forEach(
            (id, words) ->
                draft.parameters.put(id, words.matches("[0-9.]+") ? number(words) : words));
    if (!patient.setting().isEmpty()) {
      draft.setting = patient.setting();
    }
    if (patient.visit().equals(TriageRequest.FOLLOW_UP)) {
      draft.followUp(patient.earlier());
    }
    return draft.request(both.protocol().id(), BothSides.DAY);
  }

  private static Object number(String words) {
    return Double.valueOf(words);
  }

  private static void say(RequestDraft draft, String id, String words) {
    DataElement element = BothSides.RULES.dictionary().element(id).orElseThrow();
    if (id.equals("age-months")) {
      Interval months = interval(words);
      birth(
          draft,
          BothSides.DAY.minusMonths((long) months.high() + 1).plusDays(1),
          BothSides.DAY.minusMonths((long) months.low()));
    } else if (id.equals("age-days")) {
      Interval days = interval(words);
      birth(
          draft,
          BothSides.DAY.minusDays((long) days.high()),
          BothSides.DAY.minusDays((long) days.low()));
    } else if (id.equals("sex")) {
      draft.sex = words.equals("male") ? Sex.MALE : Sex.FEMALE;
    } else if (!(element.derived() && !element.codes().isEmpty())) {
      draft.findings.put(id, finding(element, words));
    }
  }

  private static void birth(RequestDraft draft, LocalDate earliest, LocalDate latest) {
    draft.birth = earliest;
    draft.latestBirth = latest;
  }

  private static Interval interval(String words) {
    String[] ends = words.split(" to ");
    return new Interval(Double.parseDouble(ends[0]), Double.parseDouble(ends[ends.length - 1]));
  }

  private static Finding finding(DataElement element, String words) {
    if (words.startsWith("{notDone: ")) {
      return new Finding.NotDone(words.replaceAll("\\{notDone: |}", ""));
    }
    return switch (element.type()) {
      case BOOLEAN -> new Finding.Answer(words.equals("yes"));
      case QUANTITY -> new Finding.Quantity(interval(words));
      case DATE -> new Finding.Day(BothSides.DAY.minusDays(30));
      case LIST -> new Finding.Entries(java.util.List.of());
      default -> new Finding.Code(words);
    };
  }
}
