package dev.highstreet.dashboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.SettableClock;
import dev.highstreet.dashboard.shell.Unavailable;
import dev.highstreet.testsupport.PostgresExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BalanceMeterTest {
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final SettableClock clock = new SettableClock();
  private InventedShop shop;
  private Database database;
  private BalanceMeter meter;
  private long inKafka = 100;
  private boolean silent;

  @BeforeEach
  void open() throws Exception {
    POSTGRES.emptyTables();
    shop = InventedShop.empty(POSTGRES);
    shop.startRun();
    database = Database.open(shop.url(), "highstreet_reader", "");
    meter = new BalanceMeter(new LedgerQuery(database), () -> Panel.of(this::ends), clock);
    counted(40);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void remainderIsInFlightWhileTheJobReads() {
    for (int second = 0; second < 60; second++) {
      assertThat(read().wrong()).isFalse();
      clock.advance(A_SECOND);
      counted(41 + second % 2);
    }
    assertThat(meter.eventsWait()).isTrue();
  }

  @Test
  void nothingWaitsWhileOnlyWhatCameAMomentAgoIsUncounted() {
    counted(100);
    for (int second = 0; second < 20; second++) {
      assertThat(meter.eventsWait()).isFalse();
      clock.advance(A_SECOND);
      inKafka += 20;
      counted(inKafka - 20); // the newest ticks are on their way
    }
    for (int second = 0; second < 5; second++) {
      clock.advance(A_SECOND);
      var unused = read();
    }
    assertThat(meter.eventsWait()).isTrue();
  }

  @Test
  void remainderThatStaysIsWrong() {
    assertThat(read().wrong()).isFalse();
    clock.advance(Duration.ofSeconds(14));
    assertThat(read().wrong()).isFalse();
    clock.advance(A_SECOND);
    assertThat(read().wrong()).isTrue();

    counted(41);
    clock.advance(A_SECOND);
    assertThat(read().wrong()).as("it reads again").isFalse();
  }

  @Test
  void remainderOfARunThatHasEndedIsNotWrong() {
    read();
    shop.execute("UPDATE ops.runs SET outcome = 'STOPPED'");
    clock.advance(Duration.ofMinutes(5));

    assertThat(read().wrong()).isFalse();
  }

  @Test
  void countingMoreThanThereIsIsWrongAtOnce() {
    counted(101);

    assertThat(read().wrong()).isTrue();
  }

  @Test
  void everythingCountedIsNeitherWrongNorWaiting() {
    counted(100);
    read();
    clock.advance(Duration.ofMinutes(5));

    assertThat(read().wrong()).isFalse();
    assertThat(meter.eventsWait()).isFalse();
  }

  @Test
  void ratesAreOverTheLastSeconds() {
    read();
    clock.advance(Duration.ofSeconds(2));
    counted(60);
    inKafka = 110;

    assertThat(read().perSecond().counted()).isEqualTo(10);
    assertThat(read().perSecond().produced()).isEqualTo(5);

    clock.advance(Duration.ofSeconds(60));
    read();
    clock.advance(Duration.ofSeconds(10));
    assertThat(read().perSecond().counted()).as("nothing moved lately").isZero();
  }

  @Test
  void kafkaThatAnswersAgainIsNoBurst() {
    silent = true;
    read();
    clock.advance(A_SECOND);
    silent = false;

    assertThat(read().perSecond().produced()).isZero();
    clock.advance(A_SECOND);
    inKafka = 103;
    assertThat(read().perSecond().produced()).isEqualTo(3);
  }

  @Test
  void isMeasuredOnceASecondHoweverManyAsk() {
    Reading first = read();
    counted(70);

    assertThat(read()).isSameAs(first);
    clock.advance(A_SECOND);
    assertThat(read().balance().total().counts().accepted()).isEqualTo(70);
  }

  private Map<String, Long> ends() {
    if (silent) {
      throw new Unavailable(new Problem("Kafka does not answer", "It is silent."), null);
    }
    return Map.of("highstreet.orders", inKafka);
  }

  private Reading read() {
    return meter.read().found().orElseThrow();
  }

  private void counted(long events) {
    shop.execute(
        """
        INSERT INTO ops.run_counts
        VALUES ((SELECT max(run_id) FROM ops.runs), 'highstreet.orders', 'ACCEPTED', '', %d, 0, now())
        ON CONFLICT (run_id, topic, outcome, reason) DO UPDATE SET events = EXCLUDED.events
        """
            .formatted(events));
  }
}
