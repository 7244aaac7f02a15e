package org.denba.fhir.browser;

import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.naming.OperationNotSupportedException;
import org.openqa.selenium.JavascriptExecutor;

/**
 * The rules of axe for WCAG 2.2 AA. Only violations are asked for: what passes is most of a page,
 * and takes most of the time to tell.
 */
final class Axe {

  private static final String SCRIPT = script();
  private static final String RUN =
      "const done = arguments[arguments.length - 1];"
          + "axe.run(document, {"
          + "  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],"
          + "  resultTypes: ['violations'], iframes: false"
          + "}).then("
          + "  found => done(found.violations.flatMap(rule => rule.nodes.map(node =>"
          + "    `${rule.id}: ${rule.help}: ${node.failureSummary} at ${node.target} in"
          + " ${node.html.substring(0, 300)}`))),"
          + "  fault => done(['axe itself failed: ' + fault]));";

  private Axe() {}

  private static String script() {
    try {
      return new EmbeddedResourceAxeProvider().getScript();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OperationNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands in somebody's way on the page that is open, a line each. */
  static List<String> violations(JavascriptExecutor page) {
    page.executeScript(SCRIPT);
    return ((List<?>) page.executeAsyncScript(RUN)).stream().map(String::valueOf).toList();
  }
}
