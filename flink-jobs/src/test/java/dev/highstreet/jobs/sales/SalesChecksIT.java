package dev.highstreet.jobs.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.emit.KafkaEventSink;
import dev.highstreet.simulator.replay.Replay;
import dev.highstreet.simulator.replay.ReplayOptions;
import dev.highstreet.sql.CheckResult;
import dev.highstreet.sql.DataChecks;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Path;
import java.sql.SQLException;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The data tests on what the jobs leave behind, one run after the other into the same tables. */
class SalesChecksIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  private static final Path FILE =
      Path.of(System.getProperty("highstreet.it.file", "../samples/corner-shop.csv"));

  @TempDir private Path scratch;

  @Test
  void dataTestsPassAfterEveryRun() throws Exception {
    SalesRig rig = new SalesRig(KAFKA, POSTGRES, FLINK);
    String live = rig.startLive();
    replay();
    rig.awaitAllAccountedFor(live);
    String savepoint = rig.stop(live);
    assertAllPass("live");

    String resumed = rig.startLiveFrom(savepoint);
    rig.stop(resumed);
    assertAllPass("resumed, with nothing to read");

    rig.runBounded(RuntimeExecutionMode.BATCH);
    assertAllPass("bounded, over all that was there");
  }

  private static void assertAllPass(String after) throws SQLException {
    assertThat(DataChecks.run(POSTGRES.as(Roles.READER)))
        .as(after)
        .allSatisfy(result -> assertThat(result.firstViolations()).as(result.claim()).isEmpty())
        .allMatch(CheckResult::passed);
  }

  private void replay() throws Exception {
    try (KafkaEventSink sink = KafkaEventSink.connect(KAFKA.bootstrapServers())) {
      Replay.open(ReplayOptions.of(FILE, scratch.resolve("rejects.csv"))).run(sink, progress -> {});
    }
  }
}
