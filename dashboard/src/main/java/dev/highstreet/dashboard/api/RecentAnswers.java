package dev.highstreet.dashboard.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was answered within the last second, by path and query: however many programs ask the same,
 * Postgres is asked once. Those who ask at the same time wait for one answer. Refusals and failures
 * are not kept, nor is an answer above {@value #LARGEST} bytes; all together are 32 MB at most.
 */
final class RecentAnswers {
  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final int LARGEST = 1 << 20;
  private static final int MOST_BYTES = 32 << 20;

  private final Cache<String, byte[]> answers;

  RecentAnswers() {
    this(Ticker.systemTicker());
  }

  RecentAnswers(Ticker ticker) {
    this.answers =
        Caffeine.newBuilder()
            .ticker(ticker)
            .executor(Runnable::run)
            .expireAfterWrite(KEPT)
            .maximumWeight(MOST_BYTES)
            .weigher((String asked, byte[] answer) -> 2 * asked.length() + answer.length)
            .build();
  }

  /** Answers as it was answered a moment ago, or anew. */
  void send(Context request, Supplier<ObjectNode> anew) {
    String asked = request.path() + "?" + Optional.ofNullable(request.queryString()).orElse("");
    byte[] answer = of(asked, anew);
    request.contentType("application/json").result(answer);
  }

  byte[] of(String asked, Supplier<ObjectNode> anew) {
    byte[] answer =
        answers.get(asked, absent -> anew.get().toString().getBytes(StandardCharsets.UTF_8));
    if (answer.length > LARGEST) {
      answers.invalidate(asked);
    }
    return answer;
  }
}
