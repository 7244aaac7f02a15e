package org.denba.fhir.workbench;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Keeps the language that a reader chose in every link of a page ({@code @{/booklet}}). */
final class PageLinks extends StandardLinkBuilder {

  private static final String ASSETS = "/assets/";
  private static final String ASKED = PageLinks.class.getName();

  private final PageLanguage language;

  PageLinks(PageLanguage language) {
    this.language = language;
    setName("language in links");
    setOrder(0);
  }

  @Override
  protected String processLink(IExpressionContext context, String built) {
    if (built.startsWith(ASSETS)) {
      return super.processLink(context, built);
    }
    // a page is no file: to look for one at every link would cost more than the rest of the page
    HttpServletRequest request = request();
    if (request == null || !built.startsWith("/")) {
      return built;
    }
    String chosen = asked(request);
    return chosen.isEmpty() ? built : with(built, chosen);
  }

  /** The language that the address of the page asks for, or empty; found out once a page. */
  private String asked(HttpServletRequest request) {
    if (request.getAttribute(ASKED) instanceof String known) {
      return known;
    }
    String asked = language.asked(request).orElse("");
    request.setAttribute(ASKED, asked);
    return asked;
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
