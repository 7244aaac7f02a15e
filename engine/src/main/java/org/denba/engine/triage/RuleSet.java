package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.approval.Approvals;
import org.denba.engine.approval.ProtocolApproval;
import org.denba.engine.approval.RowDigests;
import org.denba.engine.approval.RowTexts;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dosing.DoseBook;
import org.denba.engine.growth.GrowthStandards;
import org.denba.engine.overlay.Overlay;
import org.denba.engine.overlay.OverlayFiles;
import org.denba.engine.overlay.OverlayTexts;
import org.denba.engine.protocol.ComputedFrom;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.protocol.ProtocolReader;
import org.denba.engine.protocol.RulesFile;
import org.denba.engine.protocol.SharedVocabulary;
import org.denba.engine.protocol.Treatment;
import org.denba.engine.protocol.TreatmentReader;
import org.denba.engine.rules.RecordedRuleFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.text.Texts;

/** Everything that was read from a set of rule files, ready to answer. Immutable. */
public final class RuleSet {

  private static final String SHARED_TEXTS = "texts";
  private static final String DOSE_TEXTS = "doses";

  private final DataDictionary dictionary;
  private final RulesFile rulesFile;
  private final Map<String, LoadedProtocol> protocols = new LinkedHashMap<>();
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final ServiceParameters service;
  private final ProtocolSelection selection;
  private final ParameterValues selectionParameters;
  private final ZScores zScores;
  private final EngineOptions options;
  private final Triage triage;
  private final RuleFiles files;
  private final Map<String, Treatment> treatments;
  private final DoseBook doses;

  private RuleSet(RuleFiles files, OverlayFiles overlaid, EngineOptions options) {
    RecordedRuleFiles shared = new RecordedRuleFiles(files);
    rulesFile = RulesFile.read(shared);
    dictionary = DataDictionary.load(shared);
    GrowthStandards growth = GrowthStandards.load(shared);
    this.files = files;
    this.options = options;
    treatments = TreatmentReader.read(shared);
    Overlay overlay = overlaid == null ? null : Overlay.read(shared, options.overlay());
    OverlayTexts overlayTexts =
        overlaid == null ? null : new OverlayTexts(overlaid, rulesFile.languages());
    if (overlaid != null) {
      overlayTexts.checkShared(rulesFile.all());
    }
    Texts doseTexts = Texts.load(shared, rulesFile.languages(), DOSE_TEXTS);
    doses =
        DoseBook.load(
            shared,
            treatments.values().stream().filter(Treatment::dosed).map(Treatment::id).toList(),
            doseTexts);
    // read here, so that it counts in every protocol's digest
    shared.read(ProtocolSelection.FILE);
    Map<Protocol, Texts> read = new LinkedHashMap<>();
    for (String id : rulesFile.all()) {
      RecordedRuleFiles own = new RecordedRuleFiles(files);
      Texts texts = Texts.load(own, rulesFile.languages(), SHARED_TEXTS, id);
      Protocol protocol = new ProtocolReader(own, shared, dictionary, treatments).read(id);
      TextCheck check = new TextCheck(protocol, texts);
      if (overlaid != null) {
        overlayTexts.check(id, check.wanted(), protocol.rowIds());
      }
      check.check();
      protocol
          .parameters()
          .forEach(parameter -> parameters.merge(parameter.id(), parameter, Parameter::or));
      read.put(protocol, texts);
    }
    service = new ServiceParameters(overlay, options, parameters, dictionary);
    RowTexts dosing = new WordsOfRows(doseTexts);
    read.forEach(
        (protocol, texts) ->
            protocols.put(
                protocol.id(),
                LoadedProtocol.of(
                    protocol,
                    texts,
                    service.given(),
                    overlay,
                    dictionary,
                    RowDigests.of(
                        protocol, files, dictionary, treatments, new WordsOfRows(texts), dosing))));
    if (!treatments.containsKey(rulesFile.goTogether())) {
      throw new RuleFileException(
          "rules.yaml:go-together", "'" + rulesFile.goTogether() + "' is not in treatments.csv");
    }
    List<Parameter> all = List.copyOf(parameters.values());
    DataDictionary patient = dictionary.only(ProtocolSelection.PATIENT);
    selection = new ProtocolSelection(shared, patient, new SharedVocabulary(patient, all));
    selectionParameters = selectionParameters(all, service.given());
    zScores = new ZScores(dictionary, growth);
    triage = new Triage(this, zScores, new Recommendations(treatments, doses), options);
  }

  /** Other rules that share with these whatever is not given here. */
  private RuleSet(RuleSet rules, Map<String, LoadedProtocol> others, DoseBook doses) {
    this.rulesFile = rules.rulesFile;
    this.dictionary = rules.dictionary;
    this.protocols.putAll(rules.protocols);
    this.protocols.putAll(others);
    this.parameters.putAll(rules.parameters);
    this.service = rules.service;
    this.selection = rules.selection;
    this.selectionParameters = rules.selectionParameters;
    this.files = rules.files;
    this.options = rules.options;
    this.treatments = rules.treatments;
    this.doses = doses;
    this.zScores = rules.zScores;
    this.triage = new Triage(this, zScores, new Recommendations(treatments, doses), options);
  }

