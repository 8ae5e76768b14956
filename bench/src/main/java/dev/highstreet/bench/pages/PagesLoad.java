package dev.highstreet.bench.pages;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Holds event streams open, as browsers do, and sends requests beside them at a fixed rate; says
 * how long answers took, and what went wrong. The rate is kept whatever the answers do: a request
 * that waits for its turn waits in the figures, too. With the dashboard's process it says how much
 * memory that has, each minute; and after a warm-up that does not count, and at the end, what is
 * left of its heap once it is cleared.
 *
 * <pre>{@code
 * java -cp 'highstreet-bench.jar:lib/*' dev.highstreet.bench.pages.PagesLoad \
 *   http://127.0.0.1:8080 --streams 200 --rate 500 --seconds 600 --pid 4711
 * }</pre>
 */
public final class PagesLoad {
  private static final List<String> PAGES = List.of("pipeline", "dashboard", "transactions");

  private static final Duration WARM_UP = Duration.ofSeconds(60);

  private PagesLoad() {}

  /** Runs until the time is over; exit 1 if anything went wrong, 2 if used wrongly. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0 || arguments.length % 2 == 0) {
      System.err.println("usage: PagesLoad URL [--streams N] [--rate N] [--seconds N] [--pid N]");
      System.exit(2);
    }
    String url = arguments[0].replaceFirst("/$", "");
    int streams = option(arguments, "--streams", 200);
    int rate = option(arguments, "--rate", 500);
    Duration time = Duration.ofSeconds(option(arguments, "--seconds", 60));
    Optional<Memory> memory = memory(option(arguments, "--pid", 0));
    Questions questions = Questions.about(url);
    try (Streams open =
        Streams.open(streams, i -> URI.create(url + "/live?page=" + PAGES.get(i % PAGES.size())))) {
      Requests requests = new Requests();
      requests.send(rate, WARM_UP, questions, () -> {});
      double heapBefore = memory.isPresent() ? memory.get().clearedMib() : 0;
      Latencies latencies =
          requests.send(rate, time, questions, () -> memory.ifPresent(PagesLoad::print));
      print(latencies, rate);
      System.out.printf(
          "streams  %,d open, %,d ended early, %,d events%n", streams, open.ended(), open.events());
      if (memory.isPresent()) {
        System.out.printf(
            "memory   cleared, %.1f MiB of heap are left, after %.1f MiB at the beginning%n",
            memory.get().clearedMib(), heapBefore);
      }
      System.exit(latencies.failed() == 0 && open.ended() == 0 ? 0 : 1);
    }
  }

  private static void print(Memory memory) {
    try {
      System.out.println("memory   " + memory.now());
    } catch (IOException e) {
      System.out.println("memory   " + e.getMessage());
    }
  }

  private static Optional<Memory> memory(int pid) {
    try {
      return Optional.of(pid).filter(id -> id > 0).map(Memory::new);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      throw e;
    }
  }

  private static void print(Latencies latencies, int rate) {
    System.out.printf(
        "requests %,d at %,d a second: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, most %.1f ms; %,d failed%n",
        latencies.count(),
        rate,
        latencies.millisAt(0.5),
        latencies.millisAt(0.99),
        latencies.millisAt(0.999),
        latencies.millisAt(1),
        latencies.failed());
    latencies.failures().forEach((what, times) -> System.out.printf("  %,d × %s%n", times, what));
  }

  private static int option(String[] arguments, String name, int otherwise) {
    for (int i = 1; i < arguments.length; i += 2) {
      if (arguments[i].equals(name)) {
        return Integer.parseInt(arguments[i + 1]);
      }
    }
    return otherwise;
  }
}
