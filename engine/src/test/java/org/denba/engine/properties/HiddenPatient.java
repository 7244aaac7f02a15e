package org.denba.engine.properties;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.growth.Sex;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.protocol.ProtocolDescription.ElementDescription;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;

/**
 * A patient of any protocol whose whole truth is drawn at random from the dictionary: what is told
 * is a part of it.
 */
final class HiddenPatient {

  /** Ages in days that each protocol covers; women are not asked for theirs. */
  private static final Map<String, int[]> AGES =
      Map.of(
          "imci-child", new int[] {62, 1800},
          "imci-young-infant", new int[] {0, 58},
          "iccm-community", new int[] {62, 1800},
          "postnatal-newborn", new int[] {0, 28},
          "immunisation", new int[] {0, 1800});

  private static final List<String> COMMUNITY = List.of("iccm-community", "postnatal-newborn");

  private final Random random;
  private final ProtocolDescription protocol;
  private final Map<String, ElementDescription> elements = new HashMap<>();
  private final Map<String, Finding> truth = new LinkedHashMap<>();
  private final double yes;
  private final Patient patient;
  private final String setting;
  private final List<TriageRequest.EarlierRow> earlier;

  /**
   * @param yes how often a sign is present
   */
  HiddenPatient(ProtocolDescription protocol, Random random, double yes) {
    this.protocol = protocol;
    this.random = random;
    this.yes = yes;
    protocol.dataElements().forEach(element -> elements.put(element.id(), element));
    int[] ages = AGES.get(protocol.id());
    LocalDate birth =
        ages == null
            ? null
            : BuiltIn.TODAY.minusDays(ages[0] + random.nextInt(ages[1] - ages[0] + 1));
    this.patient =
        new Patient(
            null,
            birth,
            ages == null ? null : random.nextBoolean() ? Sex.FEMALE : Sex.MALE,
            null,
            null,
            null,
            false,
            null,
            null,
            null);
    this.earlier = random.nextInt(4) == 0 ? earlier() : List.of();
    this.setting =
        COMMUNITY.contains(protocol.id()) || random.nextInt(3) == 0
            ? TriageRequest.COMMUNITY
            : TriageRequest.FACILITY;
  }

  /** A row that a visit three days ago reported. */
  private List<TriageRequest.EarlierRow> earlier() {
    List<String> rows =
        protocol.charts().stream()
            .flatMap(chart -> chart.rows().stream())
            .map(ProtocolDescription.RowDescription::rule)
            .distinct()
            .toList();
    return List.of(
        new TriageRequest.EarlierRow(
            rows.get(random.nextInt(rows.size())), BuiltIn.TODAY.minusDays(3)));
  }

  /** The request in which only this is told. */
  TriageRequest request(Map<String, Finding> told) {
    return new TriageRequest(
        null,
        protocol.id(),
        setting,
        BuiltIn.TODAY,
        "en",
        earlier.isEmpty() ? TriageRequest.INITIAL : TriageRequest.FOLLOW_UP,
        earlier,
        patient,
        Map.of(),
        told,
        List.of(),
        null);
  }

  /** What is true of an element; always the same answer. */
  Finding truth(String element) {
    return truth.computeIfAbsent(element, this::draw);
  }

  /** A part of the truth. */
  Map<String, Finding> some(double share) {
    Map<String, Finding> told = new LinkedHashMap<>();
    for (ElementDescription element : protocol.dataElements()) {
      if (!BuiltIn.PATIENT.contains(element.id()) && random.nextDouble() < share) {
        told.put(element.id(), truth(element.id()));
      }
    }
    return told;
  }

  private Finding draw(String id) {
    if (id.equals("pregnant")) {
      // else no protocol for pregnant women fits
      return new Finding.Answer(true);
    }
    if (id.equals("card-seen")) {
      // without the card the history stays unknown, and the answer open
      return new Finding.Code("yes");
    }
    ElementDescription element = elements.get(id);
    return switch (element.type()) {
      case "boolean" -> new Finding.Answer(random.nextDouble() < yes);
      case "coded" -> code(element);
      case "quantity" -> quantity(element);
      case "date" -> new Finding.Day(BuiltIn.TODAY.minusDays(random.nextInt(250)));
      case "list" -> new Finding.Entries(List.of());
      default -> new Finding.Code("text");
    };
  }

  private Finding code(ElementDescription element) {
    List<String> codes = element.codes().stream().filter(code -> !OPEN.contains(code)).toList();
    if (codes.isEmpty()) {
      // a code of a list that the dictionary does not hold (a district)
      return new Finding.Code("somewhere");
    }
    return new Finding.Code(codes.get(random.nextInt(codes.size())));
  }

  /** Codes that say that nobody knows yet: an honest answer, but it settles nothing. */
  private static final List<String> OPEN =
      List.of("invalid", "not-yet-done", "not-done", "asked-not-known");

  private Finding quantity(ElementDescription element) {
    double low = element.allowed().isEmpty() ? 0 : element.allowed().get(0);
    double high = element.allowed().isEmpty() ? 100 : element.allowed().get(1);
    double value = low + random.nextDouble() * (high - low);
    boolean tenths =
        "Cel".equals(element.unit())
            || "kg".equals(element.unit())
            || "{Zscore}".equals(element.unit());
    return new Finding.Quantity(
        Interval.point(tenths ? Math.round(value * 10) / 10.0 : Math.rint(value)));
  }

  @Override
  public String toString() {
    return protocol.id() + " " + setting + " " + patient + " " + truth;
  }
}
