package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.highstreet.dashboard.flink.AnsweringFlink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A server stops while pages are open: each says which and since when, keeps its figures, greyed
 * where they move, and recovers without anybody loading it again.
 */
@Tag("browser")
@Timeout(180)
class SilentServersIT {
  private static final AnsweringFlink FLINK = new AnsweringFlink();

  @RegisterExtension static final Pages PAGES = Everything.pages(FLINK);

  /** Pages whose figures move, with what is shown on each. */
  private static final Map<String, String> MOVING =
      Map.of(
          "/", "1\u202f744 accepted",
          "/dashboard?period=2011-03-31", "Thu 31 Mar 2011",
          "/transactions?order=H-110331-0007", "H-110331-0014",
          "/monitoring", "NON_POSITIVE_QUANTITY");

  /** Pages on which nothing moves by itself; an order that has arrived moves no more either. */
  private static final Map<String, String> STILL =
      Map.of(
          "/storefront", "Beeswax candle no. 2",
          "/storefront/products/P-0007", "Tin robot no. 7",
          "/storefront/cart?put=P-0007&quantity=3", "Tin robot no. 7",
          "/storefront/orders/H-110331-0007", "highstreet.orders, partition",
          "/simulator", "Sat 14 Mar 2026, 15:09:26",
          "/documentation", "Documentation",
          "/api", "/api/products");

  private final Map<String, Chromium.Window> windows = new LinkedHashMap<>();

  @AfterEach
  void closeWindows() {
    windows.values().forEach(Chromium.Window::close);
  }

  @AfterAll
  static void close() {
    FLINK.close();
  }

  @Test
  void everyOpenPageSaysThatPostgresIsDownAndRecovers() throws Exception {
    MOVING.keySet().forEach(this::open);
    STILL.keySet().forEach(this::open);

    PAGES
        .postgres()
        .whileStopped(
            () -> {
              windows.forEach(
                  (address, window) -> assertSaid(window, "Postgres does not answer since "));
              MOVING.forEach((address, figure) -> assertKept(address, figure, true));
              STILL.forEach((address, figure) -> assertKept(address, figure, false));
              MOVING
                  .keySet()
                  .forEach(address -> assertNothingIsInTheWay(address, windows.get(address)));
            });

    windows.forEach(SilentServersIT::assertRecovered);
  }

  @Test
  void pageThatWasOpenedWhilePostgresWasDownComesByItself() throws Exception {
    PAGES
        .postgres()
        .whileStopped(
            () -> {
              for (String address :
                  List.of(
                      "/storefront/products/P-0011",
                      "/storefront?q=garland",
                      "/transactions?order=H-110330-0003",
                      "/dashboard?period=2011-03-29")) {
                Chromium.Window window = PAGES.window(1440, 900);
                windows.put(address, window);
                window.page().navigate(PAGES.address(address));
                assertThat(window.page().locator("main")).containsText("Postgres does not answer");
              }
              windows.forEach(SilentServersIT::assertNothingIsInTheWay);
            });

    assertThat(page("/storefront/products/P-0011").locator("h1")).hasText("Linen tea towel no. 11");
    assertThat(page("/storefront?q=garland").locator(".tile")).hasCount(6);
    assertThat(page("/transactions?order=H-110330-0003").locator("#drawer"))
        .containsText("Its life so far");
    assertThat(page("/dashboard?period=2011-03-29").locator("[data-figure=Orders]")).hasText("30");
  }

  @Test
  void whatIsAskedForWhilePostgresIsDownIsRefusedInWords() throws Exception {
    try (Chromium.Window window = PAGES.operatorsWindow(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/simulator"));
      PAGES
          .postgres()
          .whileStopped(
              () -> {
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause"))
                    .press("Enter");
                assertThat(page.locator("#said")).containsText("Nothing can be changed now");
              });
    }
  }

  @Test
  void openPagesSayThatKafkaIsDownAndRecovers() throws Exception {
    MOVING.keySet().forEach(this::open);
    open("/storefront");

    PAGES
        .kafka()
        .whileStopped(
            () -> {
              windows.forEach(
                  (address, window) -> assertSaid(window, "Kafka does not answer since "));
              assertKept("/", MOVING.get("/"), true);
              assertNothingIsInTheWay("/", windows.get("/"));
            });

    windows.forEach(SilentServersIT::assertRecovered);
  }

  @Test
  void openPagesSayThatFlinkIsDownAndRecovers() {
    MOVING.keySet().forEach(this::open);
    open("/storefront");

    FLINK.status(503);
    try {
      windows.forEach((address, window) -> assertSaid(window, "Flink does not answer since "));
      assertKept("/", "Sales marts, live (run 1)", true);
      assertKept("/monitoring", "Sales marts, live (run 1)", true);
    } finally {
      FLINK.status(200);
    }

    windows.forEach(SilentServersIT::assertRecovered);
  }

  private void open(String address) {
    Chromium.Window window = PAGES.window(1440, 900);
    windows.put(address, window);
    window.page().navigate(PAGES.address(address));
    window.linked();
    window.page().evaluate("() => { window.stillHere = true; }");
  }

  private Page page(String address) {
    return windows.get(address).page();
  }

  private static void assertSaid(Chromium.Window window, String words) {
    assertThat(window.page().locator("#outages")).containsText(words);
  }

  private void assertKept(String address, String figure, boolean greyed) {
    assertThat(page(address).locator("body")).containsText(figure);
    if (greyed) {
      assertThat(page(address).locator("main [data-as-of]").first()).isVisible();
    }
  }

  private static void assertRecovered(String address, Chromium.Window window) {
    Page page = window.page();
    assertThat(page.locator("#outages > *")).hasCount(0);
    assertThat(page.locator("main [data-as-of]")).hasCount(0);
    assertThat(page.evaluate("() => window.stillHere === true")).as(address).isEqualTo(true);
    assertThat(window.complaints()).as("console of %s", address).isEmpty();
  }

  private static void assertNothingIsInTheWay(String address, Chromium.Window window) {
    Page page = window.page();
    List<String> violations = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      violations.addAll(
          scheme == ColorScheme.LIGHT ? Axe.violations(page) : Axe.violationsOfColour(page));
      window.screenshot(
          "outage%s-1440-%s"
              .formatted(
                  address.replaceAll("[^A-Za-z0-9]+", "-"),
                  scheme.name().toLowerCase(Locale.ROOT)));
    }
    page.setViewportSize(390, 900);
    if ((int) page.evaluate("() => document.documentElement.scrollWidth") > 390) {
      violations.add("something sticks out on a phone");
    }
    window.screenshot("outage%s-390-dark".formatted(address.replaceAll("[^A-Za-z0-9]+", "-")));
    page.setViewportSize(1440, 900);
    assertThat(violations).as(address).isEmpty();
  }
}
