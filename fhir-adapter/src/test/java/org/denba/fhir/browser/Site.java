package org.denba.fhir.browser;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.denba.fhir.workbench.WorkbenchPage;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The pages of the application as a visitor finds them: whatever a controller of pages maps, at the
 * addresses to which links lead from the start page. A new page is found without being listed.
 */
final class Site {

  /** Pages of one kind are alike: so many of them are fetched. */
  private static final int MOST_OF_A_KIND = 30;

  private static final int REDIRECT = 300;
  private static final int REFUSED = 400;
  private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\shref=\"(/[^\"#]*)[\"#]");
  private static final Pattern LANGUAGE = Pattern.compile("(?<=[?&])language=[^&]*&?");

  private final Function<String, HttpResponse<String>> fetch;
  private final Set<PathPattern> patterns = new HashSet<>();
  private final Map<PathPattern, Map<String, Integer>> found =
      new TreeMap<>(Comparator.comparing(PathPattern::getPatternString));

  /** What redirects to a page, or is kept as a file. */
  private final Set<PathPattern> leadingOn = new HashSet<>();

  private final List<String> dead = new ArrayList<>();

  /**
   * A page.
   *
   * @param name name of its pictures
   * @param longest the longest of its kind, which shows most; else the shortest
   */
  record Page(String name, String path, boolean longest) {}

  /**
   * Walks through the site.
   *
   * @param mapping what the application maps
   * @param fetch gets a path
   */
  Site(RequestMappingHandlerMapping mapping, Function<String, HttpResponse<String>> fetch) {
    this.fetch = fetch;
    mapping
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              if (AnnotatedElementUtils.hasAnnotation(method.getBeanType(), WorkbenchPage.class)
                  && isRead(info)) {
                patterns.addAll(info.getPathPatternsCondition().getPatterns());
              }
            });
    walk();
  }

  private static boolean isRead(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    return methods.isEmpty() || methods.contains(RequestMethod.GET);
  }

  private void walk() {
    Deque<String> open = new ArrayDeque<>(List.of("/"));
    Set<String> seen = new HashSet<>(open);
    Map<String, Integer> ofItsKind = new HashMap<>();
    while (!open.isEmpty()) {
      String path = open.remove();
      Optional<PathPattern> pattern = pattern(path);
      if (ofItsKind.merge(pattern.map(Object::toString).orElse(path), 1, Integer::sum)
          <= MOST_OF_A_KIND) {
        visit(path, pattern).stream().map(Site::plain).filter(seen::add).forEach(open::add);
      }
    }
  }

  private Collection<String> visit(String path, Optional<PathPattern> pattern) {
    HttpResponse<String> answer = fetch.apply(path);
    if (answer.statusCode() >= REFUSED) {
      dead.add(path + " answers " + answer.statusCode());
    } else if (answer.statusCode() >= REDIRECT) {
      pattern.ifPresent(leadingOn::add);
      return answer.headers().allValues("Location");
    } else if (pattern.isPresent() && !isPage(answer)) {
      leadingOn.add(pattern.get());
    } else if (pattern.isPresent()) {
      found.computeIfAbsent(pattern.get(), p -> new TreeMap<>()).put(path, answer.body().length());
      return links(answer.body());
    }
    return List.of();
  }

  private static boolean isPage(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
  }

  private static List<String> links(String page) {
    return LINK.matcher(page).results().map(link -> unescaped(link.group(1))).toList();
  }

  private static String unescaped(String address) {
    return address.replace("&amp;", "&").replace("&#39;", "'");
  }

  /** The address without its language: each page is seen in all languages. */
  private static String plain(String address) {
    Matcher language = LANGUAGE.matcher(address);
    return language.replaceAll("").replaceAll("[?&]$", "");
  }

  private Optional<PathPattern> pattern(String address) {
    PathContainer path = PathContainer.parsePath(address.replaceAll("\\?.*", ""));
    return patterns.stream()
        .filter(pattern -> pattern.matches(path))
        .min(PathPattern.SPECIFICITY_COMPARATOR);
  }

  /** Links that lead nowhere. */
  List<String> dead() {
    return dead;
  }

  /** What is mapped, and no link leads there. */
  List<String> unreached() {
    return patterns.stream()
        .filter(pattern -> !found.containsKey(pattern) && !leadingOn.contains(pattern))
        .map(PathPattern::getPatternString)
        .sorted()
        .toList();
  }

  /** Of each kind of page the longest, and the shortest where there is another. */
  List<Page> pages() {
    return found.entrySet().stream()
        .flatMap(kind -> pages(kind.getKey().getPatternString(), kind.getValue()))
        .toList();
  }

  private static Stream<Page> pages(String pattern, Map<String, Integer> sizes) {
    String name = pattern.equals("/") ? "start" : pattern.replaceAll("\\W+", "-").substring(1);
    Comparator<Map.Entry<String, Integer>> bySize = Map.Entry.comparingByValue();
    String longest = sizes.entrySet().stream().max(bySize).orElseThrow().getKey();
    String shortest = sizes.entrySet().stream().min(bySize).orElseThrow().getKey();
    return Stream.of(
            new Page(name.replaceAll("-$", ""), longest, true),
            new Page(name.replaceAll("-$", "") + "-short", shortest, false))
        .limit(sizes.size() > 1 ? 2 : 1);
  }
}
