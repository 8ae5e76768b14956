package dev.highstreet.simulator.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.PastReturn;
import dev.highstreet.simulator.calibrate.SalesHistory;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingDaysTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
  private static final LocalDate LAST = MONDAY.plusDays(69);

  @Test
  void whatIsBookedOnMondayCameSinceTheEndOfFriday() {
    SeenLag lag = lag("2025-02-03T12:00", "2025-03-10T09:00");

    assertThat(lag.after()).isCloseTo(32.5, within(1e-9));
    assertThat(lag.by()).isCloseTo(35.5, within(1e-9));
  }

  @Test
  void parcelsHaveArrivedByTheNextDayOnWhichReturnsAreBooked() {
    assertThat(lag("2025-02-03T12:00", "2025-02-05T09:00").arrived())
        .as("four weeks after a Monday is a Monday")
        .isCloseTo(28.5, within(1e-9));
    assertThat(lag("2025-02-01T12:00", "2025-02-05T09:00").arrived())
        .as("four weeks after a Saturday nobody works until Monday")
        .isCloseTo(30.5, within(1e-9));
  }

  @Test
  void watchingEndsWithTheLastDayOfTheFile() {
    assertThat(lag("2025-02-03T12:00", "2025-02-05T09:00").watched()).isCloseTo(41.5, within(1e-9));
  }

  private static SeenLag lag(String ordered, String returned) {
    PastOrder order =
        new PastOrder(0, at(ordered), new int[] {0}, new int[] {1}, new long[] {1_000_000});
    MatchedReturn back = new MatchedReturn(order, at(returned), true, 1, 1, 0, 0, true);
    return BookingDays.of(weekdaysAndOneSunday()).lags(List.of(back)).get(0);
  }

  /** Ten weeks with a return each working day, and a single one on a Sunday. */
  private static SalesHistory weekdaysAndOneSunday() {
    List<PastReturn> returns = new ArrayList<>();
    for (LocalDate day = MONDAY; !day.isAfter(LAST); day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() <= 5 || day.equals(MONDAY.plusDays(13))) {
        returns.add(
            new PastReturn(
                0, at(day + "T10:00"), new int[] {0}, new int[] {1}, new long[] {1_000_000}));
      }
    }
    return new SalesHistory(
        ZONE, MONDAY, LAST, 1, List.of("A"), List.of("Things"), List.of(), returns);
  }

  private static long at(String time) {
    return LocalDateTime.parse(time).atZone(ZONE).toInstant().toEpochMilli();
  }
}
