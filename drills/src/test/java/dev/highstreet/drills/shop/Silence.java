package dev.highstreet.drills.shop;

import dev.highstreet.schemas.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A stream in which nothing arrives in one partition for a while, not even ticks; all of it comes
 * afterwards, in its order.
 *
 * @param records in their new order
 * @param from how many were sent when it began
 * @param until how many were sent when it ended; the partition's own come right after
 * @param begins the shop's time when it began
 */
public record Silence(
    List<ProducerRecord<byte[], byte[]>> records, int from, int until, Instant begins) {

  /** From a third of the stream to two thirds. */
  public static Silence in(List<ProducerRecord<byte[], byte[]>> all, Topic topic, int partition) {
    int from = all.size() / 3;
    int to = 2 * from;
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(all.subList(0, from));
    List<ProducerRecord<byte[], byte[]>> kept = new ArrayList<>();
    for (ProducerRecord<byte[], byte[]> message : all.subList(from, to)) {
      boolean silent =
          message.topic().equals(topic.topicName()) && message.partition() == partition;
      (silent ? kept : records).add(message);
    }
    int until = records.size();
    records.addAll(kept);
    records.addAll(all.subList(to, all.size()));
    return new Silence(records, from, until, Instant.ofEpochMilli(all.get(from).timestamp()));
  }
}
