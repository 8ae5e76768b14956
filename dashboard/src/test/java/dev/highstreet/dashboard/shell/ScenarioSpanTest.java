package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioSpanTest {
  private static final Instant NOON = Instant.parse("2025-03-14T12:00:00Z");
  private static final Instant ONE = NOON.plusSeconds(3_600);
  private static final Instant TWO = NOON.plusSeconds(7_200);

  @Test
  void spanIsWithinEveryTimeThatItSharesAPartWith() {
    ScenarioSpan span = new ScenarioSpan("flash-sale", NOON, ONE);

    assertThat(span.isWithin(NOON.minusSeconds(9), NOON.plusMillis(1))).isTrue();
    assertThat(span.isWithin(ONE.minusMillis(1), TWO)).isTrue();
    assertThat(span.isWithin(NOON.minusSeconds(9), NOON)).as("ends where it begins").isFalse();
    assertThat(span.isWithin(ONE, TWO)).as("begins where it ends").isFalse();
  }

  @Test
  void oneThatWasStoppedAtOnceIsWhereItBegan() {
    ScenarioSpan span = new ScenarioSpan("flash-sale", NOON, NOON);

    assertThat(span.isWithin(NOON, ONE)).isTrue();
    assertThat(span.isWithin(NOON.minusSeconds(1), NOON)).isFalse();
  }

  @Test
  void eachNameIsToldOnce() {
    List<ScenarioSpan> spans =
        List.of(
            new ScenarioSpan("flash-sale", NOON, ONE),
            new ScenarioSpan("fraud-attack", NOON, TWO),
            new ScenarioSpan("flash-sale", ONE, TWO));

    assertThat(ScenarioSpan.names(spans, NOON, TWO)).isEqualTo("flash-sale, fraud-attack");
    assertThat(ScenarioSpan.names(spans, TWO, TWO.plusSeconds(1))).isEmpty();
  }

  @Test
  void endBeforeTheBeginningIsRefused() {
    assertThatThrownBy(() -> new ScenarioSpan("flash-sale", ONE, NOON))
        .hasMessage(
            "until is 2025-03-14T12:00:00Z, before from, 2025-03-14T13:00:00Z: it must not be");
  }
}
