package org.denba.engine.second;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A condition of a rule file.
 *
 * @param leaves the predicates in it
 * @param meaning what it says of a patient
 */
record PlainCondition(List<Leaf> leaves, Function<Picture, Truth> meaning) {

  /** A predicate and its arguments, as the file writes them. */
  record Leaf(String name, List<String> arguments) {}

  static PlainCondition all(List<PlainCondition> parts) {
    return new PlainCondition(
        leaves(parts),
        patient -> {
          Truth all = Truth.YES;
          for (PlainCondition part : parts) {
            all = all.and(part.of(patient));
          }
          return all;
        });
  }

  static PlainCondition any(List<PlainCondition> parts) {
    return new PlainCondition(
        leaves(parts),
        patient -> {
          Truth any = Truth.NO;
          for (PlainCondition part : parts) {
            any = any.or(part.of(patient));
          }
          return any;
        });
  }

  private static List<Leaf> leaves(List<PlainCondition> parts) {
    return parts.stream().flatMap(part -> part.leaves().stream()).toList();
  }

  /** The elements that it reads, those of nested predicates among them. */
  Stream<String> elements() {
    return leaves.stream()
        .flatMap(
            leaf ->
                switch (leaf.name()) {
                  case "yes",
                      "no",
                      "answer",
                      "is",
                      "notDone",
                      "notNeeded",
                      "blank",
                      "known",
                      "noValue",
                      "atLeast",
                      "above",
                      "atMost",
                      "below" ->
                      Stream.of(leaf.arguments().get(0));
                  case "countYes" -> leaf.arguments().stream().skip(1);
                  default -> Stream.of();
                });
  }

  Truth of(Picture patient) {
    return meaning.apply(patient);
  }
}
