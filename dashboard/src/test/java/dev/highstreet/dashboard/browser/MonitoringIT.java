package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.Operations;
import dev.highstreet.dashboard.flink.AnsweringFlink;
import dev.highstreet.dashboard.monitoring.Healing;
import dev.highstreet.dashboard.tasks.Work;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the Monitoring page, and sets in motion what an operator can. */
@Tag("browser")
class MonitoringIT {
  private static final String ROWS_OF_THE_DUMP =
      "() => new Set([...document.querySelectorAll('#letter .hex span')].map((part) =>"
          + " Math.round(part.getBoundingClientRect().top))).size";

  private static final AnsweringFlink FLINK = new AnsweringFlink();
  private static final Backfill BACKFILL = new Backfill();

  @RegisterExtension static final Pages PAGES = Pages.of(MonitoringIT::open);

  /** Half done until it is let go on. */
  private static final class Backfill implements Healing {
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public String backfill(LocalDate from, LocalDate to, Work.Progress progress) {
      progress.tell(0.5, "1 200 of 2 400 records read");
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return "Wrote 4711 rows.";
    }

    @Override
    public String backfillLate(Work.Progress progress) {
      throw new Work.Refusal("No day is ready.", null);
    }

    @Override
    public String verify(Work.Progress progress) {
      return "All tables are equal.";
    }

    @Override
    public String check(Work.Progress progress) {
      return "No row violates a data test.";
    }

    @Override
    public String replay(String topic, int partition, long offset, Work.Progress progress) {
      throw new Work.Refusal("It still does not decode.", null);
    }
  }

  private static Browserless open(InventedShop shop) {
    shop.troubles();
    FLINK.runsSales("RUNNING", System.currentTimeMillis());
    return Browserless.on(
        shop.url(),
        FLINK.address(),
        Pages.OPERATED,
        new Operations() {
          @Override
          public Optional<Healing> healing() {
            return Optional.of(BACKFILL);
          }
        });
  }

  @AfterAll
  static void close() {
    BACKFILL.goOn.countDown();
    FLINK.close();
  }

  @Test
  void keysLeadToThePageAndThroughTheLetters() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/"));
      page.keyboard().press("g");
      page.keyboard().press("m");
      assertThat(page.locator("h1")).hasText("Monitoring");

      Locator links = page.locator("#letters tbody a");
      page.keyboard().press("j");
      assertThat(links.first()).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#letter-title")).isFocused();
      assertThat(page.locator("#letter")).containsText("UNDECODABLE");
      assertThat(page.locator("#letter .of-faulty").first()).hasText("6e 6f");
      assertThat((int) page.evaluate(ROWS_OF_THE_DUMP)).as("a row is a line").isEqualTo(3);
      assertThat(page).hasURL(Pattern.compile(".*letter=orders.*"));
      page.keyboard().press("j");
      assertThat(links.nth(1)).isFocused();
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void lettersAreNarrowedByReasonAndTheirBytesLoaded() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/monitoring"));
      page.locator("#f-reason summary").click();
      page.locator("#f-reason .sheet").getByText("UNDECODABLE").click();
      assertThat(page.locator("#letters tbody tr")).hasCount(1);

      page.locator("#letters tbody tr").click();
      String file =
          page.waitForDownload(() -> page.locator("#letter-bytes").click()).suggestedFilename();

      assertThat(file).isEqualTo("orders-0-17.bin");
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void operatorBackfillsADayAfterConfirmingAndSeesHowItGoes() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      PAGES.signIn(page);
      page.navigate(PAGES.address("/monitoring"));
      window.linked();
      Locator asks = page.locator("[id='backfill-2011-02-27']");
      asks.locator("summary").click();
      assertThat(asks).containsText("Sun 27 Feb 2011");
      assertThat(asks).containsText("20 late events");
      asks.getByRole(AriaRole.BUTTON).click();

      assertThat(page.locator("#tasks")).containsText("50 %");
      assertThat(page.locator("#tasks")).containsText("1 200 of 2 400 records read");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "screenshots", "monitoring-backfill.png")));
      BACKFILL.goOn.countDown();
      assertThat(page.locator("#tasks")).containsText("Wrote 4711 rows.");
      assertThat(asks.locator("form")).isHidden();
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void whatIsOfferedToOperatorsIsNotOfferedToOthers() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/monitoring"));
      assertThat(page.getByText("Verify now")).isHidden();
      assertThat(page.locator("[id='backfill-2011-02-27']")).isHidden();

      PAGES.signIn(page);
      page.navigate(PAGES.address("/monitoring"));
      page.getByText("Verify now").click();

      assertThat(page.locator("#tasks")).containsText("All tables are equal.");
    }
  }

  @Test
  void silentFlinkIsSaidWithSinceWhenAndWhatWasKnownStaysAndComesBack() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/monitoring"));
      window.linked();
      assertThat(page.locator("#jobs")).containsText("Sales marts, live (run 1)");

      FLINK.status(503);
      try {
        assertThat(page.locator("#jobs .outage")).containsText("Flink does not answer since ");
        assertThat(page.locator("#jobs")).containsText("Sales marts, live (run 1)");
        assertThat(page.locator("#needs")).containsText("Flink does not answer");
      } finally {
        FLINK.status(200);
      }
      assertThat(page.locator("#jobs .outage")).hasCount(0);
    }
  }
}
