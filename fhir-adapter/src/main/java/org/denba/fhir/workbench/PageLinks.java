package org.denba.fhir.workbench;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Keeps the language that a reader chose in every link of a page ({@code @{/booklet}}). */
final class PageLinks extends StandardLinkBuilder {

  private static final String ASSETS = "/assets/";

  private final PageLanguage language;

  PageLinks(PageLanguage language) {
    this.language = language;
    setName("language in links");
    setOrder(0);
  }

  @Override
  protected String processLink(IExpressionContext context, String built) {
    String link = super.processLink(context, built);
    HttpServletRequest request = request();
    if (request == null || !link.startsWith("/") || link.startsWith(ASSETS)) {
      return link;
    }
    return language.asked(request).map(chosen -> with(link, chosen)).orElse(link);
  }

  /** The address with the language in it, before the part that starts with {@code #}. */
  static String with(String link, String language) {
    if (link.contains("?" + PageLanguage.PARAMETER + "=")
        || link.contains("&" + PageLanguage.PARAMETER + "=")) {
      return link;
    }
    int hash = link.indexOf('#');
    String page = hash < 0 ? link : link.substring(0, hash);
    String place = hash < 0 ? "" : link.substring(hash);
    return page
        + (page.contains("?") ? "&" : "?")
        + PageLanguage.PARAMETER
        + "="
        + language
        + place;
  }

  private static HttpServletRequest request() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? current.getRequest()
        : null;
  }
}
