package dev.highstreet.jobs.enrich;

import static dev.highstreet.jobs.event.ShopEvents.CLOCKS;
import static dev.highstreet.jobs.event.ShopEvents.FIRST_OF_DECEMBER;
import static dev.highstreet.jobs.event.ShopEvents.LANTERN;
import static dev.highstreet.jobs.event.ShopEvents.TEAPOT;
import static dev.highstreet.jobs.event.ShopEvents.customer;
import static dev.highstreet.jobs.event.ShopEvents.lantern;
import static dev.highstreet.jobs.event.ShopEvents.product;
import static dev.highstreet.jobs.event.ShopEvents.sale;
import static dev.highstreet.jobs.event.ShopEvents.teapot;
import static dev.highstreet.jobs.event.ShopEvents.website;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.clean.DeadLetter;
import dev.highstreet.jobs.clean.Fault;
import dev.highstreet.jobs.clean.Reason;
import dev.highstreet.jobs.clean.Screened;
import dev.highstreet.jobs.clean.SideOutputs;
import dev.highstreet.jobs.clean.WaysOut;
import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.EventId;
import dev.highstreet.jobs.event.Origin;
import dev.highstreet.jobs.event.TransactionBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrichTest {
  private static final long OCCURRED_AT = FIRST_OF_DECEMBER.toEpochMilli();
  private static final long RETRY = 100;

  /** An order of a teapot and a lantern, at the first of December. */
  private static final TransactionBuilder ORDER =
      sale("1001").line(TEAPOT, 2, "2.55").line(LANTERN, 1, "0.85");

  private KeyedBroadcastOperatorTestHarness<EventId, Screened, Arrival, BookedTransaction> harness;

  @BeforeEach
  void openOperator() throws Exception {
    harness = harness(RevisionLoader.none(), RETRY);
    harness.open();
  }

  @AfterEach
  void closeOperator() throws Exception {
    harness.close();
  }

  @Test
  void orderWhoseRevisionsAreKnownIsReleasedAtOnce() throws Exception {
    publish(website(), teapot(), lantern());
    send(ORDER);
    assertThat(released()).containsExactly("1001: 2 of 2 lines");
    assertThat(SideOutputs.tallies(harness)).containsExactly("highstreet.orders ACCEPTED 1/2");
    assertThat(SideOutputs.deadLetters(harness)).isEmpty();
    assertThatNothingRemains();
  }

  @Test
  void orderThatCameFirstIsReleasedAtTheNextLookAfterItsRevisions() throws Exception {
    send(ORDER);
    publish(website(), teapot());
    harness.setProcessingTime(RETRY);
    assertThat(released()).isEmpty();
    publish(lantern());
    assertThat(released()).isEmpty();
    harness.setProcessingTime(2 * RETRY);
    assertThat(released()).containsExactly("1001: 2 of 2 lines");
    assertThat(SideOutputs.tallies(harness)).containsExactly("highstreet.orders ACCEPTED 1/2");
    assertThatNothingRemains();
  }

  @Test
  void orderWaitsUntilTheWatermarkReachesItAndNoLonger() throws Exception {
    publish(website(), lantern());
    send(ORDER);
    watermark(OCCURRED_AT - 1);
    harness.setProcessingTime(RETRY);
    assertThat(released()).isEmpty();
    watermark(OCCURRED_AT);
    assertThat(released()).containsExactly("1001: 1 of 2 lines");
    assertThat(SideOutputs.deadLetters(harness)).containsExactly("1 UNKNOWN_PRODUCT");
    assertThat(SideOutputs.tallies(harness))
        .containsExactly(
            "highstreet.orders LINE_QUARANTINED UNKNOWN_PRODUCT 0/1",
            "highstreet.orders ACCEPTED 1/1");
    harness.setProcessingTime(2 * RETRY);
    assertThatNothingRemains();
  }

  @Test
  void revisionThatComesAfterThatIsTooLateForTheOrder() throws Exception {
    publish(website(), lantern());
    send(ORDER);
    watermark(OCCURRED_AT);
    publish(teapot());
    harness.setProcessingTime(RETRY);
    assertThat(released()).containsExactly("1001: 1 of 2 lines");
  }

  @Test
  void lastLookFindsWhatCameSinceTheOneBefore() throws Exception {
    send(ORDER);
    publish(website(), teapot(), lantern());
    watermark(OCCURRED_AT);
    assertThat(released()).containsExactly("1001: 2 of 2 lines");
    assertThat(SideOutputs.deadLetters(harness)).isEmpty();
  }

  @Test
  void orderInAnUnknownStoreIsQuarantinedAsAWhole() throws Exception {
    publish(teapot(), lantern());
    send(ORDER);
    watermark(OCCURRED_AT);
    assertThat(released()).isEmpty();
    assertThat(SideOutputs.deadLetters(harness)).containsExactly("0 UNKNOWN_STORE");
    assertThat(SideOutputs.tallies(harness))
        .containsExactly("highstreet.orders QUARANTINED UNKNOWN_STORE 1/0");
    harness.setProcessingTime(RETRY);
    assertThatNothingRemains();
  }

  @Test
  void orderOfUnknownProductsIsQuarantinedWithItsBytesOnce() throws Exception {
    publish(website());
    send(ORDER);
    watermark(OCCURRED_AT);
    assertThat(SideOutputs.deadLetters(harness))
        .containsExactly("0 NO_LINES_LEFT", "1 UNKNOWN_PRODUCT", "2 UNKNOWN_PRODUCT");
    assertThat(SideOutputs.of(harness, WaysOut.DEAD_LETTERS))
        .extracting(DeadLetter::bytes)
        .containsExactly(ORDER.arrival().bytes(), null, null);
    assertThat(SideOutputs.of(harness, WaysOut.DEAD_LETTERS))
        .extracting(DeadLetter::stage)
        .containsOnly(Fault.Stage.ENRICH);
  }

  @Test
  void linesFoundFaultyBeforeAreQuarantinedWhenTheOrderIsReleased() throws Exception {
    publish(website(), lantern());
    harness.processElement(
        new StreamRecord<>(
            new Screened(
                ORDER.arrival(),
                List.of(new Fault(Fault.Stage.CLEAN, 1, Reason.NON_POSITIVE_PRICE, "free")))));
    assertThat(released()).containsExactly("1001: 1 of 2 lines");
    assertThat(SideOutputs.deadLetters(harness)).containsExactly("1 NON_POSITIVE_PRICE");
    assertThat(SideOutputs.tallies(harness))
        .containsExactly(
            "highstreet.orders LINE_QUARANTINED NON_POSITIVE_PRICE 0/1",
            "highstreet.orders ACCEPTED 1/1");
  }

  @Test
  void whatIsReleasedIsNeverLateDownstream() throws Exception {
    publish(website());
    send(ORDER, sale("1002").at(FIRST_OF_DECEMBER.plusMillis(1)), sale("1003"));
    publish(teapot());
    watermark(OCCURRED_AT);
    watermark(OCCURRED_AT + 1);
    List<String> inOrder = new ArrayList<>();
    for (Object element : harness.getOutput()) {
      if (element instanceof Watermark watermark) {
        inOrder.add("watermark " + (watermark.getTimestamp() - OCCURRED_AT));
      } else {
        BookedTransaction booked = (BookedTransaction) ((StreamRecord<?>) element).getValue();
        inOrder.add("order " + (booked.transaction().occurredAt() - OCCURRED_AT));
      }
    }
    assertThat(inOrder)
        .containsExactly("order 0", "order 0", "watermark 0", "order 1", "watermark 1");
  }

  @Test
  void watermarkWaitsForTheRevisions() throws Exception {
    send(ORDER);
    harness.processWatermark(new Watermark(OCCURRED_AT));
    assertThat(SideOutputs.deadLetters(harness)).isEmpty();
    publish(website(), teapot(), lantern());
    harness.processBroadcastWatermark(new Watermark(OCCURRED_AT));
    assertThat(released()).containsExactly("1001: 2 of 2 lines");
  }

  @Test
  void publishedRevisionsAreKnownFromTheStart() throws Exception {
    reopen(harness(publishing(website(), teapot(), lantern()), RETRY), null);
    send(ORDER);
    assertThat(released()).containsExactly("1001: 2 of 2 lines");
    assertThat(harness.getBroadcastState(Enrich.CATALOGUE).entries()).isEmpty();
  }

  @Test
  void publishedRevisionThatIsFaultyIsNotUsed() throws Exception {
    reopen(harness(publishing(website(), lantern(), product(TEAPOT, 1, " ", "1.20")), RETRY), null);
    send(ORDER);
    watermark(OCCURRED_AT);
    assertThat(released()).containsExactly("1001: 1 of 2 lines");
  }

  @Test
  void publishedRevisionWhoseClockIsBrokenIsNotUsed() throws Exception {
    Arrival ahead = recordedAt(teapot(), teapot().receivedAt() - CLOCKS.skew().toMillis() - 1);
    reopen(harness(publishing(website(), lantern(), ahead), RETRY), null);
    send(ORDER);
    watermark(OCCURRED_AT);
    assertThat(released()).containsExactly("1001: 1 of 2 lines");
  }

  @Test
  void firstTextOfARevisionIsTheFactWhicheverWayItCame() throws Exception {
    Arrival another = product(TEAPOT, 1, "GARDEN", "9.99");
    reopen(harness(publishing(website(), teapot(), another), RETRY), null);
    publish(another);
    send(sale("1001"));
    assertThat(categories()).containsExactly("KITCHEN");
    reopen(harness(RevisionLoader.none(), RETRY), null);
    publish(website(), teapot(), another);
    send(sale("1002"));
    assertThat(categories()).containsExactly("KITCHEN");
  }

  @Test
  void customersAreNotKept() throws Exception {
    publish(customer("alice"));
    assertThat(harness.getBroadcastState(Enrich.CATALOGUE).entries()).isEmpty();
  }

  @Test
  void whereNothingIsEverLookedAtAgainOnlyTheWatermarkReleases() throws Exception {
    reopen(harness(RevisionLoader.none(), 0), null);
    send(ORDER);
    assertThat(harness.numProcessingTimeTimers()).isZero();
    publish(website(), teapot(), lantern());
    watermark(OCCURRED_AT);
    assertThat(released()).containsExactly("1001: 2 of 2 lines");
  }

  @Test
  void waitingOrderAndTheCatalogueSurviveARestore() throws Exception {
    publish(website(), teapot());
    send(ORDER, sale("1002"));
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    reopen(harness(RevisionLoader.none(), RETRY), snapshot);
    publish(lantern());
    harness.setProcessingTime(2 * RETRY);
    assertThat(released()).containsExactly("1001: 2 of 2 lines");
    send(sale("1003"));
    assertThat(released()).containsExactly("1001: 2 of 2 lines", "1003: 1 of 1 lines");
    assertThatNothingRemains();
  }

  /** The same revision, in a record of another time. */
  private static Arrival recordedAt(Arrival revision, long recordTime) {
    return new Arrival(
        new Origin(revision.origin().topic(), 0, 0, recordTime),
        revision.key(),
        revision.bytes(),
        revision.eventId(),
        revision.occurredAt(),
        revision.receivedAt(),
        null,
        revision.revision(),
        null);
  }

  private static RevisionLoader publishing(Arrival... revisions) {
    return consumer -> {
      for (Arrival revision : revisions) {
        consumer.accept(revision);
      }
    };
  }

  private static KeyedBroadcastOperatorTestHarness<EventId, Screened, Arrival, BookedTransaction>
      harness(RevisionLoader loader, long retryMillis) throws Exception {
    return new KeyedBroadcastOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new Enrich(CLOCKS, loader, retryMillis), List.of(Enrich.CATALOGUE)),
        Screened::eventId,
        TypeInformation.of(EventId.class),
        1,
        1,
        0);
  }

  private void reopen(
      KeyedBroadcastOperatorTestHarness<EventId, Screened, Arrival, BookedTransaction> another,
      OperatorSubtaskState snapshot)
      throws Exception {
    harness.close();
    harness = another;
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
  }

  private void send(TransactionBuilder... transactions) throws Exception {
    for (TransactionBuilder transaction : transactions) {
      harness.processElement(
          new StreamRecord<>(new Screened(transaction.arrival(), List.of()), OCCURRED_AT));
    }
  }

  private void publish(Arrival... revisions) throws Exception {
    for (Arrival revision : revisions) {
      harness.processBroadcastElement(new StreamRecord<>(revision, revision.receivedAt()));
    }
  }

  private void watermark(long millis) throws Exception {
    harness.processWatermark(new Watermark(millis));
    harness.processBroadcastWatermark(new Watermark(millis));
  }

  private List<String> categories() {
    return harness.extractOutputValues().stream()
        .flatMap(booked -> booked.lines().stream())
        .map(BookedLine::category)
        .toList();
  }

  private List<String> released() {
    return harness.extractOutputValues().stream()
        .map(
            booked ->
                "%s: %d of %d lines"
                    .formatted(
                        booked.transaction().id(),
                        booked.lines().size(),
                        booked.transaction().lines().size()))
        .toList();
  }

  private void assertThatNothingRemains() {
    var state = (HeapKeyedStateBackend<?>) harness.getOperator().getKeyedStateBackend();
    assertThat(state.numKeyValueStateEntries()).as("entries of state").isZero();
    assertThat(harness.numEventTimeTimers()).as("event-time timers").isZero();
    assertThat(harness.numProcessingTimeTimers()).as("processing-time timers").isZero();
  }
}
