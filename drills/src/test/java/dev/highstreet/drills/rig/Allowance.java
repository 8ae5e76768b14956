package dev.highstreet.drills.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

/** Which books say something else than the truth after a fault, and are right. Rows never do. */
final class Allowance {
  private boolean newRunCountsAgain;
  private long mostTwice;
  private long twice;

  /** What a lost job had counted after its newest checkpoint, the next one counts again. */
  void newRunCountsAgain() {
    newRunCountsAgain = true;
  }

  boolean isCountedAgain() {
    return newRunCountsAgain;
  }

  /** Kafka may have so many records twice. */
  void recordsTwice(long most) {
    mostTwice = most;
  }

  /** Demands that Kafka has no more records than were sent, and may have. */
  void demand(long sent, long held) {
    twice = held - sent;
    assertThat(twice).as("records that Kafka has twice").isBetween(0L, mostTwice);
  }

  /** Records that Kafka has twice, and nobody injected. */
  long twice() {
    return twice;
  }

  /** What cannot be compared. */
  Set<String> leftOut() {
    Set<String> books = new HashSet<>();
    if (newRunCountsAgain) {
      books.addAll(Set.of("ops.run_counts", "records in Kafka"));
    }
    if (twice > 0) {
      books.addAll(
          Set.of(
              "ops.run_counts",
              "ops.dead_letters",
              "ops.late_events, late",
              "ops.late_events, behind"));
    }
    return books;
  }
}
