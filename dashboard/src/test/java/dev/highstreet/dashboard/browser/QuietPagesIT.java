package dev.highstreet.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page at the widths that matter, in light and dark. */
@Tag("browser")
class QuietPagesIT {
  @RegisterExtension static final Pages PAGES = Pages.readOnly();

  @ParameterizedTest
  @CsvSource({
    "pipeline, /, 390",
    "pipeline, /, 1024",
    "pipeline, /, 1440",
    "dashboard, /dashboard, 390",
    "dashboard, /dashboard, 1024",
    "dashboard, /dashboard, 1440",
    "year, /dashboard?period=2011, 1440",
    "store, /dashboard?store=S-BATH, 1440",
    "transactions, /transactions, 390",
    "transactions, /transactions, 1024",
    "order, /transactions?order=H-110331-0007, 390",
    "order, /transactions?order=H-110331-0007, 1440",
    "projector, /dashboard?view=projector, 1920"
  })
  void everyPageIsQuietAndStillInLightAndDark(String name, String address, int width) {
    for (String theme : new String[] {"light", "dark"}) {
      try (Chromium.Window window = PAGES.window(width, 900)) {
        Page page = window.page();
        page.navigate(
            PAGES.address(address + (address.contains("?") ? "&" : "?") + "theme=" + theme));
        window.linked();
        PAGES
            .shop()
            .execute("UPDATE mart.daily_sales SET updated_at = now() WHERE day = '2011-03-31'");
        // two rounds of the stream: what it renews must fit where it was
        page.waitForFunction(
            "() => new Promise((done) => { let left = 2; document.addEventListener('live', () =>"
                + " --left || done(true)); })");
        List<String> shifts = window.shifts(); // a picture of the full page resizes the window
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(width == 390 || !name.equals("order"))
                .setPath(
                    Path.of("target", "screenshots", name + "-" + width + "-" + theme + ".png")));

        assertThat(window.complaints()).as("console of %s", page.url()).isEmpty();
        assertThat(shifts).as("layout shifts of %s", page.url()).isEmpty();
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
            .as("nothing sticks out at %d px", width)
            .isLessThanOrEqualTo(width);
        assertThat(page.evaluate("() => document.documentElement.dataset.theme")).isEqualTo(theme);
      }
    }
  }
}
