package dev.highstreet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.testsupport.PostgresExtension;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesPageTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static InventedShop shop;
  private static Browserless dashboard;

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    dashboard = Browserless.on(shop.url());
  }

  @AfterAll
  static void close() {
    dashboard.close();
  }

  @Test
  void withoutAPeriodItShowsTheMonthOfTheNewestSale() {
    assertThat(get("/dashboard"))
        .contains("<h1>March 2011</h1>", "Still open. Final to 28 Mar.", "to 28 Mar");
  }

  @Test
  void finalPeriodIsRuledOnceAndOpenOneIsDotted() {
    assertThat(get("/dashboard?period=2011-02")).contains("fig final").doesNotContain("fig early");
    assertThat(get("/dashboard?period=2011-03")).contains("fig early");
  }

  @Test
  void customersOfAYearAreADashWithTheReason() {
    assertThat(get("/dashboard?period=2011"))
        .contains("distinct, so kept for single days and months only");
    assertThat(get("/dashboard?period=2011-03"))
        .doesNotContain("distinct, so kept for single days and months only");
  }

  @Test
  void whatIsNotKeptByStoreSaysSoInItsPanel() {
    assertThat(get("/dashboard?store=S-BATH"))
        .contains("Categories are not kept by store", "Products are not kept by store");
  }

  @Test
  void periodWithoutSalesSaysWhenThereWereSome() {
    assertThat(get("/dashboard?period=2009"))
        .contains("No sales in 2009", "from Sun 20 Feb 2011 to Thu 31 Mar 2011");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/dashboard?period=2011-13|period is “2011-13”",
        "/dashboard?from=2011-03-09&to=2011-03-01|from is “2011-03-09”",
        "/dashboard?grain=week|grain is “week”",
        "/dashboard?store=S-MOON|store is “S-MOON”. Allowed is one of S-MKT, S-BATH, S-YORK, S-WEB",
        "/dashboard?channel=a&channel=b|channel is “a, b”. Allowed is one value, not several",
        "/dashboard?store=a%00b|store is “a\ufffdb”. Allowed is text without control characters",
        "/live?page=dashboard&period=x|period is “x”",
        "/live?page=dashboard&store=S-MOON|store is “S-MOON”"
      })
  void wrongParameterIsNamedWithItsValue(String address, String words) {
    HttpResponse<String> answer = dashboard.get(address);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }

  @Test
  @Timeout(30)
  void figuresMoveInTheStreamWhenRowsChange() {
    try (Stream<String> lines = dashboard.listen("/live?page=dashboard&period=2011-03-31").body()) {
      var following = lines.iterator();
      while (!following.next().contains("data-figure=\"Orders\">30<")) {}
      shop.execute(
          "UPDATE mart.daily_sales SET orders = 31, updated_at = now() WHERE day = '2011-03-31'");
      while (!following.next().contains("data-figure=\"Orders\">31<")) {}
    } finally {
      shop.execute("UPDATE mart.daily_sales SET orders = 30 WHERE day = '2011-03-31'");
    }
  }

  @Test
  @Timeout(30)
  void panelThatCouldNotBeReadOnceIsReadAgain() {
    shop.execute("ALTER TABLE mart.hourly_sales RENAME TO mislaid");
    try (Stream<String> lines = dashboard.listen("/live?page=dashboard&period=2011-03-30").body()) {
      var following = lines.iterator();
      while (!following.next().contains("The tables are not there yet")) {}
      shop.execute("ALTER TABLE mart.mislaid RENAME TO hourly_sales");
      while (!following.next().contains("data-chart=\"hours\"")) {}
    } finally {
      shop.execute("ALTER TABLE IF EXISTS mart.mislaid RENAME TO hourly_sales");
    }
  }

  @Test
  void panelThatCannotBeReadShowsWhatItShowedBefore() {
    assertThat(get("/dashboard?period=2011-03-28")).contains("data-chart=\"hours\"");
    shop.execute("ALTER TABLE mart.hourly_sales RENAME TO mislaid");
    try {
      assertThat(get("/dashboard?period=2011-03-28"))
          .contains("The tables are not there yet</b> since ", "data-chart=\"hours\"")
          .contains("data-figure=\"Orders\">30<");
    } finally {
      shop.execute("ALTER TABLE mart.mislaid RENAME TO hourly_sales");
    }
  }

  private static String get(String address) {
    HttpResponse<String> answer = dashboard.get(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
