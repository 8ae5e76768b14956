package dev.highstreet.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.RecordingSink;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real file, where it is: it is not ours to carry. */
class OnlineRetailTest {
  private static final Path FILE =
      Path.of("..", "..", "shared", "data", "online-retail", "online-retail.csv.gz");

  @TempDir Path folder;

  @Test
  void everyInvoiceAndLineOfOnlineRetailBecomesAnEvent() throws UnusableFileException {
    assumeTrue(Files.exists(FILE), "skipped: " + FILE + " is not on this machine");
    RecordingSink sink = new RecordingSink();
    Replay replay = Replay.open(ReplayOptions.of(FILE, folder.resolve("rejects.csv")));
    ReplayReport report = replay.run(sink, progress -> {});

    assertThat(report.rows()).isEqualTo(541_909);
    assertThat(report.rejectedByReason()).isEmpty();
    assertThat(report.produced())
        .containsEntry(Topic.ORDERS, 22_064L)
        .containsEntry(Topic.RETURNS, 3_836L)
        .containsEntry(Topic.STORES, 1L);
    assertThat(sink.of(OrderPlaced.class).stream().mapToLong(o -> o.getLines().size()).sum())
        .isEqualTo(532_621);
    assertThat(sink.of(OrderReturned.class).stream().mapToLong(r -> r.getLines().size()).sum())
        .isEqualTo(9_288);
    assertThat(sink.of(ProductRevised.class).stream().map(ProductRevised::getProductId).distinct())
        .hasSize(4_070);
    assertThat(
            sink.of(CustomerRevised.class).stream().map(CustomerRevised::getCustomerId).distinct())
        .hasSize(4_372);
    assertThat(report.first()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
    assertThat(report.last()).isEqualTo(Instant.parse("2011-12-09T12:50:00Z"));
  }
}
