package org.denba.fhir.workbench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.denba.fhir.activation.ChangeReviews;
import org.denba.fhir.activation.ProposedChange;
import org.denba.fhir.activation.StoredVersions;
import org.denba.fhir.protocols.LoadedRules;

/**
 * The rules besides those that answer: older versions, and changes that wait for a reviewer. They
 * are read in the background. Thread-safe.
 */
public final class OtherRules implements AutoCloseable {

  private static final String VERSION = "version";
  private static final String CHANGE = "change";
  private static final int KEPT = 2;

  private final StoredVersions versions;
  private final ChangeReviews reviews;
  private final Background<LoadedRules> loaded = new Background<>("other rules", KEPT);

  OtherRules(StoredVersions versions, ChangeReviews reviews) {
    this.versions = versions;
    this.reviews = reviews;
  }

  /**
   * Rules that can be chosen.
   *
   * @param kind {@code version} or {@code change}
   * @param number the version's number or the change's id
   * @param about why they were made
   */
  public record Choice(String kind, String number, String about) {

    /** How addresses name them. */
    public String key() {
      return kind + "-" + number;
    }
  }

  /**
   * Chosen rules, as far as they are there.
   *
   * @param choice which
   * @param rules the rules, still being read, or why they cannot be
   */
  public record Chosen(Choice choice, Background.Result<LoadedRules> rules) {}

  /** The rules that can be chosen: changes that wait, then versions, the newest first. */
  public List<Choice> choices() {
    return Stream.concat(
            reviews.all().stream().filter(ProposedChange::waits).map(OtherRules::choice),
            versions.all().stream().filter(each -> !each.active()).map(OtherRules::choice))
        .toList();
  }

  /** How addresses name the rules of a change. */
  public static String key(ProposedChange change) {
    return choice(change).key();
  }

  private static Choice choice(ProposedChange change) {
    return new Choice(CHANGE, change.id(), change.reason());
  }

  private static Choice choice(StoredVersions.Stored version) {
    return new Choice(VERSION, String.valueOf(version.number()), version.reason());
  }

  /** The rules that an address names; empty where there are none of this name. */
  public Optional<Chosen> find(String key) {
    String number = key.substring(key.indexOf('-') + 1);
    if (key.equals(CHANGE + "-" + number)) {
      return reviews
          .find(number)
          .map(
              change ->
                  new Chosen(
                      choice(change),
                      loaded.of(key + change.state(), () -> reviews.rules(change).after())));
    }
    return versions.all().stream()
        .filter(version -> choice(version).key().equals(key))
        .findFirst()
        .map(
            version ->
                new Chosen(
                    choice(version), loaded.of(key, () -> versions.rules(version.number()))));
  }

  @Override
  public void close() {
    loaded.close();
  }
}
