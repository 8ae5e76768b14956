package dev.highstreet.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
