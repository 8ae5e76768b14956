package dev.highstreet.cli.send;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.send.HttpSender.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Sends a delivery until it is accepted, refused, or given up; always under the id that it was
 * given first, so that it counts once whatever became of the attempts before.
 */
final class Courier {
  private final HttpSender http;
  private final Backoff backoff;
  private final Tally tally;
  private final Consumer<String> tell;
  private final Random random = new Random();

  /**
   * Reports to a tally.
   *
   * @param tell takes a line about each attempt that was not accepted
   */
  Courier(HttpSender http, Backoff backoff, Tally tally, Consumer<String> tell) {
    this.http = requireNonNull(http, "http is null");
    this.backoff = requireNonNull(backoff, "backoff is null");
    this.tally = requireNonNull(tally, "tally is null");
    this.tell = requireNonNull(tell, "tell is null");
  }

  /**
   * Sends these transactions together; returns when it is known, or given up, what became of them.
   */
  void deliver(List<ObjectNode> transactions) throws InterruptedException {
    String id = UUID.randomUUID().toString();
    int delivery = tally.begin(transactions.size());
    boolean mayHaveArrived = false;
    for (int attempt = 1; ; attempt++) {
      long began = System.nanoTime();
      Answer answer = http.send(id, transactions);
      tally.attempt(Duration.ofNanos(System.nanoTime() - began), attempt > 1);
      if (answer.isAccepted() || (answer.isTakenBefore() && mayHaveArrived)) {
        tally.accepted(transactions.size());
        return;
      }
      if (!answer.isPutOff()) {
        tell.accept(line(delivery, attempt, answer, "not sent again"));
        tally.refused(transactions.size());
        return;
      }
      mayHaveArrived |= answer.arrived();
      Optional<Duration> wait = backoff.after(attempt, answer.retryAfter(), random);
      if (wait.isEmpty()) {
        tell.accept(line(delivery, attempt, answer, "given up"));
        tally.givenUp(transactions.size());
        return;
      }
      tell.accept(line(delivery, attempt, answer, again(wait.get())));
      Thread.sleep(wait.get().toMillis());
    }
  }

  private static String again(Duration wait) {
    return String.format(Locale.ROOT, "again in %.1f s", wait.toMillis() / 1e3);
  }

  private static String line(int delivery, int attempt, Answer answer, String next) {
    return String.format(
        Locale.ROOT, "Delivery %,d, attempt %d: %s; %s", delivery, attempt, answer.reason(), next);
  }
}
