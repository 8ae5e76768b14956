package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.SalesHistory;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The days of the week on which a shop books what comes back. What arrives on another is booked on
 * the next of these, so a file says no more than that it came since the one before.
 */
final class BookingDays {
  /** Days after an order by which nearly everything has been delivered. */
  static final int ARRIVED = 28;

  /** A day of the week with a smaller part of all returns is one on which nobody works. */
  private static final double FEWEST = 0.02;

  private static final double DAY = 86_400_000.0;

  private final SalesHistory history;
  private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);

  private BookingDays(SalesHistory history) {
    this.history = history;
  }

  /** Those of a history with returns. */
  static BookingDays of(SalesHistory history) {
    BookingDays booking = new BookingDays(history);
    Map<DayOfWeek, Integer> returns = new EnumMap<>(DayOfWeek.class);
    history.returns().forEach(back -> returns.merge(booking.day(back.at()), 1, Integer::sum));
    returns.forEach(
        (day, count) -> {
          if (count > FEWEST * history.returns().size()) {
            booking.days.add(day);
          }
        });
    return booking;
  }

  /** The lag of each return from its order. */
  List<SeenLag> lags(List<MatchedReturn> returns) {
    List<SeenLag> lags = new ArrayList<>(returns.size());
    for (MatchedReturn back : returns) {
      long ordered = back.order().at();
      LocalDate booked = date(back.at());
      LocalDate arrived = firstFrom(date(ordered).plusDays(ARRIVED));
      lags.add(
          new SeenLag(
              end(lastBefore(booked), ordered),
              end(booked, ordered),
              end(arrived, ordered),
              end(history.last(), ordered)));
    }
    return lags;
  }

  private LocalDate firstFrom(LocalDate date) {
    LocalDate day = date;
    while (!days.contains(day.getDayOfWeek())) {
      day = day.plusDays(1);
    }
    return day;
  }

  private LocalDate lastBefore(LocalDate date) {
    LocalDate day = date.minusDays(1);
    while (!days.contains(day.getDayOfWeek())) {
      day = day.minusDays(1);
    }
    return day;
  }

  private DayOfWeek day(long at) {
    return date(at).getDayOfWeek();
  }

  private LocalDate date(long at) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(at), history.zone());
  }

  /** Days from a time to the end of a date. */
  private double end(LocalDate date, long since) {
    long end = date.plusDays(1).atStartOfDay(history.zone()).toInstant().toEpochMilli();
    return (end - since) / DAY;
  }
}
