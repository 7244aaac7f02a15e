package org.denba.fhir.workbench;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.LanguageTag;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page: the one that the address asks for ({@code ?language=fr}), else what the
 * browser prefers. Kept in links, not in a session.
 */
final class PageLanguage implements LocaleResolver {

  /** The parameter of the address. */
  static final String PARAMETER = "language";

  /** The languages that the pages' own words are in. */
  static final List<String> OF_THE_PAGES = List.of("en", "fr");

  private final ActiveRules active;

  PageLanguage(ActiveRules active) {
    this.active = active;
  }

  /** The languages that a reader can choose: those of the rules that the pages speak too. */
  List<String> served() {
    if (!active.loaded()) {
      return OF_THE_PAGES;
    }
    List<String> rules = active.required().languages();
    return OF_THE_PAGES.stream().filter(rules::contains).toList();
  }

  /** The language that the address asks for; empty where it names none that is served. */
  Optional<String> asked(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter(PARAMETER))
        .flatMap(LanguageTag::language)
        .filter(served()::contains);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return Locale.forLanguageTag(
        asked(request)
            .orElseGet(
                () ->
                    LanguageTag.preferred(
                        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), served())));
  }

  @Override
  public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
    throw new UnsupportedOperationException("the language stands in the address");
  }
}
