package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Season;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/**
 * Time as the shop's customers feel it: it passes fast in busy months and stands still on closed
 * days. A day lasts month × weekday × a gamma draw of mean 1 of the day itself. Days are made as
 * they are asked for, so there is no last one.
 */
final class BusinessTime {
  private static final int PURPOSE = "day".hashCode();

  private final Season season;
  private final long seed;
  private final LocalDate from;
  private double[] ends = new double[512];
  private int days;

  BusinessTime(Season season, long seed, LocalDate from) {
    this.season = season;
    this.seed = seed;
    this.from = from;
  }

  /** Business time at the end of a day, counted from 0 at the start of the simulation. */
  double endOf(int day) {
    while (days <= day) {
      if (days == ends.length) {
        ends = Arrays.copyOf(ends, 2 * days);
      }
      ends[days] = (days == 0 ? 0 : ends[days - 1]) + length(days);
      days++;
    }
    return ends[day];
  }

  /** Business time at the start of a day. */
  double startOf(int day) {
    return day == 0 ? 0 : endOf(day - 1);
  }

  /** How much busier than others of its month and weekday a day is; 1 on average. */
  double mood(int day) {
    if (season.dayVariance() == 0) {
      return 1;
    }
    long date = from.plusDays(day).toEpochDay();
    double shape = 1 / season.dayVariance();
    return AhrensDieterMarsagliaTsangGammaSampler.of(
            RandomStream.of(seed, PURPOSE, date), shape, season.dayVariance())
        .sample();
  }

  private double length(int day) {
    LocalDate date = from.plusDays(day);
    return season.months().at(date.getMonthValue() - 1)
        * season.weekdays().at(date.getDayOfWeek().getValue() - 1)
        * mood(day);
  }
}
