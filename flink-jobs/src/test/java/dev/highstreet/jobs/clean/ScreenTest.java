package dev.highstreet.jobs.clean;

import static dev.highstreet.jobs.event.ShopEvents.CLOCKS;
import static dev.highstreet.jobs.event.ShopEvents.FIRST_OF_DECEMBER;
import static dev.highstreet.jobs.event.ShopEvents.TEAPOT;
import static dev.highstreet.jobs.event.ShopEvents.customer;
import static dev.highstreet.jobs.event.ShopEvents.product;
import static dev.highstreet.jobs.event.ShopEvents.sale;
import static dev.highstreet.jobs.event.ShopEvents.takenBack;
import static dev.highstreet.jobs.event.ShopEvents.teapot;
import static dev.highstreet.jobs.event.ShopEvents.tick;
import static dev.highstreet.jobs.event.ShopEvents.undecodable;
import static dev.highstreet.jobs.event.ShopEvents.website;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Arrival.Defect;
import dev.highstreet.jobs.event.Origin;
import dev.highstreet.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {
  private static final Duration A_MILLISECOND = Duration.ofMillis(1);
  private static final Duration SKEW = CLOCKS.skew();
  private static final Duration LATENESS = CLOCKS.lateness();

  private OneInputStreamOperatorTestHarness<Arrival, Screened> harness;

  @BeforeEach
  void openScreen() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forProcessFunction(new Screen(CLOCKS, Scope.everything()));
  }

  @AfterEach
  void closeScreen() throws Exception {
    harness.close();
  }

  @Test
  void soundTransactionsGoOn() throws Exception {
    Arrival sale = sale("1001").arrival();
    Arrival takenBack = takenBack("R1").arrival();
    screen(sale, takenBack);
    assertThat(harness.extractOutputValues())
        .extracting(Screened::arrival)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(sale, takenBack);
    assertThat(harness.extractOutputValues()).allMatch(screened -> screened.faults().isEmpty());
    assertThat(SideOutputs.tallies(harness)).isEmpty();
  }

  @Test
  void faultyTransactionsGoOnWithTheirFaultsAsTheyMayBeRepeats() throws Exception {
    screen(
        sale("1001").line(TEAPOT, 1, "2.55").line(TEAPOT, -1, "2.55").arrival(),
        sale("1002").line(TEAPOT, -1, "2.55").arrival());
    assertThat(harness.extractOutputValues())
        .extracting(Screened::isUnsound)
        .containsExactly(false, true);
    assertThat(harness.extractOutputValues())
        .extracting(screened -> screened.faults().size())
        .containsExactly(1, 2);
    assertThat(SideOutputs.deadLetters(harness)).isEmpty();
    assertThat(SideOutputs.tallies(harness)).isEmpty();
  }

  @Test
  void bytesThatAreNoEventBecomeADeadLetterWithThoseBytes() throws Exception {
    Arrival broken = undecodable("broken");
    screen(broken);
    assertThat(SideOutputs.of(harness, WaysOut.DEAD_LETTERS))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            new DeadLetter(
                broken.origin(),
                0,
                Fault.Stage.DECODE,
                Reason.UNDECODABLE,
                "'broken' is no event",
                null,
                null,
                null,
                broken.bytes()));
    assertThat(SideOutputs.tallies(harness))
        .containsExactly("highstreet.orders QUARANTINED UNDECODABLE 1/0");
    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void unknownSchemaHasAReasonOfItsOwn() throws Exception {
    Arrival broken = undecodable("from the future");
    screen(
        new Arrival(
            broken.origin(),
            null,
            broken.bytes(),
            null,
            0,
            0,
            null,
            null,
            new Defect(true, "schema fingerprint 0123456789abcdef is not known")));
    assertThat(SideOutputs.deadLetters(harness)).containsExactly("0 UNKNOWN_SCHEMA");
    assertThat(SideOutputs.tallies(harness))
        .containsExactly("highstreet.orders QUARANTINED UNKNOWN_SCHEMA 1/0");
  }

  @Test
  void collectorsClockMayBeAheadOfKafkasByTheSkewAndNoMore() throws Exception {
    screen(sale("1001").receivedAheadOfKafka(SKEW).arrival());
    assertThat(harness.extractOutputValues()).hasSize(1);

    screen(sale("1002").receivedAheadOfKafka(SKEW.plus(A_MILLISECOND)).arrival());
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(SideOutputs.tallies(harness))
        .containsExactly("highstreet.orders QUARANTINED RECEIVED_IN_FUTURE 1/0");
    long receivedAt = FIRST_OF_DECEMBER.toEpochMilli();
    assertThat(SideOutputs.of(harness, WaysOut.DEAD_LETTERS).get(0).detail())
        .isEqualTo(
            "receivedAt %d is more than PT5M after the record's own time %d"
                .formatted(receivedAt, receivedAt - SKEW.toMillis() - 1));
  }

  @Test
  void eventMayOccurAfterItWasReceivedByTheSkewAndNoMore() throws Exception {
    screen(sale("1001").receivedAfter(SKEW.negated()).arrival());
    assertThat(harness.extractOutputValues()).hasSize(1);

    screen(sale("1002").receivedAfter(SKEW.plus(A_MILLISECOND).negated()).arrival());
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(SideOutputs.tallies(harness))
        .containsExactly("highstreet.orders QUARANTINED OCCURRED_IN_FUTURE 1/0");
    DeadLetter letter = SideOutputs.of(harness, WaysOut.DEAD_LETTERS).get(0);
    long occurredAt = FIRST_OF_DECEMBER.toEpochMilli();
    assertThat(letter.detail())
        .isEqualTo(
            "occurredAt %d is more than PT5M after receivedAt %d"
                .formatted(occurredAt, occurredAt - SKEW.toMillis() - 1));
    assertThat(letter.occurredAt()).isEqualTo(occurredAt);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-292275055-05-16T16:47:04.192Z", "+10000-01-01T00:00:00Z"})
  void timeThatNoCalendarCanTakeIsQuarantined(Instant time) throws Exception {
    screen(sale("1001").at(time).arrival());
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(SideOutputs.tallies(harness))
        .containsExactly("highstreet.orders QUARANTINED TIME_OUT_OF_RANGE 1/0");
    assertThat(SideOutputs.of(harness, WaysOut.DEAD_LETTERS).get(0).detail())
        .isEqualTo(
            "occurredAt %1$d and receivedAt %1$d must be from -62135596800000 to 253402300799999, the years 1 to 9999"
                .formatted(time.toEpochMilli()));
  }

  @Test
  void clocksAreJudgedBeforeTheContent() throws Exception {
    screen(
        sale("1001")
            .line(TEAPOT, -1, "2.55")
            .receivedAfter(SKEW.multipliedBy(-2))
            .receivedAheadOfKafka(SKEW.multipliedBy(2))
            .arrival());
    assertThat(SideOutputs.deadLetters(harness)).containsExactly("0 RECEIVED_IN_FUTURE");
  }

  @Test
  void eventIsLateOnlyAfterTheWholeAllowance() throws Exception {
    screen(sale("1001").receivedAfter(LATENESS).arrival());
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(SideOutputs.of(harness, WaysOut.LATE_EVENTS)).isEmpty();

    Arrival late = takenBack("R1").receivedAfter(LATENESS.plus(A_MILLISECOND)).arrival();
    screen(late);
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(SideOutputs.of(harness, WaysOut.LATE_EVENTS))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            new LateEvent(
                late.origin(),
                LateEvent.Kind.LATE,
                late.eventId(),
                late.occurredAt(),
                late.receivedAt(),
                late.bytes()));
    assertThat(SideOutputs.tallies(harness)).containsExactly("highstreet.returns LATE 1/0");
  }

  @Test
  void lateEventWithAFaultyLineIsLateAndNothingElse() throws Exception {
    screen(
        sale("1001")
            .line(TEAPOT, 1, "2.55")
            .line(TEAPOT, -1, "2.55")
            .receivedAfter(LATENESS.multipliedBy(2))
            .arrival());
    assertThat(SideOutputs.tallies(harness)).containsExactly("highstreet.orders LATE 1/0");
    assertThat(SideOutputs.deadLetters(harness)).isEmpty();
  }

  @Test
  void lateEventOfWhichNothingCanBeAcceptedIsQuarantined() throws Exception {
    Arrival unsound =
        sale("1001")
            .line(TEAPOT, -1, "2.55")
            .line(TEAPOT, 1, "0")
            .receivedAfter(LATENESS.multipliedBy(2))
            .arrival();
    screen(unsound);
    assertThat(SideOutputs.of(harness, WaysOut.LATE_EVENTS)).isEmpty();
    assertThat(SideOutputs.deadLetters(harness))
        .containsExactly("0 NO_LINES_LEFT", "1 NON_POSITIVE_QUANTITY", "2 NON_POSITIVE_PRICE");
    assertThat(SideOutputs.of(harness, WaysOut.DEAD_LETTERS))
        .extracting(DeadLetter::bytes)
        .as("an order of a thousand faulty lines is kept once")
        .containsExactly(unsound.bytes(), null, null);
    assertThat(SideOutputs.tallies(harness))
        .containsExactly(
            "highstreet.orders QUARANTINED NO_LINES_LEFT 1/0",
            "highstreet.orders LINE_QUARANTINED NON_POSITIVE_QUANTITY 0/1",
            "highstreet.orders LINE_QUARANTINED NON_POSITIVE_PRICE 0/1");
  }

  @Test
  void longKeyIsKeptOnTheFirstLetterOfItsRecordOnly() throws Exception {
    Arrival unsound =
        sale("1001")
            .line(TEAPOT, -1, "2.55")
            .line(TEAPOT, 1, "0")
            .receivedAfter(LATENESS.multipliedBy(2))
            .arrival();
    byte[] shortKey = new byte[Quarantine.SHORT_KEY];
    byte[] longKey = new byte[Quarantine.SHORT_KEY + 1];
    screen(keyed(unsound, shortKey), keyed(unsound, longKey));
    assertThat(SideOutputs.of(harness, WaysOut.DEAD_LETTERS))
        .extracting(DeadLetter::key)
        .containsExactly(shortKey, shortKey, shortKey, longKey, null, null);
  }

  @Test
  void tickIsCountedAndGoesNoFurther() throws Exception {
    screen(tick(Topic.RETURNS, FIRST_OF_DECEMBER));
    assertThat(SideOutputs.tallies(harness)).containsExactly("highstreet.returns TICK 1/0");
    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void transactionsThatARunIsNotAboutAreOutsideHoweverLateOrFaultyAndNothingElseIs()
      throws Exception {
    harness.close();
    harness =
        ProcessFunctionTestHarnesses.forProcessFunction(
            new Screen(CLOCKS, arrival -> !arrival.transaction().id().startsWith("other")));
    screen(
        sale("other").arrival(),
        sale("other 2").receivedAfter(LATENESS.plus(A_MILLISECOND)).arrival(),
        takenBack("other").line(TEAPOT, -1, "2.55").arrival(),
        sale("1001").arrival(),
        tick(Topic.RETURNS, FIRST_OF_DECEMBER),
        undecodable("other"));
    assertThat(harness.extractOutputValues())
        .extracting(screened -> screened.transaction().id())
        .containsExactly("1001");
    assertThat(SideOutputs.tallies(harness))
        .containsExactlyInAnyOrder(
            "highstreet.orders OUTSIDE 1/0",
            "highstreet.orders OUTSIDE 1/0",
            "highstreet.returns OUTSIDE 1/0",
            "highstreet.returns TICK 1/0",
            "highstreet.orders QUARANTINED UNDECODABLE 1/0");
    assertThat(SideOutputs.of(harness, WaysOut.LATE_EVENTS)).isEmpty();
  }

  @Test
  void soundRevisionsGoToTheCatalogue() throws Exception {
    screen(teapot(), website(), customer("alice"));
    assertThat(SideOutputs.of(harness, WaysOut.REVISIONS))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(teapot(), website(), customer("alice"));
    assertThat(SideOutputs.tallies(harness)).isEmpty();
    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void faultyRevisionIsQuarantined() throws Exception {
    screen(product(TEAPOT, 0, "KITCHEN", "1.20"));
    assertThat(SideOutputs.of(harness, WaysOut.REVISIONS)).isEmpty();
    assertThat(SideOutputs.tallies(harness))
        .containsExactly("highstreet.products QUARANTINED MISSING_FIELD 1/0");
  }

  @Test
  void revisionIsNeverLate() throws Exception {
    Arrival teapot = teapot();
    long aYearLater = teapot.occurredAt() + Duration.ofDays(365).toMillis();
    Arrival old =
        new Arrival(
            new Origin(teapot.origin().topic(), 0, 0, aYearLater),
            teapot.key(),
            teapot.bytes(),
            teapot.eventId(),
            teapot.occurredAt(),
            aYearLater,
            null,
            teapot.revision(),
            null);
    screen(old);
    assertThat(SideOutputs.of(harness, WaysOut.REVISIONS))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(old);
  }

  private static Arrival keyed(Arrival arrival, byte[] key) {
    return new Arrival(
        arrival.origin(),
        key,
        arrival.bytes(),
        arrival.eventId(),
        arrival.occurredAt(),
        arrival.receivedAt(),
        arrival.transaction(),
        null,
        null);
  }

  private void screen(Arrival... arrivals) throws Exception {
    for (Arrival arrival : arrivals) {
      harness.processElement(new StreamRecord<>(arrival, arrival.receivedAt()));
    }
  }
}
