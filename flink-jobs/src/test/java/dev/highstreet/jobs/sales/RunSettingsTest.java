package dev.highstreet.jobs.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.jobs.config.SalesConfig;
import dev.highstreet.jobs.event.ShopEvents;
import dev.highstreet.jobs.mart.Database;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class RunSettingsTest {
  private static final SalesConfig CONFIG =
      new SalesConfig(
          "broker:9092",
          new Database("jdbc:postgresql://db:5432/highstreet", "alice", ""),
          ZoneId.of("Europe/London"),
          ShopEvents.CLOCKS,
          2,
          10_000,
          false);

  @Test
  void barriersAreAlignedWhateverTheClusterSays() {
    Configuration cluster = new Configuration();
    cluster.set(CheckpointingOptions.ENABLE_UNALIGNED, true);
    cluster.addAll(RunSettings.streaming(CONFIG));
    assertThat(cluster.get(CheckpointingOptions.ENABLE_UNALIGNED)).isFalse();
  }

  @Test
  void checkpointsThatFailForAWhileAreNoReasonToRestart() {
    Configuration settings = RunSettings.streaming(CONFIG);
    int tolerated = settings.get(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER);
    assertThat(settings.get(CheckpointingOptions.CHECKPOINTING_INTERVAL).multipliedBy(tolerated))
        .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void clusterWithoutAPlaceForCheckpointsIsRefusedInOneLine() {
    assertThatThrownBy(() -> RunSettings.requireCheckpointDirectory(RunSettings.streaming(CONFIG)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("execution.checkpointing.dir is not set")
        .hasMessageNotContaining("\n");
    Configuration cluster = new Configuration();
    cluster.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, "file:///var/lib/checkpoints");
    assertThatCode(() -> RunSettings.requireCheckpointDirectory(cluster))
        .doesNotThrowAnyException();
  }
}
