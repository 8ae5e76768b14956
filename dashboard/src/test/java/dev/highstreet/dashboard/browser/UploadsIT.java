package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.Operations;
import dev.highstreet.dashboard.intake.OpenTill;
import dev.highstreet.dashboard.intake.Till;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signs in, uploads files, and reads what became of them. */
@Tag("browser")
class UploadsIT {
  private static final String HEADER = "order_id,store_id,product_id,quantity,unit_price\n";

  private static final OpenTill TILL = new OpenTill();

  @TempDir static Path root;

  @RegisterExtension
  static final Pages PAGES =
      Pages.of(
          shop ->
              Browserless.receiving(
                  shop.url(),
                  Pages.OPERATED,
                  new Operations() {
                    @Override
                    public Optional<Till> till() {
                      return Optional.of(TILL);
                    }
                  },
                  root));

  private static FilePayload file(String name, String rows) {
    return new FilePayload(name, "text/csv", (HEADER + rows).getBytes(UTF_8));
  }

  private static void upload(Page page, FilePayload file) {
    page.getByLabel("File", new Page.GetByLabelOptions().setExact(true)).setInputFiles(file);
    Locator button =
        page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload").setExact(true));
    button.press("Enter");
  }

  private static Locator row(Page page, String name) {
    return page.locator("#uploads tr", new Page.LocatorOptions().setHasText(name));
  }

  private static void assertNothingIsInTheWay(Chromium.Window window, String name) {
    window.screenshot(name);
    Page page = window.page();
    int wider = (int) page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
    assertThat(wider).as("the page scrolls sideways").isLessThanOrEqualTo(0);
    assertThat(Axe.violations(page)).isEmpty();
    assertThat(window.heard()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"light, 390", "light, 1440", "dark, 390", "dark, 1440"})
  void fileIsUploadedAndWhatIsWrongWithItIsRead(String theme, int width) {
    String name = theme + "-" + width;
    try (Chromium.Window window = PAGES.operatorsWindow(width, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/uploads?theme=" + theme));
      window.linked();
      upload(
          page, file("wrong-" + name + ".csv", "A-1,WEB,CUP,-2,2.50\nA-2,WEB,<img src=x>,1,x\n"));
      assertThat(row(page, "wrong-" + name)).containsText("refused");
      upload(page, file("sales-" + name + ".csv", name + ",WEB,CUP,2,2.50\n"));
      assertThat(row(page, "sales-" + name)).containsText("taken");
      page.navigate(PAGES.address("/uploads?theme=" + theme));
      assertNothingIsInTheWay(window, "uploads-" + name);

      page.getByText("wrong-" + name).click();
      assertThat(page.locator("#faults tbody tr")).hasCount(2);
      assertThat(page.locator("#faults tbody tr").first()).containsText("quantity");
      page.navigate(page.url() + "?theme=" + theme);
      assertNothingIsInTheWay(window, "upload-" + name);
    }
    assertThat(TILL.ids()).contains(name).doesNotContain("A-1", "A-2");
  }

  @Test
  void guestIsShownTheWayIn() {
    try (Chromium.Window window = PAGES.window(390, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/uploads"));
      assertThat(page.getByText("Uploading needs an operator's token.")).isVisible();
      assertThat(page.locator("#file")).isHidden();
      assertNothingIsInTheWay(window, "uploads-of-a-guest");
    }
  }

  @ParameterizedTest
  @CsvSource({"light, 390, 7", "dark, 1440, 8"})
  void batchIsMadeAndUploadedWithoutAMouse(String theme, int width, String seed) {
    try (Chromium.Window window = PAGES.operatorsWindow(width, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/uploads?theme=" + theme));
      window.linked();
      page.getByLabel("Rows").fill("20");
      assertThat(page.locator("#batch-rows-words")).hasText("20");
      page.locator("select[name=kind]").selectOption("stores");
      page.locator("input[name=seed]").fill(seed);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make and upload"))
          .press("Enter");
      assertThat(row(page, "batch-stores-20-" + seed)).containsText("taken");
      assertThat(window.heard()).isEmpty();
    }
    assertThat(TILL.revised()).contains("store B%s-S19".formatted(seed));
  }

  @Test
  void fileIsUploadedWithoutScripts() {
    try (Chromium.Window window = PAGES.chromium().withoutScripts(1440, 900)) {
      Page page = window.page();
      PAGES.signIn(page);
      page.navigate(PAGES.address("/uploads"));
      upload(page, file("plain.csv", "plain,WEB,CUP,2,2.50\n"));
      page.waitForURL("**/uploads");
      assertThat(page.locator("#uploads")).containsText("plain.csv");
    }
  }

  @Test
  void pageIsReachedWithKeysAndFromTheSimulator() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/"));
      page.keyboard().press("g");
      page.keyboard().press("u");
      page.waitForURL("**/uploads");
      page.navigate(PAGES.address("/simulator"));
      page.locator("main .head a[href='/uploads']").press("Enter");
      assertThat(page.locator("h1")).hasText("Uploads");
      assertThat(window.complaints()).isEmpty();
    }
  }
}
