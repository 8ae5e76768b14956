package dev.highstreet.jobs.event;

import static dev.highstreet.jobs.event.ShopEvents.CLOCKS;
import static dev.highstreet.jobs.event.ShopEvents.FIRST_OF_DECEMBER;
import static dev.highstreet.jobs.event.ShopEvents.sale;
import static dev.highstreet.jobs.event.ShopEvents.undecodable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The rules of time at their bounds, with the contract's two days and five minutes. */
class ClocksTest {
  private static final long LATENESS = 172_800_000;
  private static final long SKEW = 300_000;
  private static final long A_YEAR = 31_536_000_000L;

  @Test
  void eventIsLateAMillisecondAfterTheAllowance() {
    assertThat(CLOCKS.late(times(0, LATENESS, 0))).isFalse();
    assertThat(CLOCKS.late(times(0, LATENESS + 1, 0))).isTrue();
  }

  @Test
  void eventOccurredInTheFutureAMillisecondAfterTheSkew() {
    assertThat(CLOCKS.occurredInFuture(times(SKEW, 0, 0))).isFalse();
    assertThat(CLOCKS.occurredInFuture(times(SKEW + 1, 0, 0))).isTrue();
  }

  @Test
  void eventIsReceivedInTheFutureAMillisecondAfterTheSkew() {
    assertThat(CLOCKS.receivedInFuture(times(0, SKEW, 0))).isFalse();
    assertThat(CLOCKS.receivedInFuture(times(0, SKEW + 1, 0))).isTrue();
  }

  @Test
  void timesAreInRangeFromTheYear1To9999() {
    long first = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    long last = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    assertThat(CLOCKS.outOfRange(times(first, last, 0))).isFalse();
    assertThat(CLOCKS.outOfRange(times(first - 1, last, 0))).isTrue();
    assertThat(CLOCKS.outOfRange(times(first, last + 1, 0))).isTrue();
    assertThat(CLOCKS.outOfRange(times(last + 1, last, 0))).isTrue();
    assertThat(CLOCKS.outOfRange(times(first, first - 1, 0))).isTrue();
  }

  @Test
  void watermarkStaysBehindByLatenessAndSkewAndAMillisecond() {
    assertThat(CLOCKS.watermark(FIRST_OF_DECEMBER.toEpochMilli()))
        .isEqualTo(Instant.parse("2011-11-29T09:54:59.999Z").toEpochMilli());
  }

  @Property
  void eventOnTimeIsNeverAtTheWatermarkOfEarlierOnes(
      @ForAll @Size(min = 1) List<@LongRange(min = 0, max = A_YEAR) Long> receivedBefore,
      @ForAll @LongRange(min = 0, max = SKEW) long clockGoesBack,
      @ForAll @LongRange(min = -SKEW, max = LATENESS) long delay) {
    long greatest = receivedBefore.stream().mapToLong(Long::longValue).max().orElseThrow();
    long receivedAt = greatest - clockGoesBack;
    Arrival event = times(receivedAt - delay, receivedAt, receivedAt);
    assertThat(CLOCKS.late(event)).isFalse();
    assertThat(CLOCKS.occurredInFuture(event)).isFalse();
    assertThat(event.occurredAt()).isGreaterThan(CLOCKS.watermark(greatest));
  }

  @Test
  void lastEventThatIsOnTimeIsAMillisecondAheadOfTheWatermark() {
    assertThat(CLOCKS.watermark(A_YEAR)).isEqualTo(A_YEAR - SKEW - LATENESS - 1);
  }

  @Property
  void timesOfAnySizeAreComparedWithoutOverflow(
      @ForAll long occurredAt, @ForAll long receivedAt, @ForAll long recordTime) {
    Arrival event = times(occurredAt, receivedAt, recordTime);
    assertThat(CLOCKS.late(event)).isEqualTo(after(receivedAt, occurredAt, LATENESS));
    assertThat(CLOCKS.occurredInFuture(event)).isEqualTo(after(occurredAt, receivedAt, SKEW));
    assertThat(CLOCKS.receivedInFuture(event)).isEqualTo(after(receivedAt, recordTime, SKEW));
  }

  @Property
  void watermarkNeverRunsAheadWhateverWasReceived(@ForAll long receivedAt) {
    assertThat(CLOCKS.watermark(receivedAt)).isLessThanOrEqualTo(receivedAt);
  }

  @Test
  void onlyAnEventWhoseClocksCanBeBelievedMovesTime() {
    assertThat(CLOCKS.carriesTime(sale("1001").arrival())).isTrue();
    assertThat(CLOCKS.carriesTime(sale("1001").receivedAfter(Duration.ofDays(99)).arrival()))
        .as("a late one does: its collector's clock is right")
        .isTrue();
    assertThat(CLOCKS.carriesTime(undecodable("broken"))).isFalse();
    assertThat(CLOCKS.carriesTime(times(SKEW + 1, 0, 0))).isFalse();
    assertThat(CLOCKS.carriesTime(times(0, SKEW + 1, 0))).isFalse();
    assertThat(CLOCKS.carriesTime(times(0, Long.MAX_VALUE, Long.MAX_VALUE))).isFalse();
  }

  @Test
  void durationsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new Clocks(Duration.ofMillis(-1), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lateness PT-0.001S and skew PT0S must not be negative");
    assertThatThrownBy(() -> new Clocks(Duration.ZERO, Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Clocks(Duration.ofSeconds(Long.MAX_VALUE), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be at most PT876000H, which is a hundred years");
    assertThatThrownBy(() -> new Clocks(Duration.ZERO, Duration.ofDays(36_501)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean after(long time, long other, long byMoreThan) {
    return BigInteger.valueOf(time)
            .subtract(BigInteger.valueOf(other))
            .compareTo(BigInteger.valueOf(byMoreThan))
        > 0;
  }

  private static Arrival times(long occurredAt, long receivedAt, long recordTime) {
    return new Arrival(
        new Origin("highstreet.orders", 0, 0, recordTime),
        null,
        null,
        ShopEvents.eventId("one"),
        occurredAt,
        receivedAt,
        null,
        null,
        null);
  }
}
