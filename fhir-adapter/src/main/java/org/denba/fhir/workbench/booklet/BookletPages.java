package org.denba.fhir.workbench.booklet;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.workbench.NoSuch;
import org.denba.fhir.workbench.RulesView;
import org.denba.fhir.workbench.RulesViews;
import org.denba.fhir.workbench.WorkbenchPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the chart booklet. */
@WorkbenchPage
class BookletPages {

  private final ActiveRules active;
  private final RulesViews views;

  BookletPages(ActiveRules active, RulesViews views) {
    this.active = active;
    this.views = views;
  }

  @GetMapping("/booklet")
  String all(Model model, Locale locale) {
    model.addAttribute("booklets", view().booklets(locale.getLanguage()));
    return "booklet";
  }

  @GetMapping("/booklet/{protocol}")
  String protocol(@PathVariable String protocol, Model model, Locale locale) {
    show(protocol, model, locale);
    return "protocol";
  }

  @GetMapping("/booklet/{protocol}/{chart}")
  String chart(
      @PathVariable String protocol, @PathVariable String chart, Model model, Locale locale) {
    Booklet booklet = show(protocol, model, locale);
    model.addAttribute("chart", booklet.requiredChart(chart));
    model.addAttribute("coverage", view().coverage(protocol));
    return "chart";
  }

  /** All charts of a protocol for printing; a long protocol comes in parts. */
  @GetMapping("/print/{protocol}")
  String print(
      @PathVariable String protocol,
      @RequestParam(defaultValue = "1") String part,
      Model model,
      Locale locale) {
    Booklet booklet = show(protocol, model, locale);
    List<List<ChartView>> parts = booklet.parts();
    List<String> numbers =
        IntStream.rangeClosed(1, parts.size()).mapToObj(String::valueOf).toList();
    if (!numbers.contains(part)) {
      throw NoSuch.problem("part", part, numbers);
    }
    model.addAttribute("parts", numbers);
    model.addAttribute("part", part);
    model.addAttribute("charts", parts.get(numbers.indexOf(part)));
    return "print";
  }

  @GetMapping("/doses/{protocol}")
  String doses(@PathVariable String protocol, Model model, Locale locale) {
    show(protocol, model, locale);
    return "doses";
  }

  @GetMapping("/calendar/{protocol}")
  String calendar(@PathVariable String protocol, Model model, Locale locale) {
    Booklet booklet = show(protocol, model, locale);
    if (booklet.calendar().lines().isEmpty()) {
      throw new ProblemException(
          ProblemKind.NOT_FOUND, "the protocol " + protocol + " has no vaccination calendar");
    }
    return "calendar";
  }

  @GetMapping("/parameters/{protocol}")
  String parameters(@PathVariable String protocol, Model model, Locale locale) {
    show(protocol, model, locale);
    return "parameters";
  }

  private Booklet show(String protocol, Model model, Locale locale) {
    Booklet booklet = view().requiredBooklet(protocol, locale.getLanguage());
    model.addAttribute("booklet", booklet);
    model.addAttribute("protocol", booklet.description());
    return booklet;
  }

  private RulesView view() {
    return views.of(active.required());
  }
}
