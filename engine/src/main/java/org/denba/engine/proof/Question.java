package org.denba.engine.proof;

import java.util.Collection;
import java.util.List;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.Protocol;

/**
 * Something that must be said of a patient whom two readings of a protocol answer differently, with
 * everything that can be said of it.
 *
 * @param name the element, the parameter, or the row of an earlier visit; empty for setting and
 *     visit
 * @param kind what it is
 * @param words what can be said, in the words of case files, {@code unknown} for nothing; numbers
 *     stand on both sides of each bound
 */
public record Question(String name, Kind kind, List<String> words) {

  /** What a question is about. */
  public enum Kind {
    FINDING,
    PARAMETER,
    SETTING,
    VISIT,
    EARLIER
  }

  public Question {
    words = List.copyOf(words);
  }

  /** What can be said of some elements that are collected, as far as a protocol tells it apart. */
  public static List<Question> of(
      Protocol protocol, DataDictionary dictionary, Collection<String> elements) {
    InputSpace space = InputSpace.of(protocol, dictionary);
    return elements.stream()
        .flatMap(id -> dictionary.element(id).stream())
        .filter(element -> !element.derived())
        .map(element -> of(space.finding(element.index())))
        .toList();
  }

  static Question of(Input input) {
    String name =
        input.kind() == Input.Kind.EARLIER
            ? input.name().substring("earlier ".length())
            : input.name();
    return new Question(
        name,
        Kind.valueOf(input.kind().name()),
        input.states().stream()
            .filter(state -> state.kind() != InputState.Kind.VAGUE)
            .map(InputState::words)
            .toList());
  }
}
