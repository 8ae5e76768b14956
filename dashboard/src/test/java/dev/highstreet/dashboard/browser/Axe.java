package dev.highstreet.dashboard.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core, with all its rules. */
final class Axe {
  private static final String SCRIPT = "() => {" + read() + "}";

  private static final String VIOLATIONS =
      """
      async () => (await axe.run({ resultTypes: ["violations"] })).violations
        .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\\s+/g, " ")}`))
      """;

  private Axe() {}

  /** What stands in somebody's way on a page as it is shown now: the rule, where, and why. */
  @SuppressWarnings("unchecked") // the script makes a list of strings
  static List<String> violations(Page page) {
    if (page.evaluate("() => !window.axe").equals(true)) {
      page.evaluate(SCRIPT);
    }
    return (List<String>) page.evaluate(VIOLATIONS);
  }

  private static String read() {
    try (InputStream script = Axe.class.getClassLoader().getResourceAsStream("axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
