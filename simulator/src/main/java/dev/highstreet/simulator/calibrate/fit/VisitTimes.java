package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Season;
import java.time.LocalDate;
import java.util.List;

/** What the likelihood of visits needs to know of each customer, in business days. */
final class VisitTimes {
  final int customers;

  /** Gaps between visits. */
  final int[] gaps;

  /** Sum of the logs of the gaps. */
  final double[] logGaps;

  /** Sum of the gaps. */
  final double[] between;

  /** Time from the last visit to the end. */
  final double[] after;

  /** The day of the first visit, counted from the first day, in calendar days. */
  final int[] firstDay;

  VisitTimes(Past past, Season season) {
    double[] middles = new double[past.days()];
    double end = 0;
    for (int day = 0; day < past.days(); day++) {
      LocalDate date = past.date(day);
      double length = season.index(date);
      middles[day] = end + length / 2;
      end += length;
    }
    customers = past.customers().size();
    gaps = new int[customers];
    logGaps = new double[customers];
    between = new double[customers];
    after = new double[customers];
    firstDay = new int[customers];
    for (int customer = 0; customer < customers; customer++) {
      List<Past.Order> orders = past.customers().get(customer);
      firstDay[customer] = orders.get(0).day();
      int visit = 0;
      double last = middles[orders.get(0).day()];
      for (Past.Order order : orders) {
        if (order.visit() > visit) {
          visit = order.visit();
          double gap = Math.max(middles[order.day()] - last, 0.1);
          gaps[customer]++;
          logGaps[customer] += Math.log(gap);
          between[customer] += gap;
          last = middles[order.day()];
        }
      }
      after[customer] = Math.max(0, end - last);
    }
  }
}
