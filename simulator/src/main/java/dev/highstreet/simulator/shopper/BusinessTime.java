package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Season;
import java.time.LocalDate;
import java.time.YearMonth;
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
  private final double[] moods = new double[31];
  private YearMonth moodsOf;
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

  /**
   * How much busier than others of its month and weekday a day is; 1 on average over its month, so
   * that days vary and months do not.
   */
  double mood(int day) {
    if (season.dayVariance() == 0) {
      return 1;
    }
    YearMonth month = YearMonth.from(from.plusDays(day));
    if (!month.equals(moodsOf)) {
      makeMoods(month);
    }
    return moods[from.plusDays(day).getDayOfMonth() - 1];
  }

  private void makeMoods(YearMonth month) {
    double shape = 1 / season.dayVariance();
    double drawn = 0;
    double expected = 0;
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LocalDate date = month.atDay(day);
      moods[day - 1] =
          AhrensDieterMarsagliaTsangGammaSampler.of(
                  RandomStream.of(seed, PURPOSE, date.toEpochDay()), shape, season.dayVariance())
              .sample();
      drawn += moods[day - 1] * season.openness(date);
      expected += season.openness(date);
    }
    for (int day = 0; day < moods.length && drawn > 0; day++) {
      moods[day] *= expected / drawn;
    }
    moodsOf = month;
  }

  private double length(int day) {
    return season.index(from.plusDays(day)) * mood(day);
  }
}
