package org.denba.engine.immunisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.condition.Condition;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/** A vaccination calendar, with the way to read what was given. Immutable. */
public final class VaccineSchedule {

  private static final String AGE = "age-days";

  private final VaccinationSettings settings;
  private final List<Vaccine> vaccines;
  private final DataElement age;

  private VaccineSchedule(VaccinationSettings settings, List<Vaccine> vaccines, DataElement age) {
    this.settings = settings;
    this.vaccines = vaccines;
    this.age = age;
  }

  /**
   * What the calendar says of a child.
   *
   * @param vaccines each vaccine of the calendar
   * @param remarks what there is to say about how the doses were read
   */
  public record Result(List<VaccineAnswer> vaccines, List<DoseRemark> remarks) {}

  /**
   * Reads {@code schedule.csv} and {@code vaccination.csv} of a protocol.
   *
   * @param folder the protocol's folder
   * @param conditions reads a condition of the rules
   * @param parameters the protocol's parameters with their defaults
   * @return empty where the protocol has no calendar
   * @throws RuleFileException naming file, row and column of what cannot be used
   */
  public static Optional<VaccineSchedule> read(
      RuleFiles files,
      String folder,
      DataDictionary dictionary,
      Function<String, Condition> conditions,
      ParameterValues parameters) {
    if (files.find(folder + "/" + ScheduleReader.FILE).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new VaccineSchedule(
            VaccinationSettings.read(files, folder, dictionary, conditions, parameters::has),
            new ScheduleReader(dictionary, conditions, parameters).read(files, folder),
            dictionary.element(AGE).orElseThrow()));
  }

  /**
   * Whether it is proved that another calendar says the same of every child; of one that is not
   * proved to do so nothing is said.
   *
   * @param values every number that a parameter may have
   * @param belowMonths the age in months that no child has reached
   */
  public boolean saysTheSameAs(
      VaccineSchedule other, Function<String, Collection<Double>> values, double belowMonths) {
    double grace =
        values.apply(settings.graceDays()).stream().mapToDouble(days -> days).max().orElseThrow();
    return settings.equals(other.settings)
        && new CalendarComparison(values, belowMonths, (int) grace)
            .areSame(vaccines, other.vaccines);
  }

  public List<Vaccine> vaccines() {
    return vaccines;
  }

  /** The list element with the doses. */
  public DataElement doses() {
    return settings.doses();
  }

  /** The element with the child's district. */
  public DataElement district() {
    return settings.district();
  }

  /** What a statement about one vaccine rests on, in the order in which it is asked. */
  public List<DataElement> restsOn(Vaccine vaccine) {
    List<DataElement> elements = new ArrayList<>(List.of(settings.askedWith(), settings.doses()));
    if (!vaccine.districts().isEmpty()) {
      elements.add(settings.district());
    }
    elements.add(age);
    return elements;
  }

  /** What a derived element of this calendar rests on; empty for any other element. */
  public List<DataElement> restsOn(int slot) {
    for (Vaccine vaccine : vaccines) {
      if (vaccine.next().index() == slot
          || vaccine.status().index() == slot
          || vaccine.comeBack().index() == slot) {
        return restsOn(vaccine);
      }
    }
    return List.of();
  }

  /**
   * @param assessment the assessment, with the collected findings written
   * @param doses what was found for the list of doses, or null
   * @param child age and district
   */
  public Result assess(Assessment assessment, Finding doses, Child child) {
    VaccineHistory history = VaccineHistory.read(settings, vaccines, assessment, doses, child);
    Child narrowed = history.first().map(child::bornBy).orElse(child);
    List<DoseRemark> remarks = new ArrayList<>(history.remarks());
    ChildVaccines childVaccines =
        new ChildVaccines(settings, age, assessment, history, narrowed, remarks);
    List<VaccineAnswer> answers = vaccines.stream().map(childVaccines::answer).toList();
    return new Result(answers, List.copyOf(remarks));
  }
}
