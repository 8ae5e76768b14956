package dev.highstreet.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A real retailer's file: half a million lines, which the project does not carry. */
class OnlineRetailReplayIT extends ReplayContract {
  OnlineRetailReplayIT() {
    super(Path.of("..", "..", "shared", "data", "online-retail", "online-retail.csv.gz"));
  }

  @Override
  void assumeFile(Path file) {
    assumeTrue(
        Files.exists(file),
        "the Online Retail file is not beside the project; skipping its replay");
  }

  @Test
  void everyFigureIsExact() {
    assertThat(summary().path("orders").toString())
        .isEqualTo(
            "{\"produced\":22064,\"accepted\":19960,\"quarantined\":2104,\"repeated\":0,\"late\":0,\"behind\":0}");
    assertThat(summary().path("lines").toString())
        .isEqualTo(
            "{\"accepted\":530104,\"quarantined\":{\"NON_POSITIVE_PRICE\":1181,\"NON_POSITIVE_QUANTITY\":1336}}");
    assertThat(summary().path("units").asLong()).isEqualTo(5_588_376);
    assertThat(summary().path("grossSales").decimalValue())
        .isEqualByComparingTo(new BigDecimal("10666684.544"));
    assertThat(summary().path("distinctCustomers").asLong()).isEqualTo(4_338);
    assertThat(summary().at("/returns/count").asLong()).isEqualTo(3_836);
    assertThat(summary().at("/returns/units").asLong()).isEqualTo(277_574);
    assertThat(summary().at("/returns/refunds").decimalValue())
        .isEqualByComparingTo(new BigDecimal("896812.490"));
    assertThat(summary().at("/rows/rejected")).isEmpty();
  }
}
