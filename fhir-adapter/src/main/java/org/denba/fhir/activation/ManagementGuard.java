package org.denba.fhir.activation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
  private static final Set<String> OWN_NAMES =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]");
  private static final List<String> PROXIES =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private final byte[] token;

  /**
   * @param token what must be sent, or null
   */
  ManagementGuard(String token) {
    this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (token != null) {
      checkToken(request.getHeader(HttpHeaders.AUTHORIZATION));
    } else {
      checkThisMachine(request);
    }
    return true;
  }

  private void checkToken(String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        || !MessageDigest.isEqual(
            token,
            authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8))) {
      throw forbidden(
          "send the header Authorization: Bearer with the value of" + " denba.management-token");
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
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String site = request.getHeader("Sec-Fetch-Site");
    if (origin != null && !isOwn(origin, request) || site != null && !OWN_SITE.contains(site)) {
      throw forbidden("a page of another site cannot change the rules");
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
