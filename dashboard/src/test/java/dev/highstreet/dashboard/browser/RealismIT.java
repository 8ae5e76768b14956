package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.Operations;
import dev.highstreet.dashboard.simulator.Realism;
import dev.highstreet.dashboard.simulator.ReportOnFile;
import dev.highstreet.dashboard.simulator.Simulator;
import dev.highstreet.dashboard.simulator.SteeredShop;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reads the realism report, has it measured anew, and finds scenarios marked on the charts. */
@Tag("browser")
class RealismIT {
  private static final ReportOnFile REPORT = new ReportOnFile("");
  private static final SteeredShop SHOP = new SteeredShop();

  @RegisterExtension
  static final Pages PAGES =
      Pages.of(
          shop ->
              Browserless.on(
                  shop.url(),
                  Pages.OPERATED,
                  new Operations() {
                    @Override
                    public Optional<Simulator> simulator() {
                      return Optional.of(SHOP);
                    }

                    @Override
                    public Optional<Realism> realism() {
                      return Optional.of(REPORT);
                    }
                  }));

  @BeforeAll
  static void putAFileToMeasureOn() {
    REPORT.put("transactions.csv.gz");
  }

  @Test
  void reportIsReadFromTheSimulatorPageInEveryLook() {
    inEveryLook(
        "/simulator",
        (page, look) -> {
          page.getByText("Realism report").press("Enter");
          page.waitForURL("**/simulator/realism");
          assertThat(page.locator("h1")).hasText("Realism report");
          assertThat(page.locator(".scores tbody tr")).hasCount(20);
          assertThat(page.locator(".scores")).containsText("Copies of real orders");
          Locator chart = page.locator(".likeness figure").first();
          assertThat(chart.locator("svg")).isVisible();
          chart.locator("summary").press("Enter");
          assertThat(chart.locator("table")).containsText("50 %");
          fitsAndIsKept(page, "realism-" + look);
        });
  }

  @Test
  void operatorHasItMeasuredAnewWithoutAMouse() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/simulator/realism"));
      assertThat(button(page, "Measure")).isHidden();
      page.locator(".for-others a").press("Enter");
      page.getByLabel("Token").fill(Pages.TOKEN);
      page.getByLabel("Token").press("Enter");
      page.waitForURL("**/simulator/realism");
      window.linked();

      button(page, "Measure").press("Enter");

      assertThat(page.locator("#measuring")).containsText("Measured on transactions.csv.gz.");
      page.locator("#measuring a").press("Enter");
      assertThat(page.locator(".scores tbody tr")).hasCount(20);
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void salesAreMarkedWhereScenariosWereInEveryLook() {
    inEveryLook(
        "/dashboard?period=2011-03",
        (page, look) -> {
          assertThat(page.locator("[data-chart=trend] canvas").first()).isVisible();
          assertThat(page.locator("#sales .spans"))
              .containsText("Sat 26 Mar 2011, 12:00 to Sat 26 Mar 2011, 16:00");
          assertThat(page.locator("[data-chart=trend]").getAttribute("aria-label"))
              .contains("marked: promotion-blast");
          page.locator("#trend-table summary").press("Enter");
          assertThat(page.locator("#trend-table tbody tr").nth(25)).containsText("flash-sale");
          page.locator("#trend-table summary").press("Enter");
          fitsAndIsKept(page, "marked-sales-" + look);
        });
  }

  @Test
  void daysOfThePipelineAreMarkedInEveryLook() {
    inEveryLook(
        "/",
        (page, look) -> {
          assertThat(page.locator(".days li.marked")).hasCount(2);
          assertThat(page.locator("#pipeline .spans")).containsText("fraud-attack");
          fitsAndIsKept(page, "marked-pipeline-" + look);
        });
  }

  private static void inEveryLook(String path, BiConsumer<Page, String> look) {
    for (String theme : new String[] {"light", "dark"}) {
      for (int width : new int[] {390, 1440}) {
        try (Chromium.Window window = PAGES.window(width, 900)) {
          String sign = path.contains("?") ? "&" : "?";
          window.page().navigate(PAGES.address(path + sign + "theme=" + theme));
          window.linked();
          look.accept(window.page(), theme + "-" + width);
          assertThat(window.complaints()).as(theme + " " + width).isEmpty();
        }
      }
    }
  }

  /** Nothing sticks out sideways; and a picture for whoever wants to look. */
  private static void fitsAndIsKept(Page page, String name) {
    assertThat(
            page.evaluate(
                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .as(name + " is as wide as the window")
        .isEqualTo(true);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screens/" + name + ".png")));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
