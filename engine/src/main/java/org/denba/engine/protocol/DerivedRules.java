package org.denba.engine.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.rules.ProblemList;

/** Reads {@code derived.drl}: which rule makes which derived element true, or gives it a code. */
final class DerivedRules {

  private static final List<String> ANNOTATIONS =
      List.of("Derives", "Code", "Source", "ProvedOnly");

  private final DataDictionary dictionary;
  private final KnownTexts known;
  private final Problems problems;
  private final Set<String> inVain = new HashSet<>();

  /** Takes a rule that can be used. */
  interface Taker {
    void take(DroolsRule rule, int target, int code);
  }

  /**
   * @param known texts that need not be read again
   */
  DerivedRules(DataDictionary dictionary, KnownTexts known, Problems problems) {
    this.dictionary = dictionary;
    this.known = known;
    this.problems = problems;
  }

  /**
   * @return whether every rule could be told from the others
   */
  boolean read(String path, String text, Taker taker) {
    ProblemList unread = new ProblemList();
    unread.collect(
        () ->
            known
                .rules(path, text, unread, DroolsRuleReader::drl)
                .forEach(rule -> problems.collect(rule.where(), () -> rule(rule, taker))));
    unread.found().forEach(problem -> problems.add(problem.where(), problem.says()));
    return unread.isEmpty();
  }

  /** The elements that a rule derives which cannot be used. */
  Set<String> inVain() {
    return inVain;
  }

  private void rule(DroolsRule rule, Taker taker) {
    String id = rule.annotation("Derives");
    inVain.add(id);
    for (String annotation : rule.annotations().keySet()) {
      if (!ANNOTATIONS.contains(annotation)) {
        throw new ConditionException(
            "'@"
                + annotation
                + "' says nothing here"
                + meant(annotation, ANNOTATIONS)
                + "; there are @"
                + String.join(", @", ANNOTATIONS));
      }
    }
    if (id.isEmpty()) {
      throw new ConditionException("the rule has no @Derives: name the element that it makes true");
    }
    DataElement element =
        dictionary
            .element(id)
            .orElseThrow(
                () ->
                    new ConditionException(
                        "'"
                            + id
                            + "' is no data element"
                            + dictionary
                                .nearest(id)
                                .map(near -> ", perhaps '" + near + "'")
                                .orElse("")
                            + ": add it to "
                            + DataDictionary.FILE));
    if (!element.derived()) {
      throw new ConditionException(
          "'" + id + "' is collected, not derived: a rule cannot make it true");
    }
    int code = -1;
    if (element.type() == ElementType.CODED) {
      code = element.codes().indexOf(rule.annotation("Code"));
      if (code < 0) {
        throw new ConditionException(
            "'"
                + rule.annotation("Code")
                + "' is no code of '"
                + id
                + "'"
                + meant(rule.annotation("Code"), element.codes())
                + "; its codes are "
                + String.join(", ", element.codes()));
      }
    }
    if (rule.annotation("Source").isEmpty()) {
      throw new ConditionException("the rule has no @Source");
    }
    inVain.remove(id);
    taker.take(rule, element.index(), code);
  }

  private static String meant(String word, List<String> known) {
    return NearestId.of(word, known).map(near -> ", perhaps '" + near + "'").orElse("");
  }
}
