package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.testsupport.PostgresExtension;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be done without a pointer, and what is kept. */
@Tag("browser")
class KeyboardIT {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static InventedShop shop;
  private static Browserless dashboard;
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    dashboard = Browserless.on(shop.url());
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    chromium.close();
    dashboard.close();
  }

  @Test
  void keysLeadFromPageToPageAndTellThemselves() {
    try (Chromium.Window window = chromium.window(1440, 900)) {
      Page page = window.page();
      page.navigate(dashboard.address("/"));
      page.keyboard().press("g");
      page.keyboard().press("d");
      assertThat(page).hasURL(Pattern.compile(".*/dashboard$"));
      page.waitForLoadState();

      page.keyboard().press("?");
      assertThat(page.locator("#keys")).isVisible();
      page.keyboard().press("Escape");
      assertThat(page.locator("#keys")).isHidden();

      page.keyboard().press("h");
      assertThat(page.locator(".when-held")).isVisible();
      page.keyboard().press("h");
      assertThat(page.locator(".when-held")).isHidden();

      page.locator("#strip-state summary").focus();
      page.keyboard().press("Enter");
      assertThat(page.getByText("The figures are as fresh as they can be.")).isVisible();
    }
  }

  @Test
  void firstTabStopSkipsToTheContent() {
    try (Chromium.Window window = chromium.window(1440, 900)) {
      Page page = window.page();
      page.navigate(dashboard.address("/"));
      page.keyboard().press("Tab");
      assertThat(page.locator(".skip")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#main")).isFocused();
    }
  }

  @Test
  void themeOnceChosenIsKept() {
    try (Chromium.Window window = chromium.window(1440, 900)) {
      Page page = window.page();
      page.navigate(dashboard.address("/"));
      page.locator("[data-theme-switch]").click();
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");

      page.navigate(dashboard.address("/dashboard"));
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }
  }
}
