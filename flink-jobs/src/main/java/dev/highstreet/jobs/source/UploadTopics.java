package dev.highstreet.jobs.source;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.highstreet.schemas.Topic;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics in which an upload brings its events, for one backfill: beside those of the contract,
 * and read whole.
 *
 * @param ends where each of their partitions ends; empty where there is no upload
 */
public record UploadTopics(Map<TopicPartition, Long> ends) {
  private static final Set<Topic> REVISIONS = Set.of(Topic.PRODUCTS, Topic.STORES);
  private static final Set<Topic> TRANSACTIONS = Set.of(Topic.ORDERS, Topic.RETURNS);

  public UploadTopics {
    ends = Map.copyOf(ends);
  }

  /**
   * Those of an upload, as far as they are filled now.
   *
   * @param kafka bootstrap servers, {@code host:port}
   * @param upload its name; empty for none
   * @throws IllegalArgumentException if there is no such upload in Kafka
   * @throws IllegalStateException if Kafka does not answer
   */
  public static UploadTopics of(String kafka, Optional<String> upload) {
    if (upload.isEmpty()) {
      return new UploadTopics(Map.of());
    }
    try (Admin admin = FrozenOffsets.admin(kafka)) {
      Set<String> there = admin.listTopics().names().get();
      Set<String> brought =
          Topic.SALES.stream()
              .map(topic -> topic.uploadName(upload.get()))
              .filter(there::contains)
              .collect(toSet());
      if (brought.isEmpty()) {
        throw new IllegalArgumentException(
            "there is no upload %s in Kafka at %s: ./highstreet backfill --files makes one, and removes it when it ends"
                .formatted(upload.get(), kafka));
      }
      return new UploadTopics(FrozenOffsets.ends(admin, brought));
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "cannot ask Kafka at %s for upload %s: %s"
              .formatted(kafka, upload.get(), e.getCause().getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking Kafka at " + kafka, e);
    }
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return ends.isEmpty();
  }

  /** Where the topics with orders and returns end. */
  public Map<TopicPartition, Long> transactions() {
    return of(TRANSACTIONS);
  }

  /** Where the topics with products and stores end. */
  public Map<TopicPartition, Long> revisions() {
    return of(REVISIONS);
  }

  private Map<TopicPartition, Long> of(Set<Topic> carried) {
    return ends.entrySet().stream()
        .filter(end -> Topic.carriedBy(end.getKey().topic()).filter(carried::contains).isPresent())
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
