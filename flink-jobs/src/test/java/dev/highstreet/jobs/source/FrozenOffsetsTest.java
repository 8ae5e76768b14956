package dev.highstreet.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FrozenOffsetsTest {
  @Test
  void offsetsAreWrittenByTopicAndPartitionInAFixedOrder() {
    assertThat(
            FrozenOffsets.toJson(
                Map.of(
                    new TopicPartition("returns", 0), 0L,
                    new TopicPartition("orders", 10), 3L,
                    new TopicPartition("orders", 2), Long.MAX_VALUE,
                    new TopicPartition("orders", 0), 1L)))
        .isEqualTo(
            "{\"orders\": {\"0\": 1, \"2\": 9223372036854775807, \"10\": 3}, \"returns\": {\"0\":"
                + " 0}}");
  }

  @Test
  void everyReaderHasAPartitionOfTheTopicThatHasTheMost() {
    Map<TopicPartition, Long> ends =
        Map.of(
            new TopicPartition("returns", 0), 0L,
            new TopicPartition("orders", 0), 0L,
            new TopicPartition("orders", 1), 0L);
    assertThat(FrozenOffsets.readers(ends, 1)).isEqualTo(1);
    assertThat(FrozenOffsets.readers(ends, 2)).isEqualTo(2);
    assertThat(FrozenOffsets.readers(ends, 8)).isEqualTo(2);
  }

  @Test
  void noOffsetsAreAnEmptyObject() {
    assertThat(FrozenOffsets.toJson(Map.of())).isEqualTo("{}");
  }
}
