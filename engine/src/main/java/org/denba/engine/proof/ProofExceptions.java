package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * The exceptions that a protocol declares, each with its reason and its source.
 *
 * @param exceptions in the order of the file
 */
public record ProofExceptions(List<ProofException> exceptions) {

  /** Its file in the protocol's folder. */
  public static final String FILE = "proof-exceptions.csv";

  public ProofExceptions {
    exceptions = List.copyOf(exceptions);
  }

  /** No exception at all. */
  public static ProofExceptions none() {
    return new ProofExceptions(List.of());
  }

  /**
   * @param protocol the protocol's folder
   * @throws RuleFileException naming the file and row where a line cannot be understood
   */
  public static ProofExceptions read(RuleFiles files, String protocol) {
    String path = protocol + "/" + FILE;
    if (files.find(path).isEmpty()) {
      return none();
    }
    List<ProofException> read = new ArrayList<>();
    for (CsvTable.Row row :
        CsvTable.read(files, path, List.of("property", "what", "why", "source")).rows()) {
      read.add(
          new ProofException(
              property(row),
              row.required("what"),
              row.required("why"),
              row.required("source"),
              row.where()));
    }
    return new ProofExceptions(read);
  }

  private static Property property(CsvTable.Row row) {
    String id = row.required("property");
    return Arrays.stream(Property.values())
        .filter(property -> property.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                row.problem(
                    "property",
                    "'"
                        + id
                        + "' is nothing that is proved; write one of "
                        + Arrays.stream(Property.values())
                            .map(Property::id)
                            .collect(Collectors.joining(", "))));
  }

  /** The exception that covers a refutation. */
  Optional<ProofException> covering(Refutation refutation) {
    return exceptions.stream()
        .filter(e -> e.property() == refutation.property())
        .filter(e -> e.what().equals(refutation.what()) || e.what().equals(refutation.subject()))
        .findFirst();
  }

  /**
   * The exceptions that cover none of these refutations. A derived sign that is kept the same while
   * danger signs are looked at is an assumption of the proof and never shows up as one.
   *
   * @param signs the derived signs
   */
  List<ProofException> needless(List<Refutation> found, Set<String> signs) {
    List<ProofException> needless = new ArrayList<>(exceptions);
    needless.removeIf(e -> e.property() == Property.DANGER_SIGN && signs.contains(e.what()));
    found.forEach(refutation -> covering(refutation).ifPresent(needless::remove));
    return needless;
  }

  boolean has(Property property, String what) {
    return exceptions.stream().anyMatch(e -> e.property() == property && e.what().equals(what));
  }
}
