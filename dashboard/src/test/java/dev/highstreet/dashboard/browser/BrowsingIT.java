package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Filters, search, tables and the drawer. */
@Tag("browser")
class BrowsingIT {
  @RegisterExtension static final Pages PAGES = Pages.readOnly();

  @Test
  void filtersSwapThePanelsWithoutLoadingThePageAgain() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/dashboard"));
      page.evaluate("() => { window.stillHere = true; }");

      page.locator("#f-period summary").click();
      page.locator("#f-period .sheet").getByText("Feb").click();
      assertThat(page.locator("h1")).hasText("February 2011");
      assertThat(page).hasURL(Pattern.compile(".*[?]period=2011-02$"));
      assertThat(page).hasTitle("Dashboard, February 2011 · Highstreet");

      page.locator("#f-by-month").click();
      assertThat(page.locator("#h-trend")).hasText("Revenue by month");

      page.locator("#f-sold-by summary").click();
      page.locator("#f-sold-by").getByText("Bath, Milsom St").click();
      assertThat(page.locator("#f-sold-by summary b")).hasText("Bath, Milsom St");
      assertThat(page.getByText("Categories are not kept by store")).isVisible();
      assertThat(page.evaluate("() => window.stillHere === true")).isEqualTo(true);

      page.goBack();
      assertThat(page.locator("#f-sold-by summary b")).hasText("All");
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void rangeKeepsTheGrain() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/dashboard?grain=month"));
      page.locator("#f-period summary").click();
      page.locator("#f-period input[name=from]").fill("2011-02-25");
      page.locator("#f-period input[name=to]").fill("2011-03-05");
      page.locator("#f-period button").click();

      assertThat(page.locator("h1")).hasText("25 Feb – 5 Mar 2011");
      assertThat(page.locator("#h-trend")).hasText("Revenue by month");
    }
  }

  @Test
  void stationsLeadToTheirPage() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/"));
      page.getByLabel("What is in the marts").click();

      assertThat(page).hasURL(Pattern.compile(".*/dashboard$"));
      assertThat(page.locator("nav [aria-current]")).hasText("Dashboard");
    }
  }

  @Test
  void wrongRangeSaysWhatIsAllowed() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/dashboard"));
      page.locator("#f-period summary").click();
      page.locator("#f-period input[name=from]").fill("2011-03-09");
      page.locator("#f-period input[name=to]").fill("2011-03-01");
      page.locator("#f-period button").click();

      assertThat(page.locator("main"))
          .containsText("from is “2011-03-09”. Allowed is a day not after");
    }
  }

  @Test
  void orderOpensInTheDrawerAndEscapeReturnsTheFocus() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/transactions"));
      Locator third = page.locator("#orders tbody a").nth(2);
      String id = third.textContent();

      page.keyboard().press("j");
      page.keyboard().press("j");
      page.keyboard().press("j");
      assertThat(third).isFocused();
      page.keyboard().press("Enter");

      assertThat(page.locator("#d-title")).hasText(id);
      assertThat(page.locator("#d-title")).isFocused();
      assertThat(page.locator("#drawer")).containsText("Its life so far");
      assertThat(page).hasURL(Pattern.compile(".*[?]order=" + id + "$"));

      page.keyboard().press("Escape");
      assertThat(page.locator("#drawer")).isHidden();
      assertThat(page.locator("#orders tbody a").nth(2)).isFocused();
      assertThat(page).hasURL(Pattern.compile(".*/transactions$"));
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void openingAnOrderKeepsTheStream() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      List<String> streams = new ArrayList<>();
      page.onRequest(
          request -> {
            if (request.url().contains("/live?")) {
              streams.add(request.url());
            }
          });
      page.navigate(PAGES.address("/transactions"));
      window.linked();
      page.locator("#orders tbody a").first().click();
      assertThat(page.locator("#d-title")).isFocused();
      page.keyboard().press("Escape");
      assertThat(page.locator("#drawer")).isHidden();

      assertThat(streams).hasSize(1);
    }
  }

  @Test
  void keysGoOnThroughTheListWhileAnOrderIsOpen() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/transactions"));
      Locator links = page.locator("#orders tbody a");
      links.nth(1).click();
      assertThat(page.locator("#d-title")).isFocused();

      page.keyboard().press("j");
      assertThat(links.nth(2)).isFocused();
      page.keyboard().press("j");
      assertThat(links.nth(3)).isFocused();
      page.keyboard().press("k");
      assertThat(links.nth(2)).isFocused();
    }
  }

  @Test
  void orderIsFoundByItsCustomer() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/transactions"));
      page.keyboard().press("/");
      page.keyboard().type("C-00375");
      page.keyboard().press("Enter");

      assertThat(page).hasURL(Pattern.compile(".*[?]q=C-00375$"));
      Locator cells = page.locator("#orders tbody td:nth-child(4)");
      assertThat(cells).not().hasCount(0);
      for (Locator cell : cells.all()) {
        assertThat(cell).hasText("C-00375");
      }
    }
  }

  @Test
  void chartsHaveATableBesideThem() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/dashboard?period=2011-03"));
      assertThat(page.locator("[data-chart=trend]"))
          .hasAttribute("aria-label", Pattern.compile("Revenue by day in Mar 2011.*"));

      page.locator("#trend-table summary").click();

      assertThat(page.locator("#trend-table tbody tr")).hasCount(31);
    }
  }

  @Test
  void menuOpensOverThePageOnAPhoneToo() {
    try (Chromium.Window window = PAGES.window(390, 800)) {
      Page page = window.page();
      page.navigate(PAGES.address("/dashboard"));
      page.locator("#f-period summary").click();
      page.locator("#f-period .sheet").getByText("Feb").click();

      assertThat(page.locator("h1")).hasText("February 2011");
      assertThat(window.complaints()).isEmpty();
    }
  }
}
