package dev.highstreet.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small file of our own making, with every kind of dirt; samples/README.md counts it. */
class CornerShopReplayIT extends ReplayContract {
  CornerShopReplayIT() {
    super(Path.of("..", "samples", "corner-shop.csv"));
  }

  @Override
  void assumeFile(Path file) {
    assertThat(file).exists();
  }

  @Test
  void summaryCountsWhatTheFileHolds() {
    assertThat(summary().at("/rows/read").asLong()).isEqualTo(6_311);
    assertThat(summary().at("/rows/rejected").toString())
        .isEqualTo("{\"UNPARSEABLE_QUANTITY\":1,\"WRONG_FIELD_COUNT\":1}");
    assertThat(summary().at("/orders/produced").asLong()).isEqualTo(998);
    assertThat(summary().at("/returns/produced").asLong()).isEqualTo(63);
    assertThat(summary().at("/lines/quarantined").toString())
        .isEqualTo("{\"NON_POSITIVE_PRICE\":21,\"NON_POSITIVE_QUANTITY\":16}");
    assertThat(summary().at("/distinctCustomers").asLong()).isEqualTo(159);
  }

  @Test
  void cellThatWasChangedIsNamed() throws Exception {
    String where = " WHERE day = '2010-12-01' AND category = 'Garden'";
    change("UPDATE mart.daily_sales_by_category SET refunds = refunds + 0.000001" + where);
    try {
      JsonNode verdict = verify();
      assertThat(verdict.path("differences").asLong()).isOne();
      JsonNode row = table(verdict, "mart.daily_sales_by_category").at("/first/0");
      assertThat(row.path("kind").asText()).isEqualTo("DIFFERENT");
      assertThat(row.path("key").toString())
          .isEqualTo("{\"day\":\"2010-12-01\",\"category\":\"Garden\"}");
      assertThat(row.path("columns").findValuesAsText("column"))
          .containsExactly("refunds", "revenue", "gross_margin");
    } finally {
      change("UPDATE mart.daily_sales_by_category SET refunds = refunds - 0.000001" + where);
    }
  }

  @Test
  void platformThatStaysUpIsAskedAsWell(@TempDir Path other) throws Exception {
    awaitEqualWhileUp(other, "2011-04-30");
  }

  @Test
  void onlyTheDaysThatAreAskedForAreCompared() throws Exception {
    JsonNode verdict = verify("--from", "2010-10-31", "--to", "2010-12-31");
    assertThat(verdict.path("differences").asLong()).isZero();
    assertThat(table(verdict, "mart.monthly_sales").path("expected").asLong()).isEqualTo(2);
  }
}
