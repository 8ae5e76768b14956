package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.highstreet.dashboard.flink.AnsweringFlink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page there is, in each of its states, with all that folds open: in light and dark, on a
 * phone, a tablet and a desk, axe-core finds nothing against it, nothing sticks out, and the
 * console is silent. To look at pictures of them all, name a directory: {@code
 * -Dhighstreet.screenshots=DIRECTORY}.
 */
@Tag("browser")
class EveryPageIT {
  private static final int DESK = 1440;
  private static final int TABLET = 1024;
  private static final int PHONE = 390;

  private static final AnsweringFlink FLINK = new AnsweringFlink();

  @RegisterExtension static final Pages PAGES = Everything.pages(FLINK);

  private static Chromium.Window operators;
  private static Chromium.Window guests;

  @BeforeAll
  static void open() {
    operators = PAGES.operatorsWindow(DESK, 900);
    guests = PAGES.window(DESK, 900);
  }

  @AfterAll
  static void close() {
    operators.close();
    guests.close();
    FLINK.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "pipeline, /",
    "sales, /dashboard",
    "sales-of-a-year, /dashboard?period=2011",
    "sales-of-a-store, /dashboard?store=S-BATH",
    "sales-of-nothing, /dashboard?period=2009",
    "transactions, /transactions",
    "transactions-of-nobody, /transactions?q=nobody",
    "order, /transactions?order=H-110331-0007",
    "monitoring, /monitoring",
    "letter, /monitoring?letter=orders/0/17",
    "simulator, /simulator",
    "uploads-without-a-folder, /uploads",
    "realism, /simulator/realism",
    "storefront, /storefront",
    "shelf-with-nothing, /storefront?q=nothing",
    "product, /storefront/products/P-0007",
    "cart-with-nothing, /storefront/cart",
    "cart, /storefront/cart?put=P-0007&quantity=3",
    "journey, /storefront/orders/H-110331-0007",
    "api, /api",
    "documentation, /documentation",
    "architecture, /documentation/architecture",
    "contract, /documentation/contract",
    "decisions, /documentation/decisions",
    "decision, /documentation/decisions/0011-at-least-once-and-overwrite",
    "mart, /documentation/marts/daily_sales_by_product",
    "search, /documentation?q=late+events",
    "search-for-nothing, /documentation?q=zebra",
  })
  void operatorFindsNothingInTheWay(String name, String address) {
    open(operators, address);
    assertNothingIsInTheWay(operators, name);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "guests-monitoring, /monitoring?letter=orders/0/17",
    "guests-simulator, /simulator",
    "guests-realism, /simulator/realism",
    "guests-cart, /storefront/cart?put=P-0007&quantity=3",
    "sign-in, /sign-in",
  })
  void neitherDoesAGuest(String name, String address) {
    open(guests, address);
    assertNothingIsInTheWay(guests, name);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "error-404, /nowhere, 404",
    "order-of-nobody, /transactions?order=nobody, 404",
    "letter-of-nothing, /monitoring?letter=orders/0/18, 404",
    "error-400, /dashboard?period=soon, 400",
  })
  void neitherDoesWhoeverWentAstray(String name, String address, int status) {
    open(guests, address);
    // the browser itself complains of the page
    assertThat(guests.heard()).singleElement().asString().contains(" " + status + " ");
    assertNothingIsInTheWay(guests, name);
  }

  @Test
  void wrongTokenIsRefusedInWordsForAll() {
    open(guests, "/sign-in");
    guests.page().getByLabel("Token").fill("somebody else's");
    guests.page().getByLabel("Token").press("Enter");
    assertThat(guests.page().getByRole(AriaRole.ALERT)).isVisible();
    assertThat(guests.heard()).singleElement().asString().contains(" 401 ");
    assertNothingIsInTheWay(guests, "sign-in-refused");
  }

  @Test
  void orderThatWasJustPlacedIsFollowedByAll() {
    open(operators, "/storefront/cart?put=P-0007&quantity=3");
    operators.page().getByText("Place the order").click();
    assertThat(operators.page().locator("#journey li.ahead")).hasCount(3);
    assertNothingIsInTheWay(operators, "journey-begun");
  }

  @Test
  void keysAreShownToAll() {
    open(operators, "/");
    operators.page().keyboard().press("?");
    assertThat(operators.page().locator("#keys")).isVisible();
    assertNothingIsInTheWay(operators, "keys");
  }

  private static void open(Chromium.Window window, String address) {
    Page page = window.page();
    page.setViewportSize(DESK, 900);
    page.navigate(PAGES.address(address));
    page.evaluate("() => document.querySelectorAll('details').forEach((it) => it.open = true)");
  }

  private static void assertNothingIsInTheWay(Chromium.Window window, String name) {
    Page page = window.page();
    List<String> violations = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : List.of(DESK, TABLET, PHONE)) {
        page.setViewportSize(width, 900);
        String look = "%s, %d px: ".formatted(scheme.name().toLowerCase(Locale.ROOT), width);
        if (width != TABLET) {
          (scheme == ColorScheme.LIGHT ? Axe.violations(page) : Axe.violationsOfColour(page))
              .forEach(what -> violations.add(look + what));
        }
        int sticksOut = (int) page.evaluate("() => document.documentElement.scrollWidth") - width;
        if (sticksOut > 0) {
          violations.add(look + "something sticks out by " + sticksOut + " px");
        }
        window.screenshot(
            "%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT)));
      }
    }
    assertThat(violations).isEmpty();
    assertThat(window.heard()).as("console of %s", page.url()).isEmpty();
  }
}
