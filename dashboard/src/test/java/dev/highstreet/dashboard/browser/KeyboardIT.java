package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be done without a pointer, and what is kept. */
@Tag("browser")
class KeyboardIT {
  @RegisterExtension static final Pages PAGES = Pages.readOnly();

  @Test
  void keysLeadFromPageToPageAndTellThemselves() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/"));
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
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/"));
      page.keyboard().press("Tab");
      assertThat(page.locator(".skip")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#main")).isFocused();
    }
  }

  @Test
  void themeOnceChosenIsKept() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/"));
      page.locator("[data-theme-switch]").click();
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");

      page.navigate(PAGES.address("/dashboard"));
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }
  }
}
