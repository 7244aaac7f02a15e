package org.denba.fhir.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.denba.engine.TriageEngine;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.verification.CaseRecording;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.json.AnswerJson;
import org.denba.fhir.mapping.FhirFormat;
import org.denba.fhir.mapping.FhirParser;
import org.denba.fhir.mapping.UnreadableFhirException;
import org.denba.fhir.operation.FhirTriage;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.LanguageTag;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.protocols.RulesSource;
import org.denba.fhir.settings.DenbaProperties;
import org.denba.fhir.triage.TriageRegister;
import org.denba.fhir.triage.TriageRequestReader;
import org.denba.fhir.triage.TriageResultWriter;

/** Loads the rules, answers one encounter with them and is done. */
final class OneTriage {

  private final RulesSource source;
  private final ZoneId zone;
  private final EngineOptions options;

  /**
   * @param source the rule files
   * @param zone where a day begins and ends
   * @param overlay the country overlay, or null
   * @param district the district of the site, or null
   */
  OneTriage(RulesSource source, ZoneId zone, String overlay, String district) {
    this.source = source;
    this.zone = zone;
    this.options = EngineOptions.defaults(() -> LocalDate.now(zone)).with(overlay, district);
  }

  /**
   * @throws InvalidRequestException when the encounter cannot be evaluated
   * @throws UnreadableFhirException when what looks like FHIR is none
   * @throws RuleFileException when the rules cannot be loaded
   */
  TriageResult answer(InputFile input, Choices choices) {
    LoadedRules rules = loaded();
    return input.kind() == InputFile.Kind.TRIAGE_JSON
        ? rules.engine().triage(choices.apply(json(input, rules)))
        : fhir(input, rules, choices).result();
  }

  /**
   * The same visit as a case.
   *
   * @param id the case's id, or null
   * @param title the case's title, or null
   * @throws InvalidRequestException when the encounter cannot be evaluated
   * @throws UnreadableFhirException when what looks like FHIR is none
   * @throws RuleFileException when the rules cannot be loaded
   */
  CaseRecording recorded(InputFile input, Choices choices, String id, String title) {
    LoadedRules rules = loaded();
    TriageRequest request =
        input.kind() == InputFile.Kind.TRIAGE_JSON
            ? choices.apply(json(input, rules))
            : fhir(input, rules, choices).request();
    return CaseRecording.of(rules.engine(), request, id, title);
  }

  private LoadedRules loaded() {
    return LoadedRules.of(TriageEngine.load(source.files(), options), new UcumUnits());
  }

  private TriageRequest json(InputFile input, LoadedRules rules) {
    return new TriageRequestReader(
            rules.findings(), zone, DenbaProperties.defaults().limits().findings())
        .read(input.json(), LanguageTag.DEFAULT);
  }

  private FhirTriage.Answered fhir(InputFile input, LoadedRules rules, Choices choices) {
    FhirFormat format = input.kind() == InputFile.Kind.FHIR_XML ? FhirFormat.XML : FhirFormat.JSON;
    ActiveRules active = new ActiveRules();
    active.replace(rules);
    return new FhirTriage(
            active,
            new FhirParser(),
            new TriageResultWriter(new AnswerJson()),
            Clock.system(zone),
            new Version().getVersion()[0],
            TriageRegister.NONE)
        .answered(input.content(), format, LanguageTag.DEFAULT, choices);
  }
}
