package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.highstreet.dashboard.Browserless;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documentation in a browser, without a database. */
@Tag("browser")
class DocumentationIT {
  @RegisterExtension
  static final Pages PAGES =
      Pages.of(shop -> Pages.settled(Browserless.on(Browserless.SILENT_DATABASE)));

  @ParameterizedTest
  @CsvSource({
    "contents, /documentation, 390",
    "contents, /documentation, 1440",
    "architecture, /documentation/architecture, 390",
    "architecture, /documentation/architecture, 1440",
    "contract, /documentation/contract, 390",
    "contract, /documentation/contract, 1440",
    "contract, /documentation/contract, 1024",
    "decisions, /documentation/decisions, 390",
    "decision, /documentation/decisions/0011-at-least-once-and-overwrite, 1440",
    "mart, /documentation/marts/daily_sales_by_product, 390",
    "mart, /documentation/marts/daily_sales_by_product, 1440",
    "search, /documentation?q=late+events, 390",
    "search, /documentation?q=late+events, 1440"
  })
  void everyPageIsQuietAndFitsInLightAndDark(String name, String address, int width) {
    for (String theme : new String[] {"light", "dark"}) {
      try (Chromium.Window window = PAGES.window(width, 900)) {
        Page page = window.page();
        page.navigate(
            PAGES.address(address + (address.contains("?") ? "&" : "?") + "theme=" + theme));
        window.linked();
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(
                    Path.of(
                        "target",
                        "screenshots",
                        "documentation-%s-%d-%s.png".formatted(name, width, theme))));

        assertThat(window.complaints()).as("console of %s", page.url()).isEmpty();
        assertThat(window.shifts()).as("layout shifts of %s", page.url()).isEmpty();
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
            .as("nothing sticks out at %d px", width)
            .isLessThanOrEqualTo(width);
      }
    }
  }

  @Test
  void keysLeadToAPageWithoutAPointer() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/"));
      page.keyboard().press("g");
      page.keyboard().press("o");
      assertThat(page).hasURL(Pattern.compile(".*/documentation$"));
      page.waitForLoadState();

      page.keyboard().press("/");
      assertThat(page.locator("#q")).isFocused();
      page.keyboard().type("backfill refused");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*/documentation\\?q=backfill\\+refused$"));
      assertThat(page.locator("mark").first()).isVisible();

      page.locator(".hits a").first().focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText("Backfills");
      assertThat(page.locator(":target")).isInViewport();
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void partOfAPageIsReachedFromItsOutline() {
    try (Chromium.Window window = PAGES.window(1920, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/documentation/contract"));
      page.locator("nav.outline").getByText("Commands").click();

      assertThat(page).hasURL(Pattern.compile(".*#commands$"));
      assertThat(page.locator("#commands")).isInViewport();
    }
  }

  @Test
  void codeScrollsByItselfWithTheKeyboard() {
    try (Chromium.Window window = PAGES.window(390, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/documentation/marts/daily_sales_by_product"));
      page.locator("pre").first().focus();
      page.keyboard().press("ArrowRight");

      page.waitForFunction("() => document.querySelector('pre').scrollLeft > 0");
    }
  }

  @Test
  void searchWorksWithoutScripts() {
    try (Chromium.Window window = PAGES.chromium().withoutScripts(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/documentation"));
      page.locator("#q").fill("lateness");
      page.locator("main button").click();

      assertThat(page.locator(".hits mark").first()).isVisible();
    }
  }
}
