package org.denba.fhir.live;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.workbench.RulesViews;
import org.denba.fhir.workbench.WorkbenchPage;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /live}: what was triaged on this service, for people. */
@WorkbenchPage
class LivePage {

  private final LiveReports reports;
  private final ActiveRules active;
  private final RulesViews views;
  private final MessageSource words;

  LivePage(LiveReports reports, ActiveRules active, RulesViews views, MessageSource words) {
    this.reports = reports;
    this.active = active;
    this.views = views;
    this.words = words;
  }

  /**
   * @param rows the protocol of which the rows are listed, or null for none: all of them would be a
   *     long page for a slow link
   */
  @GetMapping("/live")
  String live(@RequestParam(required = false) String rows, Model model, Locale locale) {
    List<ProtocolDescription> protocols =
        views.of(active.required()).protocols(locale.getLanguage());
    LiveReport report = reports.report(protocols);
    LiveView view = new LiveView(report, protocols);
    UnaryOperator<String> hour = instant -> hour(instant, locale);
    model.addAttribute("report", report);
    model.addAttribute("since", hour.apply(report.since()));
    model.addAttribute("zone", reports.zone().getId());
    model.addAttribute("hours", Plot.of(report.hours(), hour));
    model.addAttribute("days", Plot.of(report.days(), day -> day(day, locale)));
    model.addAttribute(
        "protocols",
        LiveView.lines(
            report.protocols(),
            id -> view.title(id).orElseGet(() -> word("live.protocol.", id, locale))));
    model.addAttribute(
        "settings", LiveView.lines(report.settings(), id -> word("live.setting.", id, locale)));
    model.addAttribute("ages", LiveView.lines(report.ages(), id -> word("live.age.", id, locale)));
    model.addAttribute(
        "districts",
        LiveView.districts(report.districts(), id -> word("live.district.", id, locale)));
    model.addAttribute("missing", view.missing());
    model.addAttribute("rows", view.rows());
    model.addAttribute("listed", rows);
    return "live";
  }

  /** The page's word for a code; the code itself where it has none, as districts have. */
  private String word(String prefix, String code, Locale locale) {
    return words.getMessage(prefix + code, null, code, locale);
  }

  private String hour(String instant, Locale locale) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .format(Instant.parse(instant).atZone(reports.zone()));
  }

  private static String day(String day, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(locale)
        .format(LocalDate.parse(day));
  }
}
