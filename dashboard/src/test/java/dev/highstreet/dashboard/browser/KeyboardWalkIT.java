package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.highstreet.dashboard.flink.AnsweringFlink;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator without a pointer: the Tab key, Enter, Space, arrows and Escape reach everything. */
@Tag("browser")
class KeyboardWalkIT {
  private static final int MOST_STOPS = 400;

  /** What can be reached, each named once it was: by its own words, or what it is. */
  private static final String STOPS =
      """
      () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
        .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && it.type !== "hidden" && it.tabIndex >= 0 && !it.closest("dialog:not([open])"))
        .filter((it) => !it.matches("[type=radio]:not(:checked)"))
        .map((it, at) => (it.dataset.stop = at, it.outerHTML.slice(0, 90)))
      """;

  /** Where the focus is: the number of the stop, and what is wrong with how it is shown. */
  private static final String FOCUS =
      """
      () => {
        const it = document.activeElement;
        if (!it || it === document.body) return null;
        const shown = it.closest(".field") && it.matches("input, select") ? it.closest(".field") : it;
        const ring = getComputedStyle(shown);
        const box = shown.getBoundingClientRect();
        const strip = document.querySelector(".strip").getBoundingClientRect();
        const faults = [];
        if (ring.outlineStyle === "none" || parseFloat(ring.outlineWidth) < 2) faults.push("no ring is around it");
        if (box.bottom <= 0 || box.top >= innerHeight) faults.push("it is out of sight");
        if (!it.closest(".strip, .side, .skip, .drawer") && box.bottom <= strip.bottom) faults.push("the strip hides it");
        // what scrolls is a stop, too
        it.dataset.stop ??= `beside ${window.beside = (window.beside ?? 0) + 1}`;
        return [it.dataset.stop, faults.length ? `${it.outerHTML.slice(0, 90)}: ${faults.join(", ")}` : ""];
      }
      """;

  private static final AnsweringFlink FLINK = new AnsweringFlink();

  @RegisterExtension static final Pages PAGES = Everything.pages(FLINK);

  private static Chromium.Window window;
  private static Page page;

  @BeforeAll
  static void open() {
    window = PAGES.operatorsWindow(1440, 900);
    page = window.page();
  }

