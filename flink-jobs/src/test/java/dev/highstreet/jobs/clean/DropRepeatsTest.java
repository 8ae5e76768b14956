package dev.highstreet.jobs.clean;

import static dev.highstreet.jobs.event.ShopEvents.FIRST_OF_DECEMBER;
import static dev.highstreet.jobs.event.ShopEvents.SECOND_OF_DECEMBER;
import static dev.highstreet.jobs.event.ShopEvents.TEAPOT;
import static dev.highstreet.jobs.event.ShopEvents.eventId;
import static dev.highstreet.jobs.event.ShopEvents.readAt;
import static dev.highstreet.jobs.event.ShopEvents.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.EventId;
import dev.highstreet.jobs.event.Origin;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DropRepeatsTest {
  private static final Arrival ORDER = sale("1001").at(FIRST_OF_DECEMBER).arrival();
  private static final Arrival COPY = readAt(ORDER, 1, 7);
  private static final Arrival UNSOUND =
      sale("1001").at(FIRST_OF_DECEMBER).line(TEAPOT, -1, "2.55").arrival();
  private static final long OCCURRED_AT = FIRST_OF_DECEMBER.toEpochMilli();

  private static final int MOST_INSTANCES = 128;

  private KeyedOneInputStreamOperatorTestHarness<EventId, Screened, Screened> harness;

  @BeforeEach
  void openOperator() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  void closeOperator() throws Exception {
    harness.close();
  }

  @Test
  void eventPassesOnceHoweverOftenItCame() throws Exception {
    send(ORDER, COPY, COPY);
    assertThat(passed()).containsExactly(ORDER.origin());
    assertThat(SideOutputs.tallies(harness))
        .containsExactly("highstreet.orders REPEATED 1/0", "highstreet.orders REPEATED 1/0");
  }

  @Test
  void eventsWithIdsOfTheirOwnPass() throws Exception {
    EventId id = eventId("one");
    send(
        sale("1001").eventId(id).arrival(),
        sale("1002").eventId(new EventId(id.high(), id.low() + 1)).arrival(),
        sale("1003").eventId(new EventId(id.high() + 1, id.low())).arrival());
    assertThat(harness.extractOutputValues()).hasSize(3);
  }

  @Test
  void unsoundEventIsQuarantinedOnceAndItsCopyIsARepeat() throws Exception {
    send(UNSOUND, readAt(UNSOUND, 1, 7));
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(SideOutputs.of(harness, WaysOut.DEAD_LETTERS))
        .extracting(DeadLetter::line, DeadLetter::bytes, letter -> letter.origin().partition())
        .containsExactly(tuple(0, UNSOUND.bytes(), 0), tuple(1, null, 0));
    assertThat(SideOutputs.tallies(harness))
        .containsExactly(
            "highstreet.orders QUARANTINED NO_LINES_LEFT 1/0",
            "highstreet.orders LINE_QUARANTINED NON_POSITIVE_QUANTITY 0/1",
            "highstreet.orders REPEATED 1/0");
  }

  @Test
  void repairedEventPassesAndIsThenARepeatItself() throws Exception {
    send(UNSOUND, ORDER, COPY, UNSOUND);
    assertThat(passed()).containsExactly(ORDER.origin());
    assertThat(SideOutputs.tallies(harness).subList(2, 4))
        .containsExactly("highstreet.orders REPEATED 1/0", "highstreet.orders REPEATED 1/0");
  }

  @Test
  void repairedEventOfALaterTimeIsRememberedUntilThen() throws Exception {
    Arrival repaired = sale("1001").at(SECOND_OF_DECEMBER).arrival();
    send(UNSOUND, repaired);
    harness.processWatermark(OCCURRED_AT);
    send(repaired);
    assertThat(passed()).containsExactly(repaired.origin());
    harness.processWatermark(SECOND_OF_DECEMBER.toEpochMilli());
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void copyThatNamesALaterTimeIsARepeatUntilThen() throws Exception {
    Arrival shifted = sale("1001").at(SECOND_OF_DECEMBER).arrival();
    send(ORDER, shifted);
    harness.processWatermark(OCCURRED_AT);
    send(shifted);
    assertThat(passed()).containsExactly(ORDER.origin());
    harness.processWatermark(SECOND_OF_DECEMBER.toEpochMilli());
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void unsoundEventAfterASoundOneIsARepeatAndNoDeadLetter() throws Exception {
    send(ORDER, UNSOUND);
    assertThat(SideOutputs.deadLetters(harness)).isEmpty();
    assertThat(SideOutputs.tallies(harness)).containsExactly("highstreet.orders REPEATED 1/0");
  }

  @Test
  void faultyLineDoesNotKeepAnOrderBack() throws Exception {
    send(sale("1001").line(TEAPOT, 1, "2.55").line(TEAPOT, -1, "2.55").arrival());
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(SideOutputs.deadLetters(harness)).isEmpty();
  }

  @Test
  void copyIsARepeatUntilTheWatermarkReachesItAndBehindFromThenOn() throws Exception {
    send(ORDER);
    harness.processWatermark(OCCURRED_AT - 1);
    send(COPY);
    harness.processWatermark(OCCURRED_AT);
    send(COPY);
    assertThat(SideOutputs.tallies(harness))
        .containsExactly("highstreet.orders REPEATED 1/0", "highstreet.orders BEHIND 1/0");
    assertThat(SideOutputs.of(harness, WaysOut.LATE_EVENTS))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            new LateEvent(
                COPY.origin(),
                LateEvent.Kind.BEHIND,
                COPY.eventId(),
                COPY.occurredAt(),
                COPY.receivedAt(),
                COPY.bytes()));
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void eventThatWasNeverSeenIsBehindTooOnceTheWatermarkHasPassedIt() throws Exception {
    harness.processWatermark(OCCURRED_AT);
    send(ORDER, UNSOUND);
    assertThat(SideOutputs.tallies(harness))
        .containsExactly("highstreet.orders BEHIND 1/0", "highstreet.orders BEHIND 1/0");
    assertThat(SideOutputs.deadLetters(harness)).isEmpty();
    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void nothingIsRememberedOnceTheWatermarkHasPassed() throws Exception {
    send(ORDER, COPY, sale("1002").line(TEAPOT, -1, "2.55").arrival());
    assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
    assertThat(harness.numEventTimeTimers()).isEqualTo(2);
    harness.processWatermark(OCCURRED_AT);
    send(COPY);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void repeatedOrderPassesOnceAfterRestore() throws Exception {
    send(ORDER, sale("1002").line(TEAPOT, -1, "2.55").arrival());
    restore();
    send(COPY, sale("1002").arrival(), sale("1003").arrival());
    assertThat(harness.extractOutputValues())
        .extracting(screened -> screened.transaction().id())
        .containsExactly("1002", "1003");
    assertThat(SideOutputs.tallies(harness)).containsExactly("highstreet.orders REPEATED 1/0");
    harness.processWatermark(OCCURRED_AT);
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void forgottenEventIsBehindRightAfterRestoreBeforeAnyWatermarkHasCome() throws Exception {
    send(ORDER);
    harness.processWatermark(OCCURRED_AT);
    restore();
    send(COPY, sale("1002").at(FIRST_OF_DECEMBER.plusMillis(1)).arrival());
    assertThat(SideOutputs.tallies(harness)).containsExactly("highstreet.orders BEHIND 1/0");
    assertThat(harness.extractOutputValues())
        .extracting(screened -> screened.transaction().id())
        .containsExactly("1002");
  }

  @Test
  void watermarkIsRememberedThroughTwoRestoresInARow() throws Exception {
    send(ORDER);
    harness.processWatermark(OCCURRED_AT);
    restore();
    restore();
    send(COPY);
    assertThat(SideOutputs.tallies(harness)).containsExactly("highstreet.orders BEHIND 1/0");
  }

  @Test
  void eventsAreRememberedAndBehindAfterGrowingToTwoInstancesAndShrinkingToOne() throws Exception {
    Arrival[] forgotten = orders(FIRST_OF_DECEMBER);
    Arrival[] remembered = orders(SECOND_OF_DECEMBER);
    send(forgotten);
    send(remembered);
    harness.processWatermark(OCCURRED_AT);
    OperatorSubtaskState one = harness.snapshot(1, 1);
    harness.close();

    OperatorSubtaskState[] two = new OperatorSubtaskState[2];
    for (int instance = 0; instance < 2; instance++) {
      harness = rescaled(one, 1, 2, instance);
      send(ofInstance(instance, forgotten));
      send(ofInstance(instance, remembered));
      assertThat(harness.extractOutputValues()).as("instance %d", instance).isEmpty();
      assertThat(SideOutputs.tallies(harness))
          .as("instance %d", instance)
          .containsOnly("highstreet.orders BEHIND 1/0", "highstreet.orders REPEATED 1/0");
      two[instance] = harness.snapshot(2, 2);
      harness.close();
    }

    harness = rescaled(AbstractStreamOperatorTestHarness.repackageState(two), 2, 1, 0);
    send(forgotten);
    send(remembered);
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(SideOutputs.tallies(harness))
        .hasSize(forgotten.length + remembered.length)
        .containsOnly("highstreet.orders BEHIND 1/0", "highstreet.orders REPEATED 1/0");
  }

  /** Enough of them for each of two instances to have some. */
  private static Arrival[] orders(Instant time) {
    return IntStream.range(0, 20)
        .mapToObj(number -> sale("order %d of %s".formatted(number, time)).at(time).arrival())
        .toArray(Arrival[]::new);
  }

  private static Arrival[] ofInstance(int instance, Arrival... arrivals) {
    return Arrays.stream(arrivals)
        .filter(arrival -> instanceOf(arrival) == instance)
        .toArray(Arrival[]::new);
  }

  /** Which of two instances an event goes to. */
  private static int instanceOf(Arrival arrival) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        arrival.eventId(), MOST_INSTANCES, 2);
  }

  private static KeyedOneInputStreamOperatorTestHarness<EventId, Screened, Screened> rescaled(
      OperatorSubtaskState state, int from, int to, int instance) throws Exception {
    var another = harness(to, instance);
    another.initializeState(
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            state, MOST_INSTANCES, from, to, instance));
    another.open();
    return another;
  }

  private List<Origin> passed() {
    return harness.extractOutputValues().stream()
        .map(screened -> screened.arrival().origin())
        .toList();
  }

  private static KeyedOneInputStreamOperatorTestHarness<EventId, Screened, Screened> harness()
      throws Exception {
    return harness(1, 0);
  }

  private static KeyedOneInputStreamOperatorTestHarness<EventId, Screened, Screened> harness(
      int instances, int instance) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new DropRepeats(),
        Screened::eventId,
        TypeInformation.of(EventId.class),
        MOST_INSTANCES,
        instances,
        instance);
  }

  private void send(Arrival... arrivals) throws Exception {
    for (Arrival arrival : arrivals) {
      Screened screened = new Screened(arrival, Validation.faults(arrival.transaction()));
      harness.processElement(new StreamRecord<>(screened, arrival.receivedAt()));
    }
  }

  private void restore() throws Exception {
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
  }
}
