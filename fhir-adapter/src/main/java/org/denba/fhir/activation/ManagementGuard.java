package org.denba.fhir.activation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets nobody replace the rules who only happens to reach the port. With a token set, the token
 * must be sent, from this machine too: behind a reverse proxy every caller is on this machine.
 * Without one only this machine may, by its own name, and no page of another site in a browser of
 * this machine.
 */
final class ManagementGuard implements HandlerInterceptor {

  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  /** What somebody reads who sent the question for the password away. */
  private static final String WHAT_TO_TYPE =
      """
      Load the page again. The password is the value of denba.management-token; any name will do.

      Recharger la page. Le mot de passe est la valeur de denba.management-token ; le nom est libre.
      """;

  private static final String CHALLENGE =
      "Basic realm=\"denba: the management token is the password\", charset=\"UTF-8\"";
  private static final Set<String> OWN_NAMES =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]");
  private static final List<String> PROXIES =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  /** Where the pages are on which a person decides about a change. */
  static final String PAGES = "/review";

  private static final String FETCH_SITE = "Sec-Fetch-Site";
  private static final String OTHER_SITE = "a page of another site cannot change the rules";
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private final byte[] token;

  /**
   * @param token what must be sent, or null
   */
  ManagementGuard(String token) {
    this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (token == null) {
      checkThisMachine(request);
      return true;
    }
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (isRight(sent(authorization, BEARER))) {
      return true;
    }
    if (isPage(request)) {
      return page(request, response, authorization);
    }
    throw forbidden(
        "send the header Authorization: Bearer with the value of denba.management-token");
  }

  private static boolean isPage(HttpServletRequest request) {
    return request.getServletPath().startsWith(PAGES + "/")
        || request.getServletPath().equals(PAGES);
  }

  /**
   * A browser asks its user for a password, which is the token, and sends it from then on by
   * itself: therefore no other site may let it do so.
   */
  private boolean page(
      HttpServletRequest request, HttpServletResponse response, String authorization)
      throws IOException {
    String password = password(sent(authorization, BASIC));
    if (isRight(password)) {
      // behind a proxy the browser's own word counts: the names and the scheme are other ones here
      if (request.getHeader(FETCH_SITE) == null) {
        checkOrigin(request);
      }
      checkSite(request);
      return true;
    }
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(WHAT_TO_TYPE);
    return false;
  }

  private boolean isRight(String sent) {
    return sent != null && MessageDigest.isEqual(token, sent.getBytes(StandardCharsets.UTF_8));
  }

  private static String sent(String authorization, String scheme) {
    return authorization != null && authorization.regionMatches(true, 0, scheme, 0, scheme.length())
        ? authorization.substring(scheme.length()).strip()
        : null;
  }

  /** What stands after the colon; whatever the user is called. */
  private static String password(String encoded) {
    if (encoded == null) {
      return null;
    }
    try {
      String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return both.substring(both.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      // no password: the browser is asked again
      return null;
    }
  }

  private static void checkThisMachine(HttpServletRequest request) {
    if (!isLoopback(request.getRemoteAddr())
        || PROXIES.stream().anyMatch(name -> request.getHeader(name) != null)
        || !OWN_NAMES.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
      throw forbidden(
          "from another machine, or through a proxy, the rules can be changed with a token only:"
              + " start the service with denba.management-token and send Authorization: Bearer");
    }
    checkOrigin(request);
    checkSite(request);
  }

  private static void checkOrigin(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && !isOwn(origin, request)) {
      throw forbidden(OTHER_SITE);
    }
  }

  private static void checkSite(HttpServletRequest request) {
    String site = request.getHeader(FETCH_SITE);
    if (site != null && !OWN_SITE.contains(site)) {
      throw forbidden(OTHER_SITE);
    }
  }

  private static boolean isLoopback(String address) {
    try {
      // an address, never a name: nothing is looked up
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isOwn(String origin, HttpServletRequest request) {
    try {
      URI from = new URI(origin);
      int port = from.getPort() >= 0 ? from.getPort() : "https".equals(from.getScheme()) ? 443 : 80;
      return request.getScheme().equals(from.getScheme())
          && request.getServerName().equalsIgnoreCase(from.getHost())
          && request.getServerPort() == port;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static ProblemException forbidden(String detail) {
    return new ProblemException(ProblemKind.FORBIDDEN, detail);
  }
}
