package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.growth.Sex;
import org.denba.engine.protocol.Protocol;

/**
 * One patient under one protocol: what was found, as the rules read it, and what there is to say
 * about how it was read.
 */
final class Encounter {

  private final Protocol protocol;
  private final Assessment assessment;
  private final Finding[] findings;
  private final LocalDate date;
  private final Optional<PatientAge> age;
  private final Sex sex;
  private final List<Notice> notices = new ArrayList<>();
  private final BitSet refused = new BitSet();
  private final Map<Integer, List<DataElement>> awaited = new HashMap<>();
  private boolean weightInflated;

  Encounter(
      Protocol protocol,
      Assessment assessment,
      int elements,
      LocalDate date,
      Optional<PatientAge> age,
      Sex sex) {
    this.protocol = protocol;
    this.assessment = assessment;
    this.findings = new Finding[elements];
    this.date = date;
    this.age = age;
    this.sex = sex;
  }

  Protocol protocol() {
    return protocol;
  }

  Assessment assessment() {
    return assessment;
  }

  LocalDate date() {
    return date;
  }

  Optional<PatientAge> age() {
    return age;
  }

  Sex sex() {
    return sex;
  }

  /** What was found for an element, or null. */
  Finding finding(int slot) {
    return slot < findings.length ? findings[slot] : null;
  }

  void found(int slot, Finding finding) {
    findings[slot] = finding;
  }

  /**
   * A value was sent that no patient can have: the element is unknown, and nothing may stand in for
   * it.
   */
  void refuse(int slot) {
    refused.set(slot);
  }

  boolean isRefused(int slot) {
    return refused.get(slot);
  }

  boolean weightInflated() {
    return weightInflated;
  }

  void weightIsInflated() {
    weightInflated = true;
  }

  /** What must be known before a computed element is certain. */
  void awaits(int slot, List<DataElement> elements) {
    awaited.put(slot, elements);
  }

  List<DataElement> awaited(int slot) {
    return awaited.getOrDefault(slot, List.of());
  }

  OptionalDouble quantity(int slot) {
    return finding(slot) instanceof Finding.Quantity quantity && quantity.value().isPoint()
        ? OptionalDouble.of(quantity.value().low())
        : OptionalDouble.empty();
  }

  void notice(Notice notice) {
    notices.add(notice);
  }

  List<Notice> notices() {
    return notices;
  }
}
