package dev.highstreet.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.testsupport.PostgresExtension;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class MartRouteTest {
  /** A product id as nobody would choose it: all that a cell and an address must keep apart. */
  private static final String STRANGE = "=1~2%7E\"x\",y";

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static InventedShop shop;
  private static Browserless dashboard;

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    shop.execute(
        """
        INSERT INTO mart.daily_sales_by_product
        SELECT day, '%s', orders, customers, units, gross_sales, discounts, -123.456789, cost_of_goods,
               returned_units, refunds, returned_cost, run_id, updated_at
        FROM mart.daily_sales_by_product WHERE day = '2011-03-31' LIMIT 1
        """
            .formatted(STRANGE));
    dashboard = Browserless.on(shop.url());
  }

  @AfterAll
  static void close() {
    dashboard.close();
  }

  @Test
  void everyMartOfTheSchemaIsThere() throws Exception {
    for (String grain : List.of("daily_sales", "monthly_sales")) {
      for (String by : List.of("", "_by_product", "_by_category", "_by_store", "_by_channel")) {
        assertThat(json("/api/marts/" + grain + by).path("rows")).as(grain + by).isNotEmpty();
      }
    }
    assertThat(json("/api/marts/hourly_sales").path("rows")).isNotEmpty();
  }

  @Test
  void amountsAreExactAndRowsSayWhoWroteThem() throws Exception {
    JsonNode row =
        json("/api/marts/daily_sales_by_product?day=2011-03-31&product_id=" + encoded(STRANGE))
            .at("/rows/0");

    assertThat(row.path("net_sales").isTextual()).isTrue();
    assertThat(row.path("net_sales").asText()).isEqualTo("-123.456789");
    assertThat(row.path("day").asText()).isEqualTo("2011-03-31");
    assertThat(row.path("run_id").asLong()).isEqualTo(1);
    assertThat(row.path("updated_at").asText()).endsWith("Z");
  }

  @Test
  void keyColumnsAndPeriodsNarrowTheRows() throws Exception {
    JsonNode rows =
        json("/api/marts/daily_sales_by_channel?channel=SHOP&from=2011-03-01&to=2011-03-07")
            .path("rows");

    assertThat(rows).hasSize(7);
    rows.forEach(row -> assertThat(row.path("channel").asText()).isEqualTo("SHOP"));
    assertThat(rows.get(0).path("day").asText()).isEqualTo("2011-03-01");
    assertThat(
            json("/api/marts/hourly_sales?from=2011-03-31T09:00:00Z&to=2011-03-31T11:00:00Z")
                .path("rows"))
        .hasSizeBetween(1, 3);
  }

  @Test
  void pagesHaveEveryRowOnceWhateverItsKey() throws Exception {
    List<String> seen = new ArrayList<>();
    String after = "";
    JsonNode page;
    do {
      page = json("/api/marts/daily_sales_by_product?day=2011-03-31&limit=3" + after);
      page.path("rows").forEach(row -> seen.add(row.path("product_id").asText()));
      after = "&after=" + encoded(page.path("next").asText());
    } while (!page.path("next").isNull());

    assertThat(seen).contains(STRANGE).doesNotHaveDuplicates().hasSize(rows("2011-03-31"));
  }

  @Test
  void csvHasAHeaderAndEveryRow() throws Exception {
    HttpResponse<String> answer = dashboard.get("/api/marts/daily_sales?format=csv");

    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    List<String> lines = answer.body().lines().toList();
    assertThat(lines).hasSize(41);
    assertThat(lines.get(0)).startsWith("day,orders,customers,").contains("run_id,updated_at");
    assertThat(lines.get(1)).startsWith("2011-02-20,30,");
    assertThat(
            new BigDecimal(lines.get(1).split(",", -1)[6])
                .compareTo(
                    new BigDecimal(
                        json("/api/marts/daily_sales?day=2011-02-20")
                            .at("/rows/0/net_sales")
                            .asText())))
        .isZero();
  }

  @Test
  void csvIsAskedForByItsTypeToo() {
    assertThat(dashboard.get("/api/marts/daily_sales?limit=2", "Accept", "text/csv").body().lines())
        .hasSize(3);
    assertThat(
            dashboard
                .get("/api/marts/daily_sales?format=json", "Accept", "text/csv")
                .headers()
                .firstValue("Content-Type")
                .orElse(""))
        .startsWith("application/json");
  }

  @Test
  void textThatWouldRunAsAFormulaIsDefusedAndNumbersStayNumbers() {
    String csv =
        dashboard
            .get("/api/marts/daily_sales_by_product?format=csv&product_id=" + encoded(STRANGE))
            .body();

    assertThat(csv).contains("2011-03-31,\"'=1~2%7E\"\"x\"\",y\",").contains(",-123.456789,");
  }

  @Test
  void csvOfMoreRowsThanAreReadAtOnceIsWhole() {
    shop.execute(
        """
        INSERT INTO mart.daily_sales_by_product
        SELECT '2001-01-01', 'X-' || n, 1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 1, now()
        FROM generate_series(1, 12345) AS n
        """);
    try {
      String csv =
          dashboard.get("/api/marts/daily_sales_by_product?day=2001-01-01&format=csv").body();

      assertThat(csv.lines().count()).isEqualTo(12_346);
      assertThat(csv.lines().distinct().count()).isEqualTo(12_346);
    } finally {
      shop.execute("DELETE FROM mart.daily_sales_by_product WHERE day = '2001-01-01'");
    }
  }

  @Test
  @Timeout(60)
  void csvThatIsCutShortDoesNotLookWhole() throws Exception {
    shop.execute(
        """
        INSERT INTO mart.daily_sales_by_product
        SELECT '2001-01-01', 'X-' || repeat('x', 150) || n, 1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 1, now()
        FROM generate_series(1, 200000) AS n
        """);
    try (InputStream csv = dashboard.download("/api/marts/daily_sales_by_product?format=csv")) {
      assertThat(csv.readNBytes(4)).asString(StandardCharsets.UTF_8).isEqualTo("day,");
      // by now the server waits for its reader: the rest is not read yet
      shop.execute("ALTER TABLE mart.daily_sales_by_product RENAME TO gone");

      assertThatThrownBy(csv::readAllBytes).isInstanceOf(IOException.class);
    } finally {
      shop.execute(
          """
          ALTER TABLE mart.gone RENAME TO daily_sales_by_product;
          DELETE FROM mart.daily_sales_by_product WHERE day = '2001-01-01'
          """);
    }
  }

  @Test
  void valueThatIsNoneOfItsColumnIsNamed() throws Exception {
    for (String[] wrong :
        new String[][] {
          {"day=2011-02-30", "day"},
          {"day=' OR true --", "day"},
          {"day=+999999-01-01", "day"},
          {"from=2011-03", "from"},
          {"to=tomorrow", "to"},
          {"after=2011-03-31", "after"},
          {"after=a~b~c", "after"},
          {"net_sales=1", "net_sales"},
          {"limit=1001", "limit"},
          {"format=xml", "format"}
        }) {
      String given = wrong[0].substring(wrong[0].indexOf('=') + 1);
      HttpResponse<String> answer =
          dashboard.get("/api/marts/daily_sales_by_product?" + wrong[1] + "=" + encoded(given));

      assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(400);
      assertThat(new ObjectMapper().readTree(answer.body()).at("/errors/0/field").asText())
          .as(wrong[0])
          .isEqualTo(wrong[1]);
    }
  }

  @Test
  void sqlIsNoNameOfAMartAndNoValueOfAColumn() throws Exception {
    assertThat(
            dashboard
                .get("/api/marts/" + encoded("daily_sales; DROP TABLE mart.daily_sales"))
                .statusCode())
        .isEqualTo(404);
    assertThat(
            json("/api/marts/daily_sales_by_product?product_id=" + encoded("' OR true --"))
                .path("rows"))
        .isEmpty();
  }

  private static int rows(String day) throws Exception {
    return json("/api/marts/daily_sales_by_product?limit=1000&day=" + day).path("rows").size();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = dashboard.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
