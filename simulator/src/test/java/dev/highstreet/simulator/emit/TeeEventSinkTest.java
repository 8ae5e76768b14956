package dev.highstreet.simulator.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class TeeEventSinkTest {
  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

  private final List<String> calls = new ArrayList<>();

  @Test
  void everythingGoesToEachSinkInTurn() {
    try (TeeEventSink tee = new TeeEventSink(new Calls("a", ""), new Calls("b", ""))) {
      tee.emit(Topic.ORDERS, "O1", ShopEvents.order("O1", NOON, null));
      tee.emitIntact(Topic.ORDERS, "O2", ShopEvents.order("O2", NOON, null));
      tee.tick(NOON);
      tee.flush();
    }
    assertThat(calls)
        .containsExactly(
            "a emit O1",
            "b emit O1",
            "a emit intact O2",
            "b emit intact O2",
            "a tick",
            "b tick",
            "a flush",
            "b flush",
            "a close",
            "b close");
  }

  @Test
  void whatTheFirstDoesNotTakeTheSecondDoesNotGet() {
    TeeEventSink tee = new TeeEventSink(new Calls("a", "emit"), new Calls("b", ""));
    assertThatThrownBy(() -> tee.emit(Topic.ORDERS, "O1", ShopEvents.order("O1", NOON, null)))
        .hasMessage("a emit");
    assertThat(calls).containsExactly("a emit O1");
  }

  @Test
  void everySinkIsClosedThoughAnotherFails() {
    TeeEventSink tee =
        new TeeEventSink(new Calls("a", "close"), new Calls("b", "close"), new Calls("c", ""));
    assertThatThrownBy(tee::close)
        .hasMessage("a close")
        .satisfies(
            e -> assertThat(e.getSuppressed()).extracting("message").containsExactly("b close"));
    assertThat(calls).containsExactly("a close", "b close", "c close");
  }

  @Test
  void everySinkIsAbandonedThoughOneFails() {
    TeeEventSink tee = new TeeEventSink(new Calls("a", "abandon"), new Calls("b", ""));
    assertThatThrownBy(tee::abandon).hasMessage("a abandon");
    assertThat(calls).containsExactly("a abandon", "b abandon");
  }

  /** Lists the calls of several sinks, and fails at one of them. */
  private final class Calls implements EventSink {
    private final String name;
    private final String failing;

    private Calls(String name, String failing) {
      this.name = name;
      this.failing = failing;
    }

    @Override
    public void emit(Topic topic, String key, SpecificRecord event) {
      call("emit", " " + key);
    }

    @Override
    public void emitIntact(Topic topic, String key, SpecificRecord event) {
      call("emit intact", " " + key);
    }

    @Override
    public void tick(Instant shopTime) {
      call("tick", "");
    }

    @Override
    public void flush() {
      call("flush", "");
    }

    @Override
    public void close() {
      call("close", "");
    }

    @Override
    public void abandon() {
      call("abandon", "");
    }

    private void call(String method, String of) {
      calls.add(name + " " + method + of);
      if (method.equals(failing)) {
        throw new EmitException(name + " " + method);
      }
    }
  }
}
