package org.denba.fhir.guidance;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.fhir.mapping.FhirEncounter;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Resource;

/**
 * The way out for FHIR: the whole answer as one Bundle of type collection, in a fixed order. First
 * GuidanceResponse, then RiskAssessment, Conditions, referral, medicines, care plan with follow-ups
 * and advice, warnings, Provenance; for a second patient the same again; and last the JSON answer
 * itself. Thread-safe.
 */
public final class GuidanceBundle {

  private final DataDictionary dictionary;
  private final MedicationRequestWriter medicines;
  private final ZoneId zone;
  private final String software;

  /**
   * @param files the active rules, for the codes of routes
   * @param dictionary their dictionary
   * @param zone the zone of the service
   * @param software name and version of this software, for Provenance
   * @throws org.denba.engine.rules.RuleFileException when the table of routes cannot be used
   */
  public GuidanceBundle(RuleFiles files, DataDictionary dictionary, ZoneId zone, String software) {
    this.dictionary = dictionary;
    this.medicines = new MedicationRequestWriter(new DosageWriter(new RouteCodes(files)));
    this.zone = zone;
    this.software = software;
  }

  /**
   * Writes an answer.
   *
   * @param result the answer
   * @param request what was asked
   * @param json the same answer as the JSON door writes it; it becomes the Binary, byte for byte
   */
  public Bundle write(TriageResult result, FhirEncounter request, byte[] json) {
    EntryNames names = new EntryNames(request.fingerprint(), json);
    Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
    write(result, request, new Entries(bundle, names));
    if (result.companion() != null && request.companion() != null) {
      write(result.companion(), request.companion(), new Entries(bundle, names.ofCompanion()));
    }
    Binary binary = new Binary();
    binary.setContentType("application/json");
    binary.setDataElement(new FastBase64(json));
    new Entries(bundle, names).add("binary", binary);
    bundle.setLanguage(result.language());
    return bundle;
  }

  /** The answer for one patient. */
  private void write(TriageResult result, FhirEncounter request, Entries entries) {
    Answer answer = new Answer(result, request, dictionary, entries.names);
    boolean warned = !result.warnings().isEmpty();
    boolean planned = !result.recommendations().isEmpty();
    entries.add("guidance", GuidanceResponseWriter.write(answer, planned, warned));
    entries.add("risk", RiskAssessmentWriter.write(answer));
    answer.proved().forEach(c -> entries.add(Answer.CONDITION, ConditionWriter.write(c, answer)));
    if (planned || result.referral() != null) {
      actions(answer, entries, planned);
    }
    if (warned) {
      entries.add("outcome", Issues.warnings(result.warnings(), path -> expression(path, request)));
    }
    entries.add("provenance", ProvenanceWriter.write(answer, entries.urls(), software, zone));
  }

  /** The engine names what is said of the second patient by its place in the whole request. */
  private static String expression(String path, FhirEncounter request) {
    return path != null && path.startsWith(FhirEncounter.COMPANION) && request.companion() == null
        ? request.expression(path.substring(FhirEncounter.COMPANION.length()))
        : request.expression(path);
  }

  private void actions(Answer answer, Entries entries, boolean planned) {
    TriageResult result = answer.result();
    CarePlan plan = CarePlanWriter.plan(answer);
    List<Resource> followUps = new ArrayList<>();
    List<Resource> advices = new ArrayList<>();
    List<Recommendation> given =
        result.recommendations().stream().filter(MedicationRequestWriter::isMedicine).toList();
    if (result.referral() != null) {
      CarePlanWriter.activity(
          plan, entries.add("referral", ReferralWriter.write(result.referral(), answer)));
    }
    for (Recommendation recommendation : result.recommendations()) {
      if (MedicationRequestWriter.isMedicine(recommendation)) {
        CarePlanWriter.activity(
            plan, entries.add("medicine", medicines.write(recommendation, given, answer)));
      } else if (CarePlanWriter.isFollowUp(recommendation)) {
        followUps.add(CarePlanWriter.task(recommendation, answer));
      } else if (CarePlanWriter.isAdvice(recommendation)) {
        advices.add(CarePlanWriter.advice(recommendation, answer));
      } else {
        CarePlanWriter.activity(plan, recommendation, answer);
      }
    }
    for (int i = 0; i < followUps.size(); i++) {
      CarePlanWriter.activity(plan, answer.names().of("follow-up", i));
    }
    for (int i = 0; i < advices.size(); i++) {
      CarePlanWriter.activity(plan, answer.names().of("advice", i));
    }
    if (planned) {
      entries.add("care-plan", plan);
    }
    followUps.forEach(task -> entries.add("follow-up", task));
    advices.forEach(advice -> entries.add("advice", advice));
  }

  /** The entries so far, each with its name. */
  private static final class Entries {

    private final Bundle bundle;
    private final Map<String, Integer> count = new HashMap<>();
    private final List<String> urls = new ArrayList<>();
    private final EntryNames names;

    Entries(Bundle bundle, EntryNames names) {
      this.bundle = bundle;
      this.names = names;
    }

    String add(String kind, Resource resource) {
      int number = count.merge(kind, 1, Integer::sum) - 1;
      String url = names.of(kind, number);
      bundle.addEntry().setFullUrl(url).setResource(resource);
      urls.add(url);
      return url;
    }

    List<String> urls() {
      return List.copyOf(urls);
    }
  }
}
