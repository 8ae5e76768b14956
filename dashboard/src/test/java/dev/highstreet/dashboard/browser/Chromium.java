package dev.highstreet.dashboard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, driven by Playwright, which downloads nothing; see {@link Pages}. */
final class Chromium implements AutoCloseable {
  private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

  /** A busy machine renders late; what is right in the end is right. */
  private static final double PATIENCE_MILLIS = 30_000;

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium open() {
    if (!Files.isExecutable(EXECUTABLE)) {
      throw new IllegalStateException(
          EXECUTABLE + " is missing: install the package chromium (apt-get install chromium)");
    }
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(QUIET));
    return new Chromium(playwright, browser);
  }

  /** A window of its own, with a profile of its own. */
  Window window(int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE));
    context.addInitScript(
        """
        window.shifts = [];
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries())
            if (!shift.hadRecentInput)
              window.shifts.push(shift.value.toFixed(5) + " " + shift.sources.map((s) => s.node?.outerHTML?.slice(0, 120) ?? s.node?.data).join(" | "));
        }).observe({ type: "layout-shift", buffered: true });
        """);
    return new Window(context);
  }

  /** A window of somebody who lets no page run anything. */
  Window withoutScripts(int width, int height) {
    return new Window(
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(false)));
  }

  /** One window, and what its console complained of. */
  static final class Window implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Window(BrowserContext context) {
      this.context = context;
      this.page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
              complaints.add(message.text());
            }
          });
      page.onPageError(complaints::add);
      page.onRequestFailed(
          request -> {
            // whoever leaves a page breaks off what it was still loading, its stream for one
            if (!request.failure().equals("net::ERR_ABORTED")) {
              complaints.add(request.url() + " failed: " + request.failure());
            }
          });
    }

    Page page() {
      return page;
    }

    /** Waits until the page's stream is open; the server renders pages that look the same. */
    void linked() {
      PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("data-linked", "");
    }

    /** A picture of the whole page, where a directory is named for them. */
    void screenshot(String name) {
      String directory = System.getProperty("highstreet.screenshots", "");
      if (!directory.isEmpty()) {
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(directory, name + ".png")));
      }
    }

    /** Errors and warnings of the console, scripts that threw, files that were refused. */
    List<String> complaints() {
      return complaints;
    }

    /** The same since this was asked last. */
    List<String> heard() {
      List<String> heard = List.copyOf(complaints);
      complaints.clear();
      return heard;
    }

    /**
     * What moved without anybody having pressed anything, unless all of it together is less than a
     * thousandth of the window: a figure that grows by a digit pushes its own pence.
     */
    @SuppressWarnings("unchecked") // the script makes a list of strings
    List<String> shifts() {
      List<String> shifts = (List<String>) page.evaluate("() => window.shifts");
      double sum =
          shifts.stream()
              .mapToDouble(shift -> Double.parseDouble(shift.substring(0, shift.indexOf(' '))))
              .sum();
      return sum < 0.001 ? List.of() : shifts;
    }

    @Override
    public void close() {
      context.close();
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
