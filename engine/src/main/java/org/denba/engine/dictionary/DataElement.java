package org.denba.engine.dictionary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Interval;

/**
 * One entry of the core data dictionary.
 *
 * @param id the element's id, as clients send it ({@code respiratory-rate})
 * @param index its place in the dictionary: findings are kept in arrays of this order
 * @param type the kind of value
 * @param derived computed from other elements, never sent by a client (but for the z-scores that
 *     the dictionary lets through)
 * @param unit UCUM unit of a quantity, else empty
 * @param codes the codes of a coded element in order, or the field names of a list element, else
 *     empty
 * @param allowed the values that are used (inclusive, in {@code unit}); outside it a value counts
 *     as unknown
 * @param loinc LOINC codes
 * @param snomed SNOMED CT codes
 * @param who WHO element ids (SMART EmCare, SMART ANC)
 * @param history whether an observation of an earlier day may still be used
 * @param labels the name by language
 * @param questions what a health worker asks or does, by language; empty for derived elements
 */
public record DataElement(
    String id,
    int index,
    ElementType type,
    boolean derived,
    String unit,
    List<String> codes,
    Optional<Interval> allowed,
    List<String> loinc,
    List<String> snomed,
    List<String> who,
    boolean history,
    Map<String, String> labels,
    Map<String, String> questions) {

  DataElement at(int place) {
    return new DataElement(
        id, place, type, derived, unit, codes, allowed, loinc, snomed, who, history, labels,
        questions);
  }

  /** The label in this language, in English where the language has none, else the id. */
  public String label(String language) {
    String label = labels.get(language);
    return label != null ? label : labels.getOrDefault("en", id);
  }

  /** What to ask or do, in this language (English where it has none, else the label). */
  public String question(String language) {
    String question = questions.get(language);
    return question != null ? question : questions.getOrDefault("en", label(language));
  }

  public boolean hasCode(String code) {
    return codes.contains(code);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DataElement that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