  private static Map<String, LoadedProtocol> approved(RuleSet rules, Approvals approvals) {
    Map<String, LoadedProtocol> approved = new LinkedHashMap<>();
    rules.protocols.forEach((id, loaded) -> approved.put(id, loaded.with(approvals)));
    return approved;
  }

  /** The same rules, whose answers say what these approve; nothing is read or built again. */
  public RuleSet approved(Approvals approvals) {
    return new RuleSet(this, approved(this, approvals), doses);
  }

  /** How findings are read, whatever the protocol. */
  Intake intake() {
    return new Intake(dictionary, zScores);
  }

  /** The same with one protocol in the place of the one with its id. */
  RuleSet with(Protocol protocol) {
    return new RuleSet(
        this,
        Map.of(protocol.id(), protocols.get(protocol.id()).with(protocol, dictionary)),
        doses);
  }

  /** The same with other doses. */
  RuleSet with(DoseBook others) {
    return new RuleSet(this, Map.of(), others);
  }

  /** Quick rule sets that differ from this one in one file. */
  public RuleVariants variants() {
    return new RuleVariants(this, files, treatments, doses);
  }

  /**
   * @throws RuleFileException naming what is wrong with a file
   */
  public static RuleSet load(RuleFiles files, EngineOptions options) {
    if (options.overlay() == null) {
      return new RuleSet(files, null, options);
    }
    OverlayFiles overlaid = OverlayFiles.over(files, options.overlay());
    try {
      return new RuleSet(overlaid, overlaid, options);
    } catch (RuleFileException e) {
      throw overlaid.explained(e);
    }
  }

  /** The values of this service that the choice of a protocol may rest on. */
  private static ParameterValues selectionParameters(
      List<Parameter> all, Map<String, Object> given) {
    Map<String, Integer> index = new LinkedHashMap<>();
    List<Object> values = new ArrayList<>();
    for (Parameter parameter : all) {
      index.put(parameter.id(), index.size());
      values.add(given.getOrDefault(parameter.id(), parameter.defaultValue()));
    }
    return ParameterValues.of(all.stream().map(Parameter::id).toList(), index, values);
  }

  /**
   * @param today the day on which the answer is given: an encounter of an earlier day is stale
   */
  public TriageResult triage(TriageRequest request, LocalDate today) {
    return triage.answer(request, today);
  }

  public DataDictionary dictionary() {
    return dictionary;
  }

  public List<String> languages() {
    return rulesFile.languages();
  }

  public Set<String> knownProtocols() {
    Set<String> known = new LinkedHashSet<>(selection.protocols());
    known.addAll(rulesFile.protocols());
    return known;
  }

  /**
   * The district that a request counts for, as the overlay's table writes it: the one told, else
   * the site's; empty where none is told or the table does not have it.
   */
  public Optional<String> district(TriageRequest request) {
    return service.district(request);
  }

  /** Every protocol that patients can be triaged with, in the order of {@code rules.yaml}. */
  public List<Protocol> protocols() {
    return rulesFile.protocols().stream().map(id -> protocols.get(id).protocol()).toList();
  }

  /** One of them, or null where there is none with this id. */
  public Protocol protocol(String id) {
    return protocols.containsKey(id) ? protocols.get(id).protocol() : null;
  }

  /** What of a protocol is approved; empty where there is no such protocol. */
  public Optional<ProtocolApproval> approval(String protocol) {
    return Optional.ofNullable(protocols.get(protocol)).map(LoadedProtocol::approved);
  }

  /** The parameters of all protocols. */
  Map<String, Parameter> parameters() {
    return parameters;
  }

  ServiceParameters service() {
    return service;
  }

  ProtocolSelection selection() {
    return selection;
  }

  ParameterValues selectionParameters() {
    return selectionParameters;
  }

  /** A protocol that patients can be triaged with, or null where it is not shipped. */
  LoadedProtocol shipped(String id) {
    return rulesFile.protocols().contains(id) ? protocols.get(id) : null;
  }

  /** The action for two patients of whom one is referred. */
  String goTogether() {
    return rulesFile.goTogether();
  }

  /** What is left for a patient whom no protocol covers. */
  LoadedProtocol outOfScope() {
    return protocols.get(rulesFile.outOfScope());
  }

  /** The language wanted, or the first one of the rules. */
  String language(String wanted) {
    return wanted != null && languages().contains(wanted) ? wanted : languages().get(0);
  }

  /** The findings from which the first protocol that has it computes a derived element. */
  public List<String> computedFrom(DataElement derived) {
    for (LoadedProtocol loaded : protocols.values()) {
      List<String> findings = ComputedFrom.of(loaded.protocol(), derived, dictionary);
      if (!findings.isEmpty()) {
        return findings;
      }
    }
    return List.of();
  }

  public List<ProtocolDescription> descriptions(String language) {
    List<ProtocolDescription> descriptions = new ArrayList<>();
    for (String id : rulesFile.protocols()) {
      LoadedProtocol loaded = protocols.get(id);
      descriptions.add(
          ProtocolDescription.of(
              loaded.protocol(),
              loaded.active(),
              dictionary,
              loaded.texts(),
              language(language),
              loaded.approvalWords(language(language)),
              loaded.overlay()));
    }
    return descriptions;
  }
}
