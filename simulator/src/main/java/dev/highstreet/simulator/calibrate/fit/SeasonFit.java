package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Season;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How busy months, weekdays and single days are. A month's index is repeat visits ÷ customer-days
 * at risk, each customer weighing as much as this one is expected to come; otherwise a growing shop
 * would look like a season.
 */
final class SeasonFit {
  private static final int ROUNDS = 6;
  private static final int FEWEST_VISITS = 200;
  private static final int CLOSED_DAYS = 4;
  private static final double MISSED_VISITS = 25;

  /** A customer of whom little is known counts as one who came so often … */
  private static final double PRIOR_VISITS = 0.8;

  /** … in so many days. */
  private static final double PRIOR_DAYS = 50;

  private final Past past;
  private final double[] weekdays = new double[7];
  private final double[] months = new double[12];
  private final double[] visitsByDay;
  private final boolean[] closed;

  SeasonFit(Past past) {
    this.past = past;
    this.visitsByDay = new double[past.days()];
    this.closed = new boolean[past.days()];
  }

  Season fit() {
    int visits = 0;
    for (Past.Order order : past.orders()) {
      if (!order.isFurther()) {
        visitsByDay[order.day()]++;
        visits++;
      }
    }
    if (past.orders().isEmpty()) {
      past.history().orders().forEach(order -> visitsByDay[day(order.at())]++);
      visits = past.history().orders().size();
    }
    fitWeekdays();
    findClosed();
    fitWeekdays();
    Arrays.fill(months, 1);
    if (visits < FEWEST_VISITS) {
      return season(
          Origin.assumed(
              "%d visits are too few to tell months apart; weekdays are smoothed"
                  .formatted(visits)),
          0.04);
    }
    for (int round = 0; round < ROUNDS; round++) {
      fitMonths();
    }
    return season(
        Origin.fitted(
            "%d visits in %d days; months by repeat visits for each customer-day at risk"
                .formatted(visits, past.days())),
        dayVariance());
  }

  private int day(long at) {
    return Math.toIntExact(
        java.time.temporal.ChronoUnit.DAYS.between(
            past.history().first(),
            LocalDate.ofInstant(java.time.Instant.ofEpochMilli(at), past.history().zone())));
  }

  private Season season(Origin origin, double dayVariance) {
    double mean = 0;
    for (int day = 0; day < past.days(); day++) {
      mean += index(day) / past.days();
    }
    for (int month = 0; month < months.length; month++) {
      months[month] /= mean;
    }
    return new Season(
        origin,
        Figures.rounded(4, months),
        Figures.rounded(4, weekdays),
        dayVariance,
        closedDays());
  }

  private double openness(int day) {
    return closed[day] ? 0 : weekdays[past.date(day).getDayOfWeek().getValue() - 1];
  }

  /**
   * Days without a visit, in a row in which many were to be expected: the shop is closed for
   * holidays.
   */
  private void findClosed() {
    double usual = Arrays.stream(visitsByDay).sum() / past.days();
    double expected = 0;
    int from = 0;
    for (int day = 0; day <= past.days(); day++) {
      if (day < past.days() && visitsByDay[day] == 0) {
        expected += usual * weekdays[past.date(day).getDayOfWeek().getValue() - 1];
      } else {
        if (expected > MISSED_VISITS && day - from >= CLOSED_DAYS) {
          Arrays.fill(closed, from, day, true);
        }
        expected = 0;
        from = day + 1;
      }
    }
  }

  private List<String> closedDays() {
    return IntStream.range(0, closed.length)
        .filter(day -> closed[day])
        .mapToObj(day -> MonthDay.from(past.date(day)).toString())
        .distinct()
        .toList();
  }

  private double index(int day) {
    LocalDate date = past.date(day);
    return months[date.getMonthValue() - 1] * openness(day);
  }

  private void fitWeekdays() {
    double[] days = new double[7];
    Arrays.fill(weekdays, 0);
    for (int day = 0; day < past.days(); day++) {
      if (closed[day]) {
        continue;
      }
      int weekday = past.date(day).getDayOfWeek().getValue() - 1;
      weekdays[weekday] += visitsByDay[day];
      days[weekday]++;
    }
    double all = Arrays.stream(weekdays).sum() / Arrays.stream(days).sum();
    double few = 2; // pseudo-days of an average day, where there is anything at all
    boolean isLong = past.days() >= 21;
    for (int weekday = 0; weekday < 7; weekday++) {
      boolean isClosed = weekdays[weekday] == 0 && isLong;
      weekdays[weekday] =
          isClosed
              ? 0
              : isLong
                  ? weekdays[weekday] / (days[weekday] * all)
                  : (weekdays[weekday] / all + few) / (days[weekday] + few);
    }
  }

  private void fitMonths() {
    double[] ends = new double[past.days()];
    double end = 0;
    for (int day = 0; day < past.days(); day++) {
      end += index(day);
      ends[day] = end;
    }
    double[] atRiskFrom =
        new double[past.days() + 1]; // expected visits a business day, of those first seen
    double[] repeats = new double[12];
    for (List<Past.Order> orders : past.customers()) {
      int first = orders.get(0).day();
      int visits = orders.get(orders.size() - 1).visit();
      double rate = (visits + PRIOR_VISITS) / (end - ends[first] + PRIOR_DAYS);
      atRiskFrom[first + 1] += rate;
      int seen = 0;
      for (Past.Order order : orders) {
        if (order.visit() > seen) {
          seen = order.visit();
          repeats[order.time().getMonthValue() - 1]++;
        }
      }
    }
    double[] expected = new double[12];
    double atRisk = 0;
    for (int day = 0; day < past.days(); day++) {
      atRisk += atRiskFrom[day];
      expected[past.date(day).getMonthValue() - 1] += atRisk * openness(day);
    }
    for (int month = 0; month < 12; month++) {
      months[month] =
          (repeats[month] + 5) / (expected[month] + 5); // five of either: no month is empty
    }
    double mean = Arrays.stream(months).sum() / 12;
    for (int month = 0; month < 12; month++) {
      months[month] /= mean;
    }
  }

  /**
   * What is left of the variation of days after month, weekday and chance; closed days set aside.
   */
  private double dayVariance() {
    double[] byMonth = new double[past.months()];
    double[] indexes = new double[past.months()];
    for (int day = 0; day < past.days(); day++) {
      if (visitsByDay[day] > 0) {
        byMonth[monthOf(day)] += visitsByDay[day];
        indexes[monthOf(day)] += index(day);
      }
    }
    double excess = 0;
    double weight = 0;
    for (int day = 0; day < past.days(); day++) {
      if (visitsByDay[day] > 0 && indexes[monthOf(day)] > 0) {
        double expected = byMonth[monthOf(day)] * index(day) / indexes[monthOf(day)];
        double off = visitsByDay[day] - expected;
        excess += off * off - expected;
        weight += expected * expected;
      }
    }
    double variance = weight > 0 ? excess / weight : 0;
    return Math.round(Math.max(0, Math.min(1, variance)) * 1e4) / 1e4;
  }

  private int monthOf(int day) {
    LocalDate date = past.date(day);
    LocalDate first = past.date(0);
    return 12 * (date.getYear() - first.getYear()) + date.getMonthValue() - first.getMonthValue();
  }
}
