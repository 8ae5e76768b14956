package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Season;
import java.time.LocalDate;
import java.util.List;

/**
 * When customers are seen first. Near the beginning of a file most of them are customers of before:
 * first visits above the later level are the opening, exponential in time; the rest are newcomers,
 * by calendar month.
 */
final class ArrivalsFit {
  /** What was found: weights of newcomers by month, and the opening. */
  record Found(double[] newcomers, double openingShare, double openingDays) {}

  private static final int OPENING = 60;
  private static final int LEVEL = 60;

  private ArrivalsFit() {}

  static Found fit(Past past, Season season) {
    double[] first = new double[past.days()];
    double[] open = new double[past.days()];
    for (List<Past.Order> orders : past.customers()) {
      first[orders.get(0).day()]++;
    }
    for (int day = 0; day < open.length; day++) {
      open[day] = season.openness(past.date(day));
    }
    double opening = 0;
    double openingDays = 20;
    if (past.days() >= OPENING + LEVEL) {
      double level = rate(first, open, OPENING, OPENING + LEVEL);
      double time = 0;
      for (int day = 0; day < OPENING; day++) {
        double excess = first[day] - level * open[day];
        opening += excess;
        time += excess * (day + 0.5);
      }
      openingDays = opening > 0 ? Math.max(3, Math.min(OPENING, time / opening)) : openingDays;
      double openDays = 0;
      for (int day = 0; day < OPENING; day++) {
        openDays += open[day] * Math.exp(-day / openingDays) / openingDays;
      }
      opening = openDays > 0 ? Math.max(0, opening / openDays) : 0;
    }
    double[] seen = new double[12];
    double[] days = new double[12];
    for (int day = past.days() - 1; day >= 0; day--) {
      LocalDate date = past.date(day);
      int month = date.getMonthValue() - 1;
      boolean again = past.days() - day > 366 && days[month] > 0; // a later year tells better
      if (!again) {
        double expected = opening / openingDays * Math.exp(-day / openingDays) * open[day];
        seen[month] += first[day] - expected;
        days[month] += open[day];
      }
    }
    double overall = 0;
    double all = 0;
    for (int month = 0; month < 12; month++) {
      overall += Math.max(0, seen[month]);
      all += days[month];
    }
    double usual = Math.max(overall, 1) / Math.max(all, 1);
    double[] newcomers = new double[12];
    for (int month = 0; month < 12; month++) {
      newcomers[month] = Math.max(0.1 * usual, (seen[month] + 5 * usual) / (days[month] + 5));
    }
    double mean = 0;
    for (double newcomer : newcomers) {
      mean += newcomer / 12;
    }
    double share = opening / (opening + mean * 365);
    return new Found(newcomers, share, openingDays);
  }

  private static double rate(double[] first, double[] open, int from, int to) {
    double seen = 0;
    double days = 0;
    for (int day = from; day < to; day++) {
      seen += first[day];
      days += open[day];
    }
    return days > 0 ? seen / days : 0;
  }
}
