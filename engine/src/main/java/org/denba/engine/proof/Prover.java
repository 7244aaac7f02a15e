package org.denba.engine.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.RuleFiles;

/** Proves protocols' charts and derived signs over the whole space of their inputs. */
public final class Prover {

  private static final List<Property> OF_CHARTS =
      List.of(
          Property.COMPLETE,
          Property.DECIDED,
          Property.ONE_BLOCK,
          Property.SEVERE_FIRST,
          Property.NO_DEAD_ROW,
          Property.NO_DEAD_LINE,
          Property.NO_SPARE_LINE,
          Property.DANGER_SIGN,
          Property.FORGETTING,
          Property.REFUSED,
          Property.NOTHING_KNOWN,
          Property.READINGS);
  private static final List<Property> OF_SIGNS =
      List.of(
          Property.DECIDED,
          Property.ONE_BLOCK,
          Property.NO_DEAD_ROW,
          Property.NO_DEAD_LINE,
          Property.FORGETTING,
          Property.REFUSED,
          Property.READINGS);

  private final DataDictionary dictionary;
  private final RuleFiles files;

  /**
   * @param dictionary the data dictionary with which the protocols were read
   * @param files the rule files, for the exceptions that protocols declare
   */
  public Prover(DataDictionary dictionary, RuleFiles files) {
    this.dictionary = dictionary;
    this.files = files;
  }

  /**
   * Proves every protocol.
   *
   * @throws org.denba.engine.rules.RuleFileException when a file of exceptions cannot be read
   */
  public ProofReport prove(List<Protocol> protocols) {
    return new ProofReport(protocols.stream().map(this::prove).toList());
  }

  /** Proves every property of every sub-chart and derived sign of one protocol. */
  public ProtocolProof prove(Protocol protocol) {
    return prove(protocol, ProofExceptions.read(files, protocol));
  }

  private ProtocolProof prove(Protocol protocol, ProofExceptions exceptions) {
    final long start = System.nanoTime();
    InputSpace space = InputSpace.of(protocol, dictionary, exceptions.conditions());
    Encoding encoding = new PatientSearch(space).encode(protocol, "");
    List<Subject> charts =
        protocol.subCharts().stream().map(s -> Subject.of(s, encoding, space)).toList();
    List<Subject> signs =
        encoding.dependencies().derived().stream()
            .map(slot -> Subject.of(slot, encoding, space))
            .toList();
    Refutations found = new Refutations(encoding, exceptions);
    RowProofs rows = new RowProofs(encoding);
    charts.forEach(chart -> rows.all(chart, found));
    SignProofs derived = new SignProofs(encoding);
    signs.forEach(sign -> derived.all(sign, dictionary, found));
    List<Subject> all = new ArrayList<>(charts);
    all.addAll(signs);
    changes(encoding, space, all, exceptions, found);
    return new ProtocolProof(
        protocol.id(),
        protocol.digest(),
        all.stream()
            .map(s -> SubjectProof.of(s, s.isChart() ? OF_CHARTS : OF_SIGNS, found.found()))
            .toList(),
        exceptions.exceptions(),
        found.needless(signs.stream().map(Subject::id).collect(Collectors.toSet())),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /** What is proved of two patients who differ in one finding. */
  private static void changes(
      Encoding encoding,
      InputSpace space,
      List<Subject> subjects,
      ProofExceptions exceptions,
      Refutations found) {
    Map<Input, List<Subject>> dangers = new LinkedHashMap<>();
    Set<Input> inputs = new LinkedHashSet<>();
    for (Subject subject : subjects) {
      subject.inputs().stream().filter(Input::isFinding).forEach(inputs::add);
      if (subject.isChart()) {
        DangerSigns.of(subject.subChart(), encoding, space)
            .forEach(sign -> dangers.computeIfAbsent(sign, s -> new ArrayList<>()).add(subject));
      }
    }
    encoding.complete();
    exceptions.conditions().forEach(when -> encoding.condition(when, true));
    for (Input input : inputs) {
      String copy = "other " + input.name() + " ";
      encoding
          .search()
          .passing(
              copy,
              () -> {
                TwoPatients patients = new TwoPatients(encoding, space, input, copy, exceptions);
                ForgettingProof forgetting = new ForgettingProof(patients);
                forgetting.forgetting(subjects, found);
                forgetting.refused(subjects, found);
                new DangerSignProof(patients).check(dangers.getOrDefault(input, List.of()), found);
              });
    }
  }
}
