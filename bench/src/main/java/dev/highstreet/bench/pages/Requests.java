package dev.highstreet.bench.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/** Requests at a fixed rate. Each is due at a moment of its own, and its time begins there. */
final class Requests {
  private static final int MOST_AT_ONCE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * Sends until the time is over, and waits for all answers.
   *
   * @param eachMinute is called as often, beside the requests
   */
  Latencies send(int rate, Duration time, LongFunction<URI> address, Runnable eachMinute)
      throws InterruptedException {
    Latencies latencies = new Latencies();
    Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
    long first = System.nanoTime();
    long count = rate * time.toSeconds();
    for (long i = 0; i < count; i++) {
      long due = first + i * 1_000_000_000L / rate;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      if (i % (60L * rate) == 0) {
        var unused = CompletableFuture.runAsync(eachMinute);
      }
      atOnce.acquire();
      HttpRequest request = HttpRequest.newBuilder(address.apply(i)).timeout(PATIENCE).build();
      var unused =
          client
              .sendAsync(request, BodyHandlers.discarding())
              .whenComplete(
                  (answer, problem) -> {
                    atOnce.release();
                    if (problem != null) {
                      latencies.failed(problem.toString());
                    } else if (answer.statusCode() != 200) {
                      latencies.failed(answer.statusCode() + " " + kind(request.uri()));
                    } else {
                      latencies.add(System.nanoTime() - due);
                    }
                  });
    }
    atOnce.acquire(MOST_AT_ONCE);
    return latencies;
  }

  /** {@code /api/products} of {@code /api/products/P-1}: what went wrong is told by kind. */
  private static String kind(URI address) {
    return address.getPath().replaceFirst("^(/[^/]+/[^/]+)/.*", "$1/…");
  }
}
