package org.denba.fhir.impact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.denba.engine.impact.ChangeWords;
import org.denba.engine.impact.ImpactReport;
import org.denba.engine.impact.MoveGroup;
import org.denba.engine.impact.PatientText;
import org.denba.engine.impact.SpaceChange;
import org.denba.engine.impact.UrgencyFlow;
import org.denba.engine.triage.TriageRequest;
import org.denba.fhir.protocols.LanguageTag;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The report as one page that needs nothing else: to print, to send, to keep with a version. */
public final class ImpactPage {

  private static final String TEMPLATES = "org/denba/fhir/workbench/templates/";
  private static final int MOST_FINDINGS = 10;

  private final SpringTemplateEngine engine = new SpringTemplateEngine();
  private final String language;
  private final ImpactWords words;
  private final ChangeWords changeWords;

  /**
   * What happens to one group of patients, ready to show.
   *
   * @param dangerous whether somebody may come to harm
   */
  public record ShownMove(
      String count, String protocol, String sentence, boolean dangerous, List<Who> who) {}

  /**
   * How many patients go from one urgency to another.
   *
   * @param stays whether it is the same
   */
  public record ShownFlow(String from, String to, String count, boolean stays) {}

  /**
   * One patient.
   *
   * @param name the number by which the report names the patient
   * @param line the same with what stands out
   * @param yaml the visit as the start of a case
   * @param request the visit
   */
  public record Who(String name, String line, String yaml, TriageRequest request) {}

  /** A heading with the lines below it. */
  public record Block(String heading, List<String> lines) {}

  /**
   * @param language language of the page
   */
  public ImpactPage(String language) {
    this(language, RuleNames.IDS);
  }

  /**
   * @param language language of the page
   * @param names what ids are called
   */
  public ImpactPage(String language, RuleNames names) {
    this.language = LanguageTag.language(language).orElse(LanguageTag.DEFAULT);
    this.words = ImpactWords.of(language, names);
    this.changeWords = ChangeWords.of(language);
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix(TEMPLATES);
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    engine.setTemplateResolver(resolver);
  }

  /** The page. */
  public String of(ImpactReport report, ImpactSource source) {
    Context page = new Context(Locale.forLanguageTag(language), parts(report, source));
    page.setVariable("language", language);
    return engine.process("report/impact", page);
  }

  /** What the parts of the page show, by the name that its template has for it. */
  public Map<String, Object> parts(ImpactReport report, ImpactSource source) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("w", words);
    parts.put("report", report);
    parts.put("source", source);
    parts.put("summary", summary(report, source));
    parts.put(
        "pictures",
        List.of(FlowPicture.of(report.flows(), words), FlowPicture.narrow(report.flows(), words)));
    parts.put("flows", report.flows().stream().map(this::flow).toList());
    parts.put("moves", report.moves().stream().map(m -> shown(m, source)).toList());
    parts.put("cases", cases(report));
    parts.put("space", report.space().stream().map(this::space).toList());
    parts.put("changes", report.changes().changes().stream().map(changeWords::sentence).toList());
    parts.put(
        "unreadable",
        report.unreadable().stream()
            .map(bad -> words.get("line", bad.number(), bad.problem()))
            .toList());
    return parts;
  }

  private List<String> summary(ImpactReport report, ImpactSource source) {
    var count = report.count();
    List<String> lines = new ArrayList<>();
    if (report.isNothing()) {
      lines.add(words.get("nothing"));
    }
    lines.add(
        words.get("summary.dangerous", count.dangerous(), percent(report, count.dangerous())));
    lines.add(
        words.get("summary.less-urgent", count.lessUrgent(), percent(report, count.lessUrgent())));
    lines.add(
        words.get(
            "summary.changed",
            count.changed(),
            percent(report, count.changed()),
            count.clinical()));
    lines.add(words.get("summary", count.patients(), count.compared(), count.skipped()));
    lines.add(
        source.synthetic()
            ? words.get("summary.synthetic", String.valueOf(source.seed()))
            : words.get("summary.file"));
    return lines;
  }

  private String percent(ImpactReport report, long part) {
    return words.percent(part, report.count().compared());
  }

  private ShownFlow flow(UrgencyFlow flow) {
    return new ShownFlow(
        words.urgency(flow.from()),
        words.urgency(flow.to()),
        words.get("{0}", flow.count()),
        flow.stays());
  }

  private ShownMove shown(MoveGroup group, ImpactSource source) {
    List<Who> who = new ArrayList<>();
    for (MoveGroup.Example example : group.examples()) {
      var patient = example.patient();
      String line = String.join(", ", words.names().patient(patient.request(), MOST_FINDINGS));
      if (group.move().from().isEmpty() && !example.from().isEmpty()) {
        line += ": " + words.get("from-to", example.from(), example.to());
      }
      String key = source.synthetic() ? "patient" : "line";
      who.add(
          new Who(
              words.get(key, patient.number(), "").strip(),
              words.get(key, patient.number(), line),
              PatientText.yaml(
                  patient.request(), key + "-" + patient.number(), words.sentence(group)),
              patient.request()));
    }
    return new ShownMove(
        words.get("{0}", group.count()),
        words.names().protocol(group.move().protocol()),
        words.sentence(group),
        group.move().kind().isDangerous(),
        who);
  }

  private List<String> cases(ImpactReport report) {
    return report.cases().stream().map(words::sentence).toList();
  }

  private Block space(SpaceChange change) {
    return new Block(words.sentence(change), change.moves().stream().map(words::sentence).toList());
  }
}
