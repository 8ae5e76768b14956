package dev.highstreet.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.dashboard.shell.RequestProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger read = new AtomicInteger();
  private final RecentAnswers recent = new RecentAnswers(nanos::get);

  @Test
  void sameQuestionWithinASecondIsReadOnce() {
    assertThat(answer("/api/stores?")).isEqualTo("{\"read\":1}");
    pass(Duration.ofMillis(999));

    assertThat(answer("/api/stores?")).isEqualTo("{\"read\":1}");
  }

  @Test
  void answerIsReadAnewAfterASecond() {
    answer("/api/stores?");
    pass(Duration.ofSeconds(1));

    assertThat(answer("/api/stores?")).isEqualTo("{\"read\":2}");
  }

  @Test
  void anotherQuestionHasItsOwnAnswer() {
    answer("/api/stores?limit=1");

    assertThat(answer("/api/stores?limit=2")).isEqualTo("{\"read\":2}");
  }

  @Test
  void refusalIsNotKept() {
    assertThatThrownBy(
            () ->
                recent.of(
                    "/api/products/P-1?",
                    () -> {
                      throw RequestProblem.missing("No product P-1 is known.");
                    }))
        .isInstanceOf(RequestProblem.class);

    assertThat(answer("/api/products/P-1?")).isEqualTo("{\"read\":1}");
  }

  @Test
  void veryLargeAnswerIsGivenAndNotKept() {
    String large = "x".repeat(1 << 20);

    assertThat(text(Answer.object().put("large", large))).contains(large);
    assertThat(answer("/large")).isEqualTo("{\"read\":1}");
  }

  private String text(ObjectNode given) {
    return new String(recent.of("/large", () -> given), StandardCharsets.UTF_8);
  }

  private String answer(String asked) {
    return new String(
        recent.of(asked, () -> Answer.object().put("read", read.incrementAndGet())),
        StandardCharsets.UTF_8);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
