package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.event.ShopEvents.CLOCKS;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.jobs.mart.EarlierRun;
import dev.highstreet.jobs.sales.BackfillRefusals.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BackfillRefusalsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final BackfillDays DAYS =
      new BackfillDays(LocalDate.parse("2011-11-29"), LocalDate.parse("2011-11-30"), LONDON);
  private static final Instant END_OF_NOVEMBER = Instant.parse("2011-12-01T00:00:00Z");

  /** When nothing of November can be on time any more. */
  private static final Instant OVER = Instant.parse("2011-12-03T00:05:00.001Z");

  @Test
  void monthThatIsOverIsNotRefused() {
    assertThatCode(check(held(OVER), live(END_OF_NOVEMBER))).doesNotThrowAnyException();
    assertThatCode(check(held(OVER), Optional.empty())).doesNotThrowAnyException();
  }

  @Test
  void monthThatTheLiveJobCountsForIsRefusedWithTheTimeItHasCome() {
    assertThatThrownBy(check(held(OVER), live(END_OF_NOVEMBER.minusMillis(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "2011-11 is not over: the live sales job (run 3) still counts for it, and is final up to 2011-11-30 23:59:59. It is when the topics' clock has passed 2011-12-03 00:05; until then choose days before 2011-11-01");
  }

  @Test
  void liveJobThatHasNotToldTheTimeCountsForEveryMonth() {
    assertThatThrownBy(check(held(OVER), live(null)))
        .hasMessage(
            "2011-11 is not over: the live sales job (run 3) still counts for it, and is final up to no time yet. It is when the topics' clock has passed 2011-12-03 00:05; until then choose days before 2011-11-01");
  }

  @Test
  void monthOfWhichEventsMayStillComeOnTimeIsRefusedWithoutALiveJobToo() {
    assertThatThrownBy(check(held(OVER.minusMillis(1)), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "2011-11 is not over: events of it may still come on time, as a partition has come to 2011-12-03 00:05 only. It is when the topics' clock has passed 2011-12-03 00:05; until then choose days before 2011-11-01");
  }

  @Test
  void daysAfterTheNewestRecordAreInTheFuture() {
    Instant newest = Instant.parse("2011-11-29T23:00:00Z");
    assertThatThrownBy(check(held(newest), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "2011-11-30 is in the future: the newest record in the topics is of 2011-11-29 23:00; choose days before");
  }

  @Test
  void monthThatTheTopicsNoLongerHoldIsRefused() {
    assertThatThrownBy(
            check(
                new Held(OVER, OVER, Optional.of("orders-2 begins at offset 7")), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the topics no longer hold all of 2011-11: orders-2 begins at offset 7. Backfill later months");
  }

  @Test
  void otherZoneOrLatenessThanTheLiveJobsIsRefused() {
    assertThatThrownBy(
            check(
                held(OVER),
                Optional.of(
                    new EarlierRun(3, ZoneId.of("UTC"), Duration.ofHours(24), END_OF_NOVEMBER))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the live sales job (run 3) decides days by UTC and lateness by PT24H, this backfill by Europe/London and PT48H: pass the same --time-zone and --lateness");
  }

  private static ThrowingCallable check(Held held, Optional<EarlierRun> live) {
    return () -> new BackfillRefusals(DAYS, CLOCKS, live).check(held);
  }

  private static Held held(Instant cameTo) {
    return new Held(cameTo, cameTo, Optional.empty());
  }

  private static Optional<EarlierRun> live(Instant closedUpTo) {
    return Optional.of(new EarlierRun(3, LONDON, CLOCKS.lateness(), closedUpTo));
  }
}
