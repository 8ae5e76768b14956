package dev.highstreet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.testsupport.PostgresExtension;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages say while something they read is not there. */
class StatesTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @Test
  @Timeout(60)
  void everyPageOpensWithoutADatabase() {
    try (Browserless dashboard = Browserless.on(Browserless.SILENT_DATABASE)) {
      for (String page :
          new String[] {
            "/",
            "/dashboard",
            "/transactions",
            "/transactions?order=1",
            "/monitoring",
            "/storefront"
          }) {
        assertThat(get(dashboard, page))
            .contains("Postgres does not answer", "127.0.0.1:1/highstreet", "No database");
      }
    }
  }

  @Test
  void databaseWithoutTablesSaysHowToMakeThem() {
    String untouched = POSTGRES.url().replaceFirst("/[^/]+$", "/postgres");
    try (Browserless dashboard = Browserless.on(untouched)) {
      for (String page :
          new String[] {"/", "/dashboard", "/transactions", "/monitoring", "/storefront"}) {
        assertThat(get(dashboard, page))
            .contains("The tables are not there yet", "./highstreet up");
      }
    }
  }

  @Test
  void databaseThatIsNotThereIsNamed() {
    try (Browserless dashboard =
        Browserless.on(POSTGRES.url().replaceFirst("/[^/]+$", "/nowhere"))) {
      assertThat(get(dashboard, "/dashboard")).contains("There is no such database", "/nowhere");
    }
  }

  @Test
  void emptyDatabaseSaysWhatWillAppearAndHow() {
    InventedShop shop = InventedShop.empty(POSTGRES);
    try (Browserless dashboard = Browserless.on(shop.url())) {
      assertThat(get(dashboard, "/"))
          .contains(
              "no run yet", "No day has sales yet", "Nothing was quarantined", "no events yet");
      assertThat(get(dashboard, "/dashboard")).contains("Nothing has been sold yet");
      assertThat(get(dashboard, "/transactions")).contains("No order has been accepted yet");
      assertThat(get(dashboard, "/monitoring"))
          .contains("Nothing was quarantined", "No day has late events waiting")
          .contains("No job has run yet", "Nothing compared yet");
    }
  }

  @Test
  void silentKafkaAndFlinkAreSaidInTheirPanelsOnly() {
    InventedShop shop = InventedShop.empty(POSTGRES);
    try (Browserless dashboard = Browserless.on(shop.url())) {
      assertThat(get(dashboard, "/"))
          .contains("Flink does not answer", "Kafka does not answer")
          .doesNotContain("Postgres does not answer");
    }
  }

  @Test
  @Timeout(60)
  void streamTellsOfAMissingDatabaseToo() {
    try (Browserless dashboard = Browserless.on(Browserless.SILENT_DATABASE);
        Stream<String> lines = dashboard.listen("/live?page=transactions").body()) {
      assertThat(lines.anyMatch(line -> line.contains("Postgres does not answer"))).isTrue();
    }
  }

  private static String get(Browserless dashboard, String page) {
    HttpResponse<String> answer = dashboard.get(page);
    assertThat(answer.statusCode()).as(page).isEqualTo(200);
    return answer.body();
  }
}
