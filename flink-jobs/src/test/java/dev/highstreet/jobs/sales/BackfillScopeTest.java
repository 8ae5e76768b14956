package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.event.ShopEvents.CLOCKS;
import static dev.highstreet.jobs.event.ShopEvents.sale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Origin;
import dev.highstreet.jobs.mart.SetAside;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackfillScopeTest {
  private static final Duration ON_TIME = CLOCKS.lateness();
  private static final Duration LATE = CLOCKS.lateness().plusMillis(1);

  /** The last two days of November and the first of December, and so both months. */
  private static final BackfillDays DAYS =
      new BackfillDays(
          LocalDate.parse("2011-11-29"), LocalDate.parse("2011-12-01"), ZoneId.of("Europe/London"));

  @ParameterizedTest
  @CsvSource({
    "2011-10-31T23:59:59.999Z, false",
    "2011-11-01T00:00:00Z, true",
    "2011-12-31T23:59:59.999Z, true",
    "2012-01-01T00:00:00Z, false"
  })
  void eventsOfTheMonthsAreHeldAndNoOthers(Instant time, boolean held) {
    assertThat(scope().holds(event(time, ON_TIME, 7))).isEqualTo(held);
  }

  @Test
  void summerTimeDecidesWhereAMonthBegins() {
    BackfillDays may =
        new BackfillDays(LocalDate.parse("2011-05-31"), LocalDate.parse("2011-05-31"), DAYS.zone());
    BackfillScope scope = BackfillScope.of(may, CLOCKS, List.of());
    assertThat(scope.holds(event(Instant.parse("2011-04-30T23:00:00Z"), ON_TIME, 7))).isTrue();
    assertThat(scope.holds(event(Instant.parse("2011-04-30T22:59:59Z"), ON_TIME, 7))).isFalse();
    assertThat(may.monthsBegin()).isEqualTo("2011-04-30T23:00:00Z");
    assertThat(may.monthsEnd()).isEqualTo("2011-05-31T23:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2011-11-28T23:59:59.999Z, false",
    "2011-11-29T00:00:00Z, true",
    "2011-12-01T23:59:59.999Z, true",
    "2011-12-02T00:00:00Z, false"
  })
  void lateEventsAreHeldOfTheDaysAskedForOnly(Instant time, boolean held) {
    assertThat(scope().holds(event(time, LATE, 7))).isEqualTo(held);
  }

  @Test
  void lateEventOfAnotherDayIsHeldIfABackfillHasCountedItIn() {
    Instant other = Instant.parse("2011-11-10T10:00:00Z");
    assertThat(scope(aside(7, true)).holds(event(other, LATE, 7))).isTrue();
    assertThat(scope(aside(7, true)).holds(event(other, LATE, 8))).isFalse();
    assertThat(scope(aside(7, false)).holds(event(other, LATE, 7))).isFalse();
  }

  @Test
  void behindEventOfAnotherDayIsHeldIfABackfillHasCountedItIn() {
    Instant other = Instant.parse("2011-11-10T10:00:00Z");
    assertThat(scope(aside(7, false)).holds(event(other, ON_TIME, 7))).isFalse();
    assertThat(scope(aside(7, true)).holds(event(other, ON_TIME, 7))).isTrue();
  }

  @Test
  void behindEventOfADayAskedForIsHeld() {
    Instant asked = Instant.parse("2011-11-30T10:00:00Z");
    assertThat(scope(aside(7, false)).holds(event(asked, ON_TIME, 7))).isTrue();
  }

  @Test
  void manyPlacesInAnyOrderAreAllKnown() {
    SetAside[] many = new SetAside[100];
    for (int i = 0; i < many.length; i++) {
      many[i] = aside(1_000 - 7L * i, false);
    }
    BackfillScope scope = scope(many);
    Instant other = Instant.parse("2011-11-10T10:00:00Z");
    for (SetAside place : many) {
      assertThat(scope.holds(event(other, ON_TIME, place.offset()))).isFalse();
      assertThat(scope.holds(event(other, ON_TIME, place.offset() + 1))).isTrue();
    }
  }

  private static BackfillScope scope(SetAside... setAside) {
    return BackfillScope.of(DAYS, CLOCKS, List.of(setAside));
  }

  private static SetAside aside(long offset, boolean countedIn) {
    return new SetAside("highstreet.orders", 2, offset, countedIn);
  }

  private static Arrival event(Instant occurredAt, Duration delay, long offset) {
    Arrival arrival = sale("1001").at(occurredAt).receivedAfter(delay).arrival();
    return new Arrival(
        new Origin("highstreet.orders", 2, offset, arrival.receivedAt()),
        arrival.key(),
        arrival.bytes(),
        arrival.eventId(),
        arrival.occurredAt(),
        arrival.receivedAt(),
        arrival.transaction(),
        null,
        null);
  }
}
