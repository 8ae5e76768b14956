package dev.highstreet.dashboard.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterTest {
  private static final Duration LONG_ENOUGH_TO_ASK_AGAIN = Duration.ofSeconds(3);

  private final AnsweringFlink flink = new AnsweringFlink();
  private final SettableClock clock = new SettableClock();
  private final Cluster cluster = new Cluster(flink.address(), clock);

  @AfterEach
  void close() {
    flink.close();
  }

  @Test
  void healthOfARunningJobIsPutTogetherFromItsParts() {
    flink.runsSales("RUNNING", clock.instant().toEpochMilli());

    JobHealth job = only(cluster.health());

    assertThat(job.restarts()).isEqualTo(OptionalLong.of(2));
    assertThat(job.uptime()).contains(Duration.ofMinutes(10));
    assertThat(job.lateDrops()).isEqualTo(OptionalLong.of(0));
    Checkpoints checkpoints = job.checkpoints().orElseThrow();
    assertThat(checkpoints.newest())
        .contains(
            new Checkpoints.Completed(
                clock.instant().minusSeconds(60), Duration.ofMillis(850), 12_500_000));
    assertThat(checkpoints.failed()).isEqualTo(1);
    assertThat(checkpoints.failing()).as("one was completed since").isFalse();
  }

  @Test
  void checkpointsFailWhileTheNewestAttemptDid() {
    long now = clock.instant().toEpochMilli();
    flink.runsSales("RUNNING", now);
    flink.checkpoints(now - 60_000, now - 1_000);

    assertThat(only(cluster.health()).checkpoints().orElseThrow().failing()).isTrue();
  }

  @Test
  void loadIsTheShareOfTheTimeSinceItWasAskedLast() {
    flink.runsSales("RUNNING", clock.instant().toEpochMilli());
    flink.answer("/jobs/a1", vertices(1000, 0, 9000));
    assertThat(only(cluster.health()).load()).isEmpty();

    clock.advance(LONG_ENOUGH_TO_ASK_AGAIN);
    flink.answer("/jobs/a1", vertices(7000, 1000, 12_000));

    assertThat(only(cluster.health()).load()).contains(new Load(60, "Fold sales", 10));
  }

  @Test
  void restartBeginsTheLoadAnew() {
    flink.runsSales("RUNNING", clock.instant().toEpochMilli());
    flink.answer("/jobs/a1", vertices(7000, 1000, 12_000));
    cluster.health();
    clock.advance(LONG_ENOUGH_TO_ASK_AGAIN);
    flink.answer("/jobs/a1", vertices(10, 0, 90));

    assertThat(only(cluster.health()).load()).isEmpty();
  }

  @Test
  void recordsThatFlinkItselfDropsAreCounted() {
    flink.runsSales("RUNNING", clock.instant().toEpochMilli());
    flink.answer("/jobs/a1", vertices(1, 1, 1));
    flink.answer(
        "/jobs/a1/vertices/v1/subtasks/metrics",
        "[{\"id\":\"numRecordsIn\"},{\"id\":\"Window, daily.numLateRecordsDropped\"}]");
    flink.answer(
        "/jobs/a1/vertices/v1/subtasks/metrics?agg=sum&get=Window%2C+daily.numLateRecordsDropped",
        "[{\"id\":\"Window, daily.numLateRecordsDropped\",\"sum\":7.0}]");

    assertThat(only(cluster.health()).lateDrops()).isEqualTo(OptionalLong.of(7));
  }

  @Test
  void silentClusterSaysSinceWhenAndWhatItSaidLast() {
    flink.runsSales("RUNNING", clock.instant().toEpochMilli());
    Instant known = clock.instant();
    cluster.health();
    clock.advance(LONG_ENOUGH_TO_ASK_AGAIN);
    Instant silent = clock.instant();
    flink.status(500);
    cluster.health();
    clock.advance(LONG_ENOUGH_TO_ASK_AGAIN);

    Panel<List<JobHealth>> health = cluster.health();

    assertThat(health.problem().since()).contains(silent);
    assertThat(health.asOf()).contains(known);
    assertThat(only(health).job().name()).isEqualTo("Sales marts, live (run 1)");

    flink.status(200);
    clock.advance(LONG_ENOUGH_TO_ASK_AGAIN);
    assertThat(cluster.health().problem()).as("it recovers by itself").isNull();
    assertThat(cluster.health().asOf()).isEmpty();
  }

  private static JobHealth only(Panel<List<JobHealth>> health) {
    assertThat(health.value()).hasSize(1);
    return health.value().get(0);
  }

  private static String vertices(long busy, long backPressured, long idle) {
    return """
        {"vertices":[{"id":"v1","name":"Fold sales","metrics":{"accumulated-busy-time":%d,
           "accumulated-backpressured-time":%d,"accumulated-idle-time":%d}},
          {"id":"v2","name":"Source","metrics":{"accumulated-busy-time":"NaN",
           "accumulated-backpressured-time":0,"accumulated-idle-time":%d}}]}
        """
        .formatted(busy, backPressured, idle, idle);
  }
}
