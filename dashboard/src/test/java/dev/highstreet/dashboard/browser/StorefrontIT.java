package dev.highstreet.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.highstreet.dashboard.Browserless;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person buys something, and watches the order travel. The test plays the job. */
@Tag("browser")
class StorefrontIT {
  @RegisterExtension
  static final Pages PAGES =
      Pages.withKafka((shop, kafka) -> Browserless.selling(shop.url(), Pages.OPERATED, kafka));

  @ParameterizedTest
  @ValueSource(ints = {390, 1440})
  void orderIsBoughtAndFollowedToTheDashboard(int width) {
    try (Chromium.Window window = PAGES.window(width, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/storefront"));
      page.getByRole(AriaRole.SEARCHBOX).fill("robot");
      page.keyboard().press("Enter");
      assertThat(page.locator(".tile")).hasCount(6);
      page.getByText("Tin robot no. 7").click();
      assertThat(page.locator("h1")).hasText("Tin robot no. 7");
      assertThat(page.getByText("Often bought together")).isVisible();

      page.getByLabel("Quantity").fill("2");
      page.getByText("Put in the cart").click();
      assertThat(page).hasURL(Pattern.compile(".*/storefront/cart$"));
      assertThat(page.locator("#cart .total")).containsText("£22.50");

      // signing in keeps the cart
      assertThat(page.getByText("Place the order")).isHidden();
      page.locator("#cart .for-others a").click();
      page.getByLabel("Token").fill(Pages.TOKEN);
      page.keyboard().press("Enter");
      assertThat(page.locator("#cart .total")).containsText("£22.50");

      page.getByText("Place the order").click();
      assertThat(page).hasURL(Pattern.compile(".*/storefront/orders/W-[0-9a-f]+$"));
      assertThat(page.locator("#journey li").nth(1)).containsText("partition");
      assertThat(page.locator("#journey li.ahead")).hasCount(3);

      book(page.url().replaceFirst(".*/", ""), page.locator("#journey li").nth(1).textContent());
      assertThat(page.locator("#journey li.ahead")).hasCount(0);
      assertThat(page.locator("#journey")).containsText("after it was sent");

      page.navigate(PAGES.address("/storefront/cart"));
      assertThat(page.getByText("The cart is empty")).isVisible();
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void shopIsUsedWithKeysAlone() {
    try (Chromium.Window window = PAGES.window(1440, 900)) {
      Page page = window.page();
      page.navigate(PAGES.address("/"));
      page.keyboard().press("g");
      page.keyboard().press("s");
      assertThat(page).hasURL(Pattern.compile(".*/storefront$"));
      page.waitForLoadState();
      page.keyboard().press("/");
      page.keyboard().type("P-0007");
      page.keyboard().press("Enter");
      assertThat(page.locator(".tile")).hasCount(1);
      page.locator(".tile a").focus();
      page.keyboard().press("Enter");
      page.getByLabel("Quantity").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#cart .cart li:not(.total)")).hasCount(1);
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void shopWorksWithoutScripts() {
    String cart = cookie("/storefront/cart?put=P-0007&quantity=3");

    assertThat(PAGES.dashboard().get("/storefront/cart", "Cookie", cart).body()).contains("£33.75");
  }

  private static String cookie(String path) {
    return PAGES
        .dashboard()
        .get(path)
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow()
        .split(";", 2)[0];
  }

  /** What the job writes of an order that it has read at this place. */
  private static void book(String id, String place) {
    Matcher at = Pattern.compile("partition (\\d+), offset (\\d+)").matcher(place);
    assertThat(at.find()).isTrue();
    PAGES
        .shop()
        .execute(
            """
            INSERT INTO core.orders
            SELECT '%s', gen_random_uuid(), NULL, 'S-WEB', NULL, now(), now(), current_date, 1, 0, 2, 22.5, 0, 22.5,
                   1, 0, 0, NULL, 'CARD', NULL, NULL, NULL, 'highstreet.orders', %s, %s, 1, now()
            FROM core.orders LIMIT 1;
            INSERT INTO core.order_lines
            SELECT '%s', 1, product_id, 1, category, 2, list_price, 0, NULL, 22.5, 22.5, 1, 1, now()
            FROM core.products WHERE product_id = 'P-0007';
            DELETE FROM mart.daily_sales_by_product WHERE day = current_date AND product_id = 'P-0007';
            INSERT INTO mart.daily_sales_by_product
            VALUES (current_date, 'P-0007', 1, 0, 2, 22.5, 0, 22.5, 1, 0, 0, 0, 1, now())
            """
                .formatted(id, at.group(1), at.group(2), id));
  }
}
