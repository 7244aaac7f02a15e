package org.denba.engine.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * The outcome of a proof as a table, so that it can be shown without proving again. It says which
 * digest it speaks of; of other rules it says nothing.
 */
public final class ProofFile {

  /** Where the proof of the shipped rules lies on the class path. */
  public static final String SHIPPED = "/META-INF/denba/verification.csv";

  private static final List<String> COLUMNS =
      List.of(
          "protocol",
          "digest",
          "subject",
          "kind",
          "read-combinations",
          "combinations",
          "property",
          "verdict",
          "why");
  private static final String CHART = "chart";
  private static final String SIGN = "sign";

  private final Map<String, String> digests = new LinkedHashMap<>();
  private final Map<String, Map<String, SubjectStatus>> subjects = new LinkedHashMap<>();

  private ProofFile() {}

  /** The table of a proof, as CSV with a header. */
  public static String write(ProofReport report) {
    StringBuilder text = new StringBuilder();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(COLUMNS.toArray(String[]::new)).get();
    try (CSVPrinter table = new CSVPrinter(text, format)) {
      for (ProtocolProof proof : report.protocols()) {
        for (SubjectProof subject : proof.subjects()) {
          for (var verdict : subject.verdicts().entrySet()) {
            table.printRecord(
                proof.protocol(),
                proof.digest(),
                subject.id(),
                subject.chart() ? CHART : SIGN,
                subject.readCombinations(),
                subject.combinations(),
                verdict.getKey().id(),
                verdict.getValue().name().toLowerCase(Locale.ROOT),
                why(subject, verdict.getKey()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot be written", e);
    }
    return text.toString();
  }

  private static String why(SubjectProof subject, Property property) {
    return subject.refutations().stream()
        .filter(r -> r.property() == property)
        .map(Refutation::why)
        .filter(why -> !why.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /**
   * Reads such a table.
   *
   * @throws RuleFileException naming the file and row that cannot be understood
   */
  public static ProofFile read(String name, String text) {
    ProofFile file = new ProofFile();
    RuleFiles one = path -> Optional.of(text).filter(t -> path.equals(name));
    CsvTable.read(one, name, COLUMNS).rows().forEach(file::add);
    return file;
  }

  /** The proof that lies in the jar; empty where the jar was built without one. */
  public static Optional<ProofFile> shipped() {
    try (InputStream in = ProofFile.class.getResourceAsStream(SHIPPED)) {
      return in == null
          ? Optional.empty()
          : Optional.of(read(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("'" + SHIPPED + "' cannot be read", e);
    }
  }

  private void add(CsvTable.Row row) {
    String protocol = row.required("protocol");
    digests.put(protocol, row.required("digest"));
    SubjectStatus subject =
        subjects
            .computeIfAbsent(protocol, p -> new LinkedHashMap<>())
            .computeIfAbsent(row.required("subject"), id -> subject(id, row));
    Property property =
        Property.of(row.required("property"))
            .orElseThrow(() -> row.problem("property", "is nothing that is proved"));
    subject.verdicts().put(property, verdict(row));
    if (row.has("why")) {
      subject.reasons().put(property, row.get("why"));
    }
  }

  private static SubjectStatus subject(String id, CsvTable.Row row) {
    return new SubjectStatus(
        id,
        row.get("kind").equals(CHART),
        number(row, "read-combinations"),
        number(row, "combinations"),
        new EnumMap<>(Property.class),
        new EnumMap<>(Property.class));
  }

  private static BigInteger number(CsvTable.Row row, String column) {
    if (!row.get(column).matches("\\d{1,1000}")) {
      throw row.problem(column, "'" + row.get(column) + "' is no number");
    }
    return new BigInteger(row.get(column));
  }

  private static SubjectProof.Verdict verdict(CsvTable.Row row) {
    for (SubjectProof.Verdict verdict : SubjectProof.Verdict.values()) {
      if (verdict.name().toLowerCase(Locale.ROOT).equals(row.get("verdict"))) {
        return verdict;
      }
    }
    throw row.problem("verdict", "'" + row.get("verdict") + "' is no verdict");
  }

  /** What was proved of a protocol; stale where its rules are others by now. */
  public Optional<ProofStatus> of(Protocol protocol) {
    String proved = digests.get(protocol.id());
    return proved == null
        ? Optional.empty()
        : Optional.of(
            new ProofStatus(
                protocol.id(),
                proved,
                !proved.equals(protocol.digest()),
                new ArrayList<>(subjects.get(protocol.id()).values())));
  }
}
