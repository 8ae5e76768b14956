package dev.highstreet.cli.send;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * What became of all that was sent, counted in transactions; times are those of single attempts.
 */
final class Tally {
  private static final int FIRST_SIZE = 1_024;

  private final int total;
  private final long began = System.nanoTime();
  private int deliveries;
  private int sent;
  private int accepted;
  private int refused;
  private int givenUp;
  private int retries;
  private int attempts;
  private long[] nanos = new long[FIRST_SIZE];

  /** Of so many transactions that are to be sent. */
  Tally(int total) {
    this.total = total;
  }

  /** Counts a delivery that is about to be sent, and numbers it. */
  int begin(int transactions) {
    sent += transactions;
    return ++deliveries;
  }

  void attempt(Duration took, boolean again) {
    if (attempts == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * nanos.length);
    }
    nanos[attempts++] = took.toNanos();
    retries += again ? 1 : 0;
  }

  void accepted(int transactions) {
    accepted += transactions;
  }

  void refused(int transactions) {
    refused += transactions;
  }

  void givenUp(int transactions) {
    givenUp += transactions;
  }

  boolean allAccepted() {
    return accepted == total;
  }

  /** Sent, but cut off before there was an answer. */
  private int unanswered() {
    return sent - accepted - refused - givenUp;
  }

  String progress() {
    return String.format(
        Locale.ROOT, "Sent %,d of %,d transactions, %,d accepted …", sent, total, accepted);
  }

  /**
   * The time within which so many of a hundred attempts were answered, or failed; 0 without any.
   */
  private double percentileMillis(int percent) {
    if (attempts == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, attempts);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil((double) percent * attempts / 100);
    return sorted[rank - 1] / 1e6;
  }

  private double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }

  /** For people. */
  String asText() {
    return String.format(
        Locale.ROOT,
        "Sent %,d of %,d transactions in %,d deliveries within %.1f s: %,d accepted, %,d refused, %,d given up%s.%n"
            + "%,d attempts, %,d of them again; half of them took %.1f ms at most, 99 of 100 took %.1f ms at most.",
        sent,
        total,
        deliveries,
        seconds(),
        accepted,
        refused,
        givenUp,
        unanswered() == 0 ? "" : String.format(Locale.ROOT, ", %,d cut off", unanswered()),
        attempts,
        retries,
        percentileMillis(50),
        percentileMillis(99));
  }

  /** For machines. */
  String asJson() {
    return new ObjectMapper()
        .createObjectNode()
        .put("transactions", total)
        .put("sent", sent)
        .put("accepted", accepted)
        .put("refused", refused)
        .put("givenUp", givenUp)
        .put("cutOff", unanswered())
        .put("deliveries", deliveries)
        .put("attempts", attempts)
        .put("retries", retries)
        .put("p50Millis", rounded(percentileMillis(50)))
        .put("p99Millis", rounded(percentileMillis(99)))
        .put("seconds", rounded(seconds()))
        .toString();
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
