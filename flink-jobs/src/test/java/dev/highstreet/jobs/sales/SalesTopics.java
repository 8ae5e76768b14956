package dev.highstreet.jobs.sales;

import dev.highstreet.schemas.Topic;
import dev.highstreet.testsupport.KafkaExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What the topics that the jobs read hold. */
final class SalesTopics {
  private final KafkaExtension kafka;

  SalesTopics(KafkaExtension kafka) {
    this.kafka = kafka;
  }

  /** Records written to each topic that the job reads so far, but for the ticks of an empty one. */
  Map<String, Long> produced() throws Exception {
    Map<String, Long> produced = new TreeMap<>();
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()))) {
      for (Topic topic : Topic.SALES) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        admin
            .describeTopics(List.of(topic.topicName()))
            .allTopicNames()
            .get()
            .get(topic.topicName())
            .partitions()
            .forEach(
                partition ->
                    ends.put(
                        new TopicPartition(topic.topicName(), partition.partition()),
                        OffsetSpec.latest()));
        long records =
            admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
        if (records > 0) {
          produced.put(topic.topicName(), records);
        }
      }
    }
    return produced;
  }
}
