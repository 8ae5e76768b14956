package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.Operations;
import dev.highstreet.dashboard.simulator.Simulator;
import dev.highstreet.dashboard.simulator.SteeredShop;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signs in, and steers a simulated shop. */
@Tag("browser")
class SimulatorIT {
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
                  }));

  @Test
  void whoeverSignsInSteersWithoutAMouse() {
    for (String theme : new String[] {"light", "dark"}) {
      for (int width : new int[] {390, 1440}) {
        try (Chromium.Window window = PAGES.window(width, 900)) {
          Page page = window.page();
          page.navigate(PAGES.address("/simulator?theme=" + theme));
          Locator send = button(page, "Send");
          assertThat(send).isHidden();

          page.locator(".for-others a").press("Enter");
          page.getByLabel("Token").fill(Pages.TOKEN);
          page.getByLabel("Token").press("Enter");
          page.waitForURL("**/simulator");
          window.linked();
          steer(page);
          assertThat(
                  page.evaluate(
                      "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
              .as("no wider than the window")
              .isEqualTo(true);
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(Path.of("target/screens/simulator-" + theme + "-" + width + ".png")));

          // the browser itself complains of what was refused, and of nothing else
          assertThat(window.complaints()).singleElement().asString().contains("400 (Bad Request)");
        }
      }
    }
    assertThat(SHOP.levers())
        .startsWith(
            "paused true",
            "speed 21600.0",
            "faults {repeated=0.0}",
            "stop flash-sale",
            "start fraud-attack {hours=2.0}",
            "cancel");
  }

  private static void steer(Page page) {
    Locator said = page.locator("#said");
    button(page, "Pause").press("Enter");
    assertThat(said).containsText("stands still");
    assertThat(page.locator("#simulator")).containsText("Paused");

    page.getByLabel("Pace", new Page.GetByLabelOptions().setExact(true)).fill("5");
    assertThat(page.locator("#pace-words")).hasText("6 hours each second");
    assertThat(said).containsText("6 hours each second");

    Locator repeated = page.getByRole(AriaRole.SWITCH, named("repeated"));
    boolean on = repeated.getAttribute("aria-checked").equals("true");
    repeated.press(on ? "Space" : "Enter");
    assertThat(said).containsText(on ? "repeated 0." : "repeated 0.002.");
    assertThat(repeated).hasAttribute("aria-checked", on ? "false" : "true");
    page.getByRole(AriaRole.SWITCH, named("flash-sale")).press("Enter");
    assertThat(said).containsText("flash-sale ends");

    Locator attack = page.getByRole(AriaRole.REGION, named("fraud-attack"));
    attack.getByLabel("hours").fill("2");
    attack.getByRole(AriaRole.BUTTON, in("Start")).press("Enter");
    assertThat(said).containsText("fraud-attack begins");

    attack.locator("summary").press("Enter");
    attack.locator("textarea").fill("{\"hours\": \"many\"}");
    attack.getByRole(AriaRole.BUTTON, in("Start with these")).press("Enter");
    assertThat(said.getByRole(AriaRole.ALERT)).containsText("hours");

    button(page, "Cancel").press("Enter");
    assertThat(said).containsText("No more orders");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }
}