  @AfterAll
  static void close() {
    window.close();
    FLINK.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/dashboard?period=2011-03",
        "/transactions?order=H-110331-0007",
        "/monitoring?letter=orders/0/17",
        "/simulator",
        "/storefront",
        "/storefront/products/P-0007",
        "/storefront/cart?put=P-0007&quantity=2",
        "/storefront/orders/H-110331-0007",
        "/api",
        "/documentation",
        "/documentation/contract",
        "/documentation?q=late+events",
        "/sign-in",
        "/nowhere"
      })
  void tabReachesEverythingShowsWhereItIsAndLeavesAgain(String address) {
    go(address);
    page.keyboard()
        .press("h"); // a figure that moves does not move the focus; hold them all the same
    page.evaluate("() => document.activeElement?.blur()");
    @SuppressWarnings("unchecked") // the script makes a list of strings
    List<String> stops = (List<String>) page.evaluate(STOPS);
    List<String> reached = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    boolean fromTheTop = false;
    for (int tabs = 0; tabs < MOST_STOPS; tabs++) {
      page.keyboard().press("Tab");
      @SuppressWarnings("unchecked") // or two strings
      List<String> focus = (List<String>) page.evaluate(FOCUS);
      if (focus == null && !fromTheTop) {
        fromTheTop = true; // a field that has the focus from the beginning is not the first stop
        continue;
      }
      if (focus == null || reached.contains(focus.get(0))) {
        break;
      }
      reached.add(focus.get(0));
      if (!focus.get(1).isEmpty()) {
        faults.add(focus.get(1));
      }
    }

    List<String> missed = new ArrayList<>();
    for (int stop = 0; stop < stops.size(); stop++) {
      if (!reached.contains(String.valueOf(stop))) {
        missed.add(stops.get(stop));
      }
    }
    assertThat(faults).isEmpty();
    assertThat(missed).as("what Tab does not reach").isEmpty();
  }

  @Test
  void menusOpenWithEnterAndCloseWithEscape() {
    go("/dashboard");
    Locator menu = page.locator("#f-period summary");
    tabTo(menu);
    page.keyboard().press("Enter");
    Locator february = page.locator("#f-period .sheet").getByText("Feb");
    assertThat(february).isVisible();
    tabTo(february);
    page.keyboard().press("Escape");
    assertThat(february).isHidden();
    assertThat(menu).isFocused();

    page.keyboard().press("Space");
    tabTo(february);
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("February 2011");
    assertThat(window.heard()).isEmpty();
  }

  @Test
  void keysAreShownInADialogThatGivesTheFocusBack() {
    go("/");
    Locator station = page.getByLabel("What is in the marts");
    tabTo(station);
    page.keyboard().press("?");
    assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON)).isFocused();
    page.keyboard().press("Escape");
    assertThat(station).isFocused();
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/dashboard$"));
  }

  @Test
  void orderIsOpenedSteppedThroughAndClosed() {
    go("/transactions");
    Locator links = page.locator("#orders tbody a");
    String second = links.nth(1).textContent();
    tabTo(links.first());
    page.keyboard().press("Enter");
    assertThat(page.locator("#d-title")).isFocused();
    Locator next = page.getByLabel("Next order");
    tabTo(next);
    page.keyboard().press("Space");
    assertThat(page.locator("#d-title")).hasText(second);
    page.keyboard().press("Escape");
    assertThat(page.locator("#drawer")).isHidden();
    assertThat(links.nth(1)).isFocused();
    assertThat(window.heard()).isEmpty();
  }

  @Test
  void whatIsWrongIsHealed() {
    go("/monitoring");
    Locator asks = page.locator("[id='backfill-2011-02-27']");
    tabTo(asks.locator("summary"));
    page.keyboard().press("Enter");
    tabTo(asks.getByRole(AriaRole.BUTTON));
    page.keyboard().press("Space");
    assertThat(page.locator("#tasks")).containsText("Wrote 4711 rows.");
    assertThat(asks.locator("summary")).isFocused();

    tabTo(page.getByText("Verify now"));
    page.keyboard().press("Enter");
    assertThat(page.locator("#tasks")).containsText("All tables are equal.");
    assertThat(window.heard()).isEmpty();
  }

  @Test
  void shopIsSteeredWithArrows() {
    go("/simulator");
    tabTo(page.locator("#pace"));
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#said")).containsText("The pace is 6 hours each second");
    tabTo(page.locator("#count"));
    page.keyboard().press("Home");
    assertThat(page.locator("#count-words")).hasText("1");
    tabTo(page.getByRole(AriaRole.BUTTON, named("Send")));
    page.keyboard().press("Enter");
    assertThat(page.locator("#said")).containsText("Sending 1 orders, 100 ms apart");
    assertThat(window.heard()).isEmpty();
  }

  @Test
  void somethingIsBought() {
    go("/storefront?q=garland");
    tabTo(page.locator(".tile a").first());
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).containsText("Felt garland");
    tabTo(page.getByLabel("Quantity"));
    page.keyboard().press("ArrowUp");
    tabTo(page.getByRole(AriaRole.BUTTON, named("Put in the cart")));
    page.keyboard().press("Enter");
    tabTo(page.locator("select[name=payment]"));
    page.keyboard().press("ArrowDown");
    tabTo(page.getByRole(AriaRole.BUTTON, named("Place the order")));
    page.keyboard().press("Space");
    assertThat(page.locator("#journey")).containsText("In Kafka");
    assertThat(window.heard()).isEmpty();
  }

  @Test
  void routeOfTheApiIsReached() {
    go("/api");
    tabTo(page.locator("nav[aria-label=Routes] a").last());
    page.keyboard().press("Enter");
    assertThat(page.locator(":target")).isInViewport();
    assertThat(window.heard()).isEmpty();
  }

  @Test
  void themeIsSwitchedWithSpace() {
    go("/storefront");
    tabTo(page.locator("[data-theme-switch]"));
    page.keyboard().press("Space");
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.keyboard().press("Space");
    assertThat(page.locator("html")).hasAttribute("data-theme", "light");
  }

  private static void go(String address) {
    page.navigate(PAGES.address(address));
    window.heard(); // the browser itself complains of a page that is not there
  }

  private static void tabTo(Locator stop) {
    for (int tabs = 0; tabs < MOST_STOPS; tabs++) {
      if (stop.evaluate("(it) => it === document.activeElement").equals(true)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Tab does not reach " + stop);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
