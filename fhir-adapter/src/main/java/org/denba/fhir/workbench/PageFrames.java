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
    String language = locale.getLanguage();
    List<PageFrame.LanguageSwitch> switches =
        languages.served().stream().map(each -> switchTo(each, language, request)).toList();
    if (!active.loaded()) {
      return new PageFrame(language, switches, false, null, true, null, List.of());
    }
    List<ProtocolDescription> protocols = views.of(active.required()).protocols(language);
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
      String language, String current, HttpServletRequest request) {
    Locale locale = Locale.forLanguageTag(language);
    String name = locale.getDisplayLanguage(locale);
    return new PageFrame.LanguageSwitch(
        language,
        name.substring(0, 1).toUpperCase(locale) + name.substring(1),
        address(request, language),
        language.equals(current));
  }

  /** This address in another language; a form that was sent becomes the page that it stands on. */
  private static String address(HttpServletRequest request, String language) {
    String query = request.getQueryString();
    String others =
        query == null
            ? ""
            : List.of(query.split("&")).stream()
                .filter(part -> !part.isEmpty() && !part.startsWith(PageLanguage.PARAMETER + "="))
                .collect(Collectors.joining("&"));
    String page = request.getRequestURI() + (others.isEmpty() ? "" : "?" + others);
    return PageLinks.with(page, language);
  }
}
