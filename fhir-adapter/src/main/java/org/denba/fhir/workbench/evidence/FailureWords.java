package org.denba.fhir.workbench.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.fhir.workbench.booklet.Booklet;
import org.denba.fhir.workbench.booklet.ChartView;

/**
 * Says what a case expects, and what it got, in the words of the booklet. What has none is shown as
 * the case files say it, in English.
 *
 * @param booklet the words
 * @param dictionary the data elements
 */
public record FailureWords(Booklet booklet, DataDictionary dictionary) {

  /** With which words a line of a failure can begin; the longer before the shorter. */
  private static final List<String> HEADS =
      List.of(
          "proved no other than",
          "not proved or not ruled out",
          "proved or not ruled out",
          "not ruled out no other than",
          "not ruled out",
          "not proved",
          "proved",
          "provisional",
          "asks no other than",
          "asks",
          "recommends no other than",
          "not recommends",
          "recommends",
          "urgency",
          "could-be",
          "referral",
          "also");

  /**
   * A side of a difference.
   *
   * @param text what is said
   * @param english whether it stands there as the case files say it
   */
  public record Said(String text, boolean english) {}

  /** One side of a difference in words. */
  public Said say(String line) {
    String plain = line.replaceAll("[\\[\\]]", "").strip();
    for (String head : HEADS) {
      if (plain.equals(head) || plain.startsWith(head + " ")) {
        String names = names(plain.substring(head.length()).strip()).orElse(word("expect.nothing"));
        return new Said(word("expect." + head.replace(' ', '-'), names), false);
      }
    }
    return names(plain)
        .filter(names -> !names.equals(plain))
        .map(names -> new Said(names, false))
        .orElse(new Said(line, !line.isEmpty()));
  }

  /** Ids as people call them; empty where there is none. */
  private Optional<String> names(String ids) {
    List<String> names = new ArrayList<>();
    for (String id : ids.split(",\\s*")) {
      if (!id.isEmpty()) {
        names.add(name(id));
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(word("list.next"), names));
  }

  private String name(String id) {
    String urgency = booklet.words().messageOrNothing("urgency." + id);
    if (!urgency.isEmpty()) {
      return urgency;
    }
    return booklet
        .row(id)
        .map(ChartView.RowView::label)
        .map(label -> label + " (" + id + ")")
        .or(() -> dictionary.element(id).map(this::label))
        .orElse(id);
  }

  private String label(DataElement element) {
    return element.label(booklet.description().language());
  }

  private String word(String key, Object... values) {
    return booklet.words().message(key, values);
  }
}
