package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.testsupport.PostgresExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What moves while one watches, and what waits. */
@Tag("browser")
class LivePagesIT {
  @RegisterExtension static final Pages PAGES = Pages.readOnly();
  @RegisterExtension static final PostgresExtension UNSOLD = new PostgresExtension();

  @Test
  void countsOfThePipelineMoveWhenTheJobCounts() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/"));
      assertThat(page.locator(".out.repeat b")).hasText("41");

      PAGES.shop().execute("UPDATE ops.run_counts SET events = 42 WHERE outcome = 'REPEATED'");
      try {
        assertThat(page.locator(".out.repeat b")).hasText("42");
      } finally {
        PAGES.shop().execute("UPDATE ops.run_counts SET events = 41 WHERE outcome = 'REPEATED'");
      }
      assertThat(window.complaints()).isEmpty();
      assertThat(window.shifts()).isEmpty();
    }
  }

  @Test
  void figuresOfTheDashboardMoveWhenAMartDoes() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/dashboard?period=2011-03-31"));
      Locator orders = page.locator("[data-figure=Orders]");
      assertThat(orders).hasText("30");

      PAGES.shop().execute("UPDATE mart.daily_sales SET orders = 77 WHERE day = '2011-03-31'");
      try {
        assertThat(orders).hasText("77");
      } finally {
        PAGES.shop().execute("UPDATE mart.daily_sales SET orders = 30 WHERE day = '2011-03-31'");
      }
      assertThat(window.complaints()).isEmpty();
      assertThat(window.shifts()).isEmpty();
    }
  }

  @Test
  void chartsAppearWithTheFirstSale() {
    InventedShop empty = InventedShop.empty(UNSOLD);
    try (Browserless newly = Browserless.on(empty.url());
        Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(newly.address("/dashboard"));
      window.linked();
      assertThat(page.locator("main")).containsText("Nothing has been sold yet");

      empty.startRun();
      empty.trade(InventedShop.LAST_DAY, 1, InventedShop.ORDERS_A_DAY, 60);

      assertThat(page.locator("[data-chart=trend] canvas")).isVisible();
      assertThat(page.locator("[data-chart=hours] canvas")).isVisible();
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void newOrdersWaitWhileThePointerIsInTheTable() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/transactions"));
      window.linked();
      String first = page.locator("#orders tbody a").first().textContent();
      page.locator("#orders tbody tr").nth(5).hover();

      PAGES.shop().placeOrder("H-HELD");
      try {
        assertThat(page.locator("[data-waiting]")).hasText("1 new order");
        assertThat(page.locator("#orders tbody a").first()).hasText(first);

        page.locator("h1").hover();

        assertThat(page.locator("#orders tbody a").first()).hasText("H-HELD");
        assertThat(page.locator("[data-waiting]")).isHidden();
        assertThat(page.locator("#orders tbody tr")).hasCount(50);
      } finally {
        PAGES.shop().execute("DELETE FROM core.orders WHERE order_id = 'H-HELD'");
      }
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void connectionThatIsOpeningIsGivenTimeToOpen() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.clock().install();
      page.navigate(PAGES.address("/"));
      window.linked();
      page.route("**/live*", unanswered -> {});
      page.clock().fastForward(10_000);
      page.waitForRequest(
          "**/live*",
          () -> page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))"));

      page.clock().fastForward(10_000);
      assertThat(page.locator("html")).not().hasAttribute("data-lost", "");

      page.clock().fastForward(10_000);
      assertThat(page.locator("#reconnect")).containsText("Connection lost");
    }
  }

  @Test
  void lostConnectionIsSaidAndComesBackByItself() {
    Browserless mortal = Browserless.on(PAGES.shop().url());
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(mortal.address("/"));
      window.linked();

      mortal.close();
      assertThat(page.locator("#reconnect")).containsText("Connection lost. The figures are as of");
      assertThat(page.locator(".when-lost")).isVisible();

      mortal = Browserless.on(PAGES.shop().url(), mortal.port());
      assertThat(page.locator("#reconnect"))
          .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(40_000));
      assertThat(page.locator(".when-linked")).isVisible();
    } finally {
      mortal.close();
    }
  }
}
