package dev.highstreet.simulator.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SampleEventSinkTest {
  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

  @Test
  void firstFewEventsOfEachTopicAreHandedOn() {
    RecordingSink sink = new RecordingSink();
    try (SampleEventSink sample = new SampleEventSink(sink, 2)) {
      for (int n = 0; n < 5; n++) {
        ShopEvents.emit(sample, ShopEvents.product("P" + n, "MUG", NOON));
      }
      ShopEvents.emit(sample, ShopEvents.customer("K1", "France", NOON));
      ShopEvents.emit(sample, ShopEvents.product("P5", "MUG", NOON));
      ShopEvents.emit(sample, ShopEvents.order("O1", NOON, "K1"));
    }
    assertThat(sink.all())
        .extracting(RecordingSink.Emitted::key)
        .containsExactly("P0", "P1", "K1", "O1");
  }

  @Test
  void sampleOfNothingIsRefused() {
    assertThatThrownBy(() -> new SampleEventSink(new RecordingSink(), 0))
        .hasMessage("sample is 0: give 1 or more events a topic");
  }
}
