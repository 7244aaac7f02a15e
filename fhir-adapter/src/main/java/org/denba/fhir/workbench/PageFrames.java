package org.denba.fhir.workbench;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.fhir.protocols.ActiveRules;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the {@link PageFrame} into the model of every page, as {@code frame}. */
@ControllerAdvice(annotations = WorkbenchPage.class)
public class PageFrames {

  /** The name under which templates find it. */
  public static final String FRAME = "frame";

  private static final String DRAFT = "draft";

  private final ActiveRules active;
  private final PageLanguage languages;
  private final RulesViews views;

  PageFrames(ActiveRules active, PageLanguage languages, RulesViews views) {
    this.active = active;
    this.languages = languages;
    this.views = views;
  }

  /** The frame of the page that is asked for. */
  @ModelAttribute(FRAME)
  public PageFrame frame(HttpServletRequest request, Locale locale) {
    return frame(request.getRequestURI(), request.getQueryString(), locale);
  }

  /**
   * The frame of a page at another address than the one that was called: the answer to a form is
   * the page that holds what the form said.
   */
  public PageFrame frame(String page, String query, Locale locale) {
    String language = locale.getLanguage();
    List<PageFrame.LanguageSwitch> switches =
        languages.served().stream().map(each -> switchTo(each, language, page, query)).toList();
    if (!active.loaded()) {
      return new PageFrame(language, switches, false, null, true, null, List.of());
    }
    RulesView view = views.of(active.required());
    // who reads one page will ask what holds the rules: by then it should be known
    view.warm();
    List<ProtocolDescription> protocols = view.protocols(language);
    String overlay =
        protocols.stream()
            .map(ProtocolDescription::overlay)
            .filter(Objects::nonNull)
            .map(ref -> ref.id() + " " + ref.version())
            .findFirst()
            .orElse(null);
    // the least approved protocol speaks for all of them
    ProtocolDescription least =
        protocols.stream()
            .filter(protocol -> protocol.approval().equals(DRAFT))
            .findFirst()
            .orElse(protocols.get(0));
    return new PageFrame(
        language,
        switches,
        true,
        least.approvalText(),
        least.approval().equals(DRAFT),
        overlay,
        protocols.stream()
            .map(
                each ->
                    new PageFrame.ProtocolLine(
                        each.id(), each.title(), each.version(), each.digest(), each.approval()))
            .toList());
  }

  private static PageFrame.LanguageSwitch switchTo(
      String language, String current, String page, String query) {
    Locale locale = Locale.forLanguageTag(language);
    String name = locale.getDisplayLanguage(locale);
    return new PageFrame.LanguageSwitch(
        language,
        name.substring(0, 1).toUpperCase(locale) + name.substring(1),
        address(page, query, language),
        language.equals(current));
  }

  private static String address(String page, String query, String language) {
    String others =
        query == null
            ? ""
            : List.of(query.split("&")).stream()
                .filter(part -> !part.isEmpty() && !part.startsWith(PageLanguage.PARAMETER + "="))
                .collect(Collectors.joining("&"));
    return PageLinks.with(page + (others.isEmpty() ? "" : "?" + others), language);
  }
}
