package dev.highstreet.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.drills.rig.Drill;
import dev.highstreet.drills.rig.DrillServers;
import dev.highstreet.drills.rig.DrillStream;
import dev.highstreet.drills.rig.FaultDrill;
import dev.highstreet.drills.shop.DirtyMonth;
import dev.highstreet.drills.shop.Silence;
import dev.highstreet.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Those who send are not well. */
class ProducerDrillsIT {
  private static final int PARTITION = 2;
  private static final Duration LATENESS = Duration.ofDays(2);

  @RegisterExtension static final DrillServers SERVERS = new DrillServers();

  @TempDir Path directory;

  @FaultDrill
  void copiesOfTenThousandRecordsCountForNothing() throws Exception {
    DirtyMonth month = DirtyMonth.playWithRecordsSentAgain(directory.resolve("truth"));
    try (Drill drill = begin("a producer sends its last 10,000 records again", month)) {
      drill.flowing().inject(() -> {}).goesOn().ends().provesRight();
    }
  }

  /** Time stands still for everyone, and nothing is lost: what comes afterwards is not behind. */
  @FaultDrill
  void nothingIsFinalWhileAPartitionIsSilent() throws Exception {
    Silence silence = Silence.in(SERVERS.month().records(), Topic.ORDERS, PARTITION);
    try (Drill drill =
        Drill.begin(
            "a partition falls silent",
            SERVERS,
            SERVERS.flink(),
            new DrillStream(SERVERS.month(), silence.records()))) {
      drill.holdAt(silence.until());
      drill.awaitCounted(silence.from());
      drill.inject(() -> {});
      drill.awaitCheckpointOf(silence.until());
      Instant shown = SERVERS.postgres().watermark();
      assertThat(shown).isBefore(silence.begins().minus(LATENESS));
      drill.seeing("final up to %s, and no further".formatted(shown));
      drill.holdAt(silence.records().size());
      drill.goesOn().ends().provesRight();
      assertThat(SERVERS.postgres().watermark()).isAfter(silence.begins());
    }
  }

  /** What Kafka stamps is quarantined; what bears its own time is believed, and moves nobody's. */
  @FaultDrill
  void aClockThatIsAnHourAheadSpoilsNobodyElsesRecords() throws Exception {
    DirtyMonth month = DirtyMonth.playWithBrokenClocks(directory.resolve("truth"));
    try (Drill drill = begin("two producers' clocks are an hour ahead", month)) {
      drill.flowing().inject(() -> {}).goesOn().ends().provesRight();
    }
  }

  private static Drill begin(String fault, DirtyMonth month) throws Exception {
    return Drill.begin(fault, SERVERS, SERVERS.flink(), DrillStream.of(month));
  }
}
