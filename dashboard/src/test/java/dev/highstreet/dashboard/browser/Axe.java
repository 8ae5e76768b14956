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
      async (rules) => (await axe.run({ resultTypes: ["violations"], ...(rules.length ? { runOnly: { type: "rule", values: rules } } : {}) })).violations
        .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\\s+/g, " ")}`))
      """;

  private Axe() {}

  /** What stands in somebody's way on a page as it is shown now: the rule, where, and why. */
  static List<String> violations(Page page) {
    return violations(page, List.of());
  }

  /** The same by those rules alone that another theme can break. */
  static List<String> violationsOfColour(Page page) {
    return violations(page, List.of("color-contrast", "link-in-text-block"));
  }

  @SuppressWarnings("unchecked") // the script makes a list of strings
  private static List<String> violations(Page page, List<String> rules) {
    if (page.evaluate("() => !window.axe").equals(true)) {
      page.evaluate(SCRIPT);
    }
    return (List<String>) page.evaluate(VIOLATIONS, rules);
  }

  private static String read() {
    try (InputStream script = Axe.class.getClassLoader().getResourceAsStream("axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
