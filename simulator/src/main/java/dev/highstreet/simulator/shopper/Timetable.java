package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.profile.HourOfWeek;
import java.time.DayOfWeek;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/** At which second of a day people buy. */
final class Timetable {
  private static final int HOURS = 24;
  private static final int SECONDS = 3600;

  private final SharedStateDiscreteSampler[] hours = new SharedStateDiscreteSampler[7];

  Timetable(HourOfWeek week, UniformRandomProvider any) {
    double[] cells = week.cells().toArray();
    for (int day = 0; day < hours.length; day++) {
      double[] weights = Arrays.copyOfRange(cells, day * HOURS, (day + 1) * HOURS);
      if (Arrays.stream(weights).sum() == 0) { // nobody is known to buy that day: any other's hours
        for (int cell = 0; cell < cells.length; cell++) {
          weights[cell % HOURS] += cells[cell];
        }
      }
      hours[day] = AliasMethodDiscreteSampler.of(any, weights);
    }
  }

  /** A second of the day, local time, 0 to 86,399. */
  int secondOf(DayOfWeek weekday, UniformRandomProvider random) {
    int hour = hours[weekday.getValue() - 1].withUniformRandomProvider(random).sample();
    return hour * SECONDS + random.nextInt(SECONDS);
  }
}
