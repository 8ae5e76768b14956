package dev.highstreet.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.RecordingSink;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final Instant FIRST = Instant.parse("2011-01-03T09:00:00Z");
  private static final String[] ROWS = {
    "700002,31002,RED MUG,1,2011-01-03 09:00:00,2.95,12001.0,United Kingdom",
    "700004,31002,RED MUG,1,2011-02-01 00:00:00,3.25,12001.0,France",
    "700003,31001,RED TEAPOT,2,2011-01-03 09:59:59,8.95,,France",
    "C700005,31002,RED MUG,-1,2011-02-01 10:30:00,3.25,12001.0,France",
  };

  @TempDir Path folder;

  @Test
  void factsComeBeforeTheOrdersThatNameThemAndAllInOrderOfTime() throws UnusableFileException {
    RecordingSink sink = ShopFile.replay(folder, ROWS);
    assertThat(sink.all())
        .extracting(one -> one.topic() == null ? "tick" : one.topic() + " " + one.key())
        .containsExactly(
            "STORES online",
            "PRODUCTS 31002",
            "CUSTOMERS 12001",
            "ORDERS 700002",
            "PRODUCTS 31001",
            "ORDERS 700003",
            "tick",
            "PRODUCTS 31002",
            "CUSTOMERS 12001",
            "ORDERS 700004",
            "tick",
            "RETURNS C700005",
            "tick");
    assertThat(sink.all())
        .extracting(one -> (Instant) one.event().get(1))
        .isSortedAccordingTo(Instant::compareTo);
    assertThat(sink.all())
        .allSatisfy(one -> assertThat(one.event().get(2)).isEqualTo(one.event().get(1)));
  }

  @Test
  void storeIsAWebsiteThatOpensWithTheFirstOrder() throws UnusableFileException {
    StoreRevised store = ShopFile.replay(folder, ROWS).of(StoreRevised.class).get(0);
    assertThat(store.getType()).isEqualTo(StoreType.WEBSITE);
    assertThat(store.getOpenedAt()).isEqualTo(FIRST);
    assertThat(store.getOccurredAt()).isEqualTo(FIRST);
  }

  @Test
  void clockTicksAtMostOnceAnHourAndAtTheEnd() throws UnusableFileException {
    RecordingSink sink =
        ShopFile.replay(
            folder,
            "1,A,RED MUG,1,2011-01-03 09:00:00,2.95,,UK",
            "2,A,RED MUG,1,2011-01-03 09:30:00,2.95,,UK",
            "3,A,RED MUG,1,2011-01-03 10:00:00,2.95,,UK",
            "4,A,RED MUG,1,2011-01-03 10:59:59,2.95,,UK",
            "5,A,RED MUG,1,2011-01-05 12:30:00,2.95,,UK",
            "6,A,RED MUG,1,2011-01-05 12:45:00,2.95,,UK");
    assertThat(sink.of(ClockTick.class))
        .extracting(ClockTick::getOccurredAt)
        .containsExactly(
            Instant.parse("2011-01-03T10:00:00Z"),
            Instant.parse("2011-01-05T12:30:00Z"),
            Instant.parse("2011-01-05T12:45:00Z"));
  }

  @Test
  void sameFileSendsTheSameBytesEveryTime() throws Exception {
    ShopFile.write(folder, ROWS);
    Replay replay = Replay.open(ShopFile.options(folder));
    List<String> fingerprints = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      RecordingSink sink = new RecordingSink();
      ReplayReport unused = replay.run(sink, progress -> {});
      fingerprints.add(sink.fingerprint());
    }
    fingerprints.add(ShopFile.replay(ShopFile.options(folder)).fingerprint());
    assertThat(fingerprints).allMatch(fingerprints.get(0)::equals);
  }

  @Test
  void everyEventHasAnIdOfItsOwn() throws UnusableFileException {
    RecordingSink sink = ShopFile.replay(folder, ROWS);
    assertThat(sink.all().stream().filter(one -> one.topic() != null))
        .extracting(one -> one.event().get(0))
        .doesNotHaveDuplicates();
  }

  @Test
  void reportCountsWhatWasSent() throws UnusableFileException {
    ShopFile.write(folder, ROWS);
    Replay replay = Replay.open(ShopFile.options(folder));
    List<ReplayProgress> progress = new ArrayList<>();
    ReplayReport report = replay.run(new RecordingSink(), progress::add);
    Instant last = Instant.parse("2011-02-01T10:30:00Z");
    assertThat(report)
        .isEqualTo(
            new ReplayReport(
                Map.of(
                    Topic.STORES, 1L,
                    Topic.PRODUCTS, 3L,
                    Topic.CUSTOMERS, 2L,
                    Topic.ORDERS, 3L,
                    Topic.RETURNS, 1L),
                3,
                4,
                Map.of(),
                folder.resolve("rejects.csv"),
                FIRST,
                last));
    assertThat(replay.events()).isEqualTo(10);
    assertThat(progress).hasSize(10).endsWith(new ReplayProgress(10, 10, last));
  }

  @Test
  void everythingIsSentWhenTheShopsClockReachesIt() throws UnusableFileException {
    ShopFile.write(folder, ROWS);
    List<Instant> waited = new ArrayList<>();
    RecordingSink sink = new RecordingSink();
    ReplayReport unused =
        Replay.open(ShopFile.options(folder).withPace(waited::add)).run(sink, progress -> {});
    assertThat(waited)
        .containsExactlyElementsOf(
            sink.all().stream()
                .filter(one -> one.topic() != null)
                .map(one -> (Instant) one.event().get(1))
                .toList());
  }

  @Test
  void interruptionEndsTheReplay() throws UnusableFileException {
    ShopFile.write(folder, ROWS);
    Pace interrupted =
        shopTime -> {
          if (shopTime.isAfter(FIRST)) {
            throw new InterruptedException();
          }
        };
    RecordingSink sink = new RecordingSink();
    Replay replay = Replay.open(ShopFile.options(folder).withPace(interrupted));
    assertThatThrownBy(() -> replay.run(sink, progress -> {}))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(sink.all()).hasSize(4);
  }
}
