package dev.highstreet.jobs.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WatermarkSinkIT {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final MartDatabase DATABASE = new MartDatabase(POSTGRES);

  private static final long NOON = Instant.parse("2011-12-09T12:00:00Z").toEpochMilli();
  private static final RunStart START =
      new RunStart(
          "sales",
          RunStart.Mode.LIVE,
          RuntimeExecutionMode.STREAMING,
          ZoneId.of("Europe/London"),
          Duration.ofDays(2),
          Duration.ofMinutes(5),
          null,
          null);

  private long run;

  @BeforeEach
  void beginRun() throws SQLException {
    POSTGRES.emptyTables();
    RunRegistry.begin(DATABASE.writer(), START);
    run = RunRegistry.begin(DATABASE.writer(), START);
  }

  @Test
  void watermarkOfThisRunAdvancesAtOnce() throws Exception {
    send(NOON);
    assertThat(watermarks()).containsExactly("none", "2011-12-09 12:00:00+00");
    send(NOON + 1);
    assertThat(watermarks()).containsExactly("none", "2011-12-09 12:00:00.001+00");
  }

  @Test
  void watermarkDoesNotGoBackAfterARestart() throws Exception {
    send(NOON);
    send(NOON - 1);
    assertThat(watermarks()).containsExactly("none", "2011-12-09 12:00:00+00");
  }

  @Test
  void noWatermarkYetIsNoTime() throws Exception {
    send(Long.MIN_VALUE);
    assertThat(watermarks()).containsExactly("none", "none");
  }

  @Test
  void endOfAllInputIsInfinity() throws Exception {
    send(NOON);
    send(Long.MAX_VALUE);
    assertThat(watermarks()).containsExactly("none", "infinity");
  }

  @Test
  void cutConnectionIsOpenedAgain() throws Exception {
    try (SinkTask<Long> task = SinkTask.of(new WatermarkSink(DATABASE.writer(), run))) {
      task.send(NOON);
      POSTGRES.cutConnections();
      task.send(NOON + 1_000);
    }
    assertThat(watermarks()).containsExactly("none", "2011-12-09 12:00:01+00");
  }

  @Test
  void roleThatMayNotWriteFailsTheJob() throws Exception {
    WatermarkSink sink = InstantiationUtil.clone(new WatermarkSink(DATABASE.as(Roles.READER), run));
    try (SinkTask<Long> task = SinkTask.of(sink)) {
      assertThatThrownBy(() -> task.send(NOON)).hasMessageContaining("permission denied");
    }
  }

  private void send(long watermark) throws Exception {
    try (SinkTask<Long> task = SinkTask.of(new WatermarkSink(DATABASE.writer(), run))) {
      task.send(watermark);
    }
  }

  private static List<String> watermarks() throws SQLException {
    return DATABASE.read("SELECT coalesce(watermark::text, 'none') FROM ops.runs ORDER BY run_id");
  }
}
