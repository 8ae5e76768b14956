package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.highstreet.dashboard.Browserless;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The documentation in a browser, without a database. */
@Tag("browser")
class DocumentationIT {
  @RegisterExtension
  static final Pages PAGES =
      Pages.of(shop -> Pages.settled(Browserless.on(Browserless.SILENT_DATABASE)));

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
