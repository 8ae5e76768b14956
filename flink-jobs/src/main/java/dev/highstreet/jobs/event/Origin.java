package dev.highstreet.jobs.event;

import static java.util.Objects.requireNonNull;

/**
 * Where a record was read.
 *
 * @param topic name of the Kafka topic
 * @param partition partition of the topic
 * @param offset offset in the partition
 * @param recordTime the record's own time in Kafka, epoch milliseconds
 */
public record Origin(String topic, int partition, long offset, long recordTime) {
  public Origin {
    requireNonNull(topic, "topic is null");
  }
}
