package dev.highstreet.dashboard.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.Token;
import dev.highstreet.testsupport.PostgresExtension;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The shop's pages over HTTP; Kafka does not answer. */
class StorefrontPageTest {
  private static final String OPERATOR = "an operator's token";
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final Pattern TILE = Pattern.compile("class=\"tile\"");

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static Browserless dashboard;

  @BeforeAll
  static void open() {
    InventedShop shop = InventedShop.history(POSTGRES);
    shop.execute("UPDATE core.products SET active = false WHERE product_id = 'P-0020'");
    shop.execute(
        """
        INSERT INTO core.products
        SELECT 'P-9000', 1, '%s', '%s', brand, supplier, list_price, unit_cost, unit_cost_assumed, true,
               effective_from, run_id, updated_at
        FROM core.products WHERE product_id = 'P-0001'
        """
            .formatted(SCRIPT, SCRIPT));
    dashboard =
        Browserless.selling(
            shop.url(), AccessRules.operatedWith(Token.of(OPERATOR)), Browserless.SILENT_KAFKA);
  }

  @AfterAll
  static void close() {
    dashboard.close();
  }

  @Test
  void shelfHasAPageOfProductsAndTheWayToMore() {
    String first = dashboard.get("/storefront").body();
    Matcher next = Pattern.compile("id=\"next\" href=\"([^\"]+)\"").matcher(first);
    assertThat(next.find()).isTrue();

    assertThat(tiles(first)).isEqualTo(24);
    assertThat(tiles(dashboard.get(next.group(1).replace("&amp;", "&")).body())).isEqualTo(24);
    assertThat(first).contains("£3.75", "core.products");
  }

  @Test
  void wordAndCategoryNarrowTheShelf() {
    assertThat(tiles(dashboard.get("/storefront?q=robot").body())).isEqualTo(6);
    assertThat(tiles(dashboard.get("/storefront?category=Toys&q=no.%204").body())).isPositive();
    assertThat(dashboard.get("/storefront?q=nothing+like+it").body())
        .contains("Nothing on this shelf");
  }

  @Test
  void scriptInANameOrAWordIsShownAsText() {
    for (String path :
        new String[] {
          "/storefront?q=" + encoded(SCRIPT),
          "/storefront?category=" + encoded(SCRIPT),
          "/storefront/products/P-9000"
        }) {
      assertThat(dashboard.get(path).body())
          .as(path)
          .contains("&lt;script&gt;alert(1)")
          .doesNotContain(SCRIPT);
    }
    assertThat(dashboard.get("/storefront/products/" + encoded(SCRIPT)).body())
        .doesNotContain(SCRIPT);
    assertThat(dashboard.get("/storefront/orders/" + encoded(SCRIPT)).body())
        .doesNotContain(SCRIPT);
  }

  @Test
  void productIsShownWithWhatGoesWithIt() {
    assertThat(dashboard.get("/storefront/products/P-0007").body())
        .contains("Tin robot no. 7", "£11.25", "Often bought together", "Put in the cart");
  }

  @Test
  void withdrawnProductCannotBeBought() {
    assertThat(dashboard.get("/storefront/products/P-0020").body())
        .contains("No longer sold")
        .doesNotContain("Put in the cart");
  }

  @Test
  void productThatIsNoneIsNotFound() {
    assertThat(dashboard.get("/storefront/products/P-none").statusCode()).isEqualTo(404);
    assertThat(dashboard.get("/storefront/products/%00").statusCode()).isIn(400, 404);
    assertThat(dashboard.get("/storefront/orders/none").statusCode()).isEqualTo(404);
    assertThat(dashboard.get("/storefront/orders/%0a").statusCode()).isIn(400, 404);
  }

  @Test
  void cartIsTheBrowsersOwnAndIsSetNotAddedTo() {
    HttpResponse<String> put = dashboard.get("/storefront/cart?put=P-0007&quantity=2");
    String cart = cookie(put);
    String again = cookie(dashboard.get("/storefront/cart?put=P-0007&quantity=2", "Cookie", cart));

    assertThat(put.statusCode()).isEqualTo(303);
    assertThat(put.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly", "SameSite=Strict", "Path=/storefront");
    assertThat(again).isEqualTo(cart);
    assertThat(dashboard.get("/storefront/cart", "Cookie", cart).body())
        .contains("Tin robot no. 7", "£22.50", "needs an operator's token");
    assertThat(dashboard.get("/storefront", "Cookie", cart).body())
        .contains("<span class=\"chip\">2");
  }

  @Test
  void linkElsewhereFillsNobodysCart() {
    HttpResponse<String> put =
        dashboard.get("/storefront/cart?put=P-0007&quantity=2", "Sec-Fetch-Site", "cross-site");

    assertThat(put.statusCode()).isEqualTo(200);
    assertThat(put.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void quantityThatIsNoneIsNamed() {
    for (String quantity : new String[] {"-1", "1001", "1.5", "many", "99999999999"}) {
      HttpResponse<String> answer =
          dashboard.get("/storefront/cart?put=P-0007&quantity=" + quantity);

      assertThat(answer.statusCode()).as(quantity).isEqualTo(400);
      assertThat(answer.body()).contains("a whole number from 0 to 1000");
    }
  }

  @Test
  void goodsThatAreNoLongerSoldStandInTheWayOfCheckout() {
    String body =
        dashboard
            .get("/storefront/cart", "Cookie", "highstreet_cart=P-0020!1~P-gone!2~P-0007!1")
            .body();

    assertThat(body)
        .contains("No longer sold", "There is no such product any more", "P-gone")
        .containsPattern("type=\"submit\" disabled");
  }

  @Test
  void checkoutFromElsewhereIsRefused() {
    String session = session();

    assertThat(
            dashboard
                .post(
                    "/storefront/orders",
                    "payment=CARD",
                    "Cookie",
                    session + "; highstreet_cart=P-0007!1")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void emptyCartIsNoOrder() {
    String session = session();

    assertThat(
            dashboard
                .post("/storefront/orders", "csrf=" + csrf(session), "Cookie", session)
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  @Timeout(60)
  void cartStaysWhereAnOrderWasNotTaken() {
    String session = session();

    HttpResponse<String> answer =
        dashboard.post(
            "/storefront/orders",
            "payment=CARD&store=S-WEB&csrf=" + csrf(session),
            "Cookie",
            session + "; highstreet_cart=P-0007!1");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("Kafka takes no orders now");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void orderThatCameAnotherWayIsFollowedAsFarAsItsRowsTell() {
    assertThat(dashboard.get("/storefront/orders/H-110331-0007").body())
        .contains(
            "It is in the marts.",
            "4 lines of 5; the others were quarantined.",
            "NON_POSITIVE_QUANTITY",
            "Not through this dashboard");
  }

  private static String session() {
    return cookie(dashboard.post("/sign-in", "token=" + OPERATOR));
  }

  private static String csrf(String session) {
    Matcher csrf =
        Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"")
            .matcher(dashboard.get("/storefront", "Cookie", session).body());
    assertThat(csrf.find()).isTrue();
    return csrf.group(1);
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static long tiles(String page) {
    return TILE.matcher(page).results().count();
  }
}
