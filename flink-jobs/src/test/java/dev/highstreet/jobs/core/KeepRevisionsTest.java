package dev.highstreet.jobs.core;

import static dev.highstreet.jobs.event.ShopEvents.OPENING;
import static dev.highstreet.jobs.event.ShopEvents.TEAPOT;
import static dev.highstreet.jobs.event.ShopEvents.customer;
import static dev.highstreet.jobs.event.ShopEvents.lantern;
import static dev.highstreet.jobs.event.ShopEvents.product;
import static dev.highstreet.jobs.event.ShopEvents.readAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.clean.SideOutputs;
import dev.highstreet.jobs.event.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepRevisionsTest {
  private KeyedOneInputStreamOperatorTestHarness<String, Arrival, CatalogueChange> harness;

  @BeforeEach
  @BeforeTry
  void openOperator() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  @AfterTry
  void closeOperator() throws Exception {
    harness.close();
  }

  @Test
  void eachRevisionEndsWhenTheNextComesIntoForce() throws Exception {
    send(teapot(2), teapot(1), teapot(3));
    assertThat(history())
        .containsExactly("1 until " + opening(1), "2 until " + opening(2), "3 for ever");
    assertThat(newest()).containsExactly(Map.entry(TEAPOT, 3));
  }

  @Test
  void gapBetweenRevisionsIsBridgedUntilItIsFilled() throws Exception {
    send(teapot(1), teapot(3));
    assertThat(history()).containsExactly("1 until " + opening(2), "3 for ever");
    send(teapot(2));
    assertThat(history())
        .containsExactly("1 until " + opening(1), "2 until " + opening(2), "3 for ever");
  }

  @Test
  void olderRevisionThatComesLateDoesNotBecomeTheNewest() throws Exception {
    send(teapot(2), teapot(1));
    assertThat(newest()).containsExactly(Map.entry(TEAPOT, 2));
  }

  @Property(tries = 100)
  void anyOrderOfRevisionsEndsInTheSameRows(
      @ForAll @IntRange(min = 1, max = 8) int revisions, @ForAll Random order) throws Exception {
    List<Arrival> arrivals = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int revision = 1; revision <= revisions; revision++) {
      arrivals.add(teapot(revision));
      arrivals.add(readAt(teapot(revision), 1, revision));
      expected.add(
          revision < revisions ? revision + " until " + opening(revision) : revision + " for ever");
    }
    Collections.shuffle(arrivals, order);
    send(arrivals.toArray(Arrival[]::new));
    assertThat(history()).isEqualTo(expected);
    assertThat(newest()).containsExactly(Map.entry(TEAPOT, revisions));
    assertThat(SideOutputs.tallies(harness))
        .filteredOn("highstreet.products ACCEPTED 1/0"::equals)
        .hasSize(revisions);
    assertThat(SideOutputs.tallies(harness))
        .filteredOn("highstreet.products REPEATED 1/0"::equals)
        .hasSize(revisions);
  }

  @Test
  void copyOfAKnownRevisionIsARepeatAndWritesNothing() throws Exception {
    send(teapot(1), readAt(teapot(1), 1, 7));
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(SideOutputs.tallies(harness))
        .containsExactly("highstreet.products ACCEPTED 1/0", "highstreet.products REPEATED 1/0");
  }

  @Test
  void entitiesDoNotDisturbOneAnother() throws Exception {
    send(teapot(1), teapot(2), lantern());
    assertThat(newest()).containsOnly(Map.entry(TEAPOT, 2), Map.entry("lantern", 1));
  }

  @Test
  void customersRevisionsSayNothingOfWhenTheyEnd() throws Exception {
    send(customer("alice", 1, "France"), customer("alice", 2, "Spain"));
    assertThat(harness.extractOutputValues())
        .allSatisfy(change -> assertThat(change.validTo()).isNull());
    assertThat(newest()).containsExactly(Map.entry("alice", 2));
  }

  @Test
  void revisionsAreKnownAfterARestore() throws Exception {
    send(teapot(1), teapot(3));
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    send(teapot(3), teapot(2));
    assertThat(SideOutputs.tallies(harness))
        .containsExactly("highstreet.products REPEATED 1/0", "highstreet.products ACCEPTED 1/0");
    assertThat(history()).containsExactly("1 until " + opening(1), "2 until " + opening(2));
  }

  private static Arrival teapot(int revision) {
    return product(TEAPOT, revision, "KITCHEN", "1.20");
  }

  private static Instant opening(int daysLater) {
    return OPENING.plus(Duration.ofDays(daysLater));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Arrival, CatalogueChange> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new KeepRevisions()),
        arrival -> arrival.origin().topic() + "/" + arrival.revision().entityId(),
        Types.STRING);
  }

  private void send(Arrival... arrivals) throws Exception {
    for (Arrival arrival : arrivals) {
      harness.processElement(new StreamRecord<>(arrival, arrival.receivedAt()));
    }
  }

  /** What the last row written of each revision of the teapot says. */
  private List<String> history() {
    Map<Integer, String> rows = new TreeMap<>();
    for (CatalogueChange change : harness.extractOutputValues()) {
      if (change.revision().entityId().equals(TEAPOT)) {
        int number = change.revision().number();
        rows.put(
            number,
            change.validTo() == null
                ? number + " for ever"
                : number + " until " + Instant.ofEpochMilli(change.validTo()));
      }
    }
    return List.copyOf(rows.values());
  }

  /** The revision in the last row written of each entity. */
  private Map<String, Integer> newest() {
    Map<String, Integer> rows = new TreeMap<>();
    for (CatalogueChange change : harness.extractOutputValues()) {
      if (change.newest()) {
        rows.put(change.revision().entityId(), change.revision().number());
      }
    }
    return rows;
  }
}
