package org.denba.fhir.workbench.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.growth.Sex;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.denba.fhir.impact.RuleNames;
import org.denba.fhir.workbench.RulesView;
import org.denba.fhir.workbench.booklet.ProtocolWords;

/** What the booklets call the ids of rules; what only the changed rules have keeps its id. */
final class ReviewNames implements RuleNames {

  private static final String NOT_DONE = "not-done";
  private static final String NONE = "none";

  private final RulesView view;
  private final String language;
  private final ProtocolWords words;

  ReviewNames(RulesView view, String language) {
    this.view = view;
    this.language = language;
    String any = view.protocols(language).get(0).id();
    this.words = view.requiredBooklet(any, language).words();
  }

  @Override
  public String protocol(String id) {
    return view.protocol(id, language).map(ProtocolDescription::title).orElse(id);
  }

  @Override
  public String chart(String protocol, String id) {
    return view.protocol(protocol, language).stream()
        .flatMap(found -> found.charts().stream())
        .filter(chart -> chart.id().equals(id))
        .map(ProtocolDescription.ChartDescription::title)
        .findFirst()
        .or(() -> element(id).map(sign -> sign.label(language)))
        .orElse(id);
  }

  @Override
  public String finding(String id, String value) {
    Optional<DataElement> element = element(id);
    return element.map(each -> each.label(language)).orElse(id)
        + " "
        + element.map(each -> value(each, value)).orElse(value);
  }

  private String value(DataElement element, String value) {
    if (value.startsWith(NOT_DONE)) {
      String reason = value.replaceAll(".*\\((.*)\\)", "$1");
      return words.message("phrase.not-done-because", words.message("reason." + reason));
    }
    return switch (value) {
      case "yes", "no", "known", "not-needed" -> words.message("phrase." + value);
      case "unknown" -> words.message("question.not-assessed");
      default ->
          element.type() == ElementType.QUANTITY
              ? words.quantity(Double.parseDouble(value), element.unit())
              : words.code(element, value);
    };
  }

  @Override
  public List<String> patient(TriageRequest request, int most) {
    return List.of(person(request), findings(request, most));
  }

  /** What stands out of what was found; at most so many findings. */
  String findings(TriageRequest request, int most) {
    List<String> found = new ArrayList<>();
    request
        .findings()
        .forEach(
            (id, finding) ->
                element(id).flatMap(each -> finding(each, finding, request)).ifPresent(found::add));
    return found.size() <= most
        ? String.join("; ", found)
        : String.join("; ", found.subList(0, most)) + " …";
  }

  /** Age, sex and what else is known of the patient. */
  String person(TriageRequest request) {
    Patient patient = request.patient();
    LocalDate visit = request.date();
    List<String> told = new ArrayList<>();
    counted(told, "years", patient.ageYears());
    counted(told, "months", patient.ageMonths());
    counted(told, "days", patient.ageDays());
    ago(told, "born", patient.birthDate(), visit);
    if (patient.ageEstimated()) {
      told.add(words.message("patient.estimated"));
    }
    if (patient.sex() != null) {
      told.add(words.message(patient.sex() == Sex.MALE ? "simulator.male" : "simulator.female"));
    }
    if (Boolean.TRUE.equals(patient.pregnant())) {
      told.add(words.message("patient.pregnant"));
    }
    ago(told, "lmp", patient.lmp(), visit);
    ago(told, "delivered", patient.deliveryDate(), visit);
    return String.join(", ", told);
  }

  private void counted(List<String> told, String what, Integer number) {
    if (number != null) {
      told.add(words.message("patient." + what, number));
    }
  }

  private void ago(List<String> told, String what, LocalDate day, LocalDate visit) {
    if (day != null && visit != null) {
      told.add(words.message("patient." + what, ChronoUnit.DAYS.between(day, visit)));
    }
  }

  /** What stands out: signs that are there and values, not what is absent or unknown. */
  private Optional<String> finding(DataElement element, Finding finding, TriageRequest request) {
    String label = element.label(language);
    if (finding instanceof Finding.Answer answer) {
      return answer.yes() ? Optional.of(label) : Optional.empty();
    }
    if (finding instanceof Finding.Quantity quantity) {
      double low = quantity.value().low();
      double high = quantity.value().high();
      String from = low == high ? "" : ParameterValues.text(low) + " – ";
      return Optional.of(label + " " + from + words.quantity(high, element.unit()));
    }
    if (finding instanceof Finding.Code code && !code.code().equals(NONE)) {
      return Optional.of(label + " " + words.code(element, code.code()));
    }
    if (finding instanceof Finding.Day day && request.date() != null) {
      long days = ChronoUnit.DAYS.between(day.date(), request.date());
      return Optional.of(label + " " + words.message("patient.ago", days));
    }
    return finding instanceof Finding.Entries ? Optional.of(label) : Optional.empty();
  }

  private Optional<DataElement> element(String id) {
    return view.rules().engine().dictionary().element(id);
  }
}
