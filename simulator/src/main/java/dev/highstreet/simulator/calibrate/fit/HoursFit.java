package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.HourOfWeek;
import dev.highstreet.simulator.profile.Origin;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * At which hour of the week people buy: counts, smoothed by the hours of all weekdays together
 * (Dirichlet). A file whose times are all midnight has days only; then the hours are a prior.
 */
final class HoursFit {
  private static final int DAY = 24;
  private static final double PRIOR_ORDERS = 25;
  private static final double HOURLESS_SHARE = 0.98;

  /** Visits to online shops by hour, midnight first: little by night, a high evening. */
  private static final double[] CONSUMER_DAY = {
    1.2, .6, .3, .2, .2, .4, 1, 2.2, 3.6, 4.9, 5.6, 5.8, 6, 5.8, 5.4, 5.3, 5.4, 5.6, 6, 7, 8, 8,
    6.4, 3.4
  };

  private HoursFit() {}

  static HourOfWeek fit(Past past) {
    List<PastOrder> orders = past.history().orders();
    double[] cells = new double[HourOfWeek.CELLS];
    double[] day = new double[DAY];
    int midnights = 0;
    for (PastOrder order : orders) {
      LocalDateTime time =
          LocalDateTime.ofInstant(Instant.ofEpochMilli(order.at()), past.history().zone());
      if (past.orders().isEmpty() || order.customer() != PastOrder.GUEST) {
        cells[(time.getDayOfWeek().getValue() - 1) * DAY + time.getHour()]++;
        day[time.getHour()]++;
      }
      midnights += time.toLocalTime().toSecondOfDay() == 0 ? 1 : 0;
    }
    if (midnights >= HOURLESS_SHARE * orders.size()) {
      return consumer("the file has days but no hours");
    }
    double all = 0;
    for (double count : day) {
      all += count;
    }
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] += PRIOR_ORDERS * day[cell % DAY] / all;
    }
    return new HourOfWeek(
        Origin.fitted("%d orders; smoothed over weekdays".formatted((long) all)),
        Figures.rounded(4, cells));
  }

  /** Hours of consumers, the same all week. */
  static HourOfWeek consumer(String reason) {
    double[] cells = new double[HourOfWeek.CELLS];
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] = CONSUMER_DAY[cell % DAY];
    }
    return new HourOfWeek(
        Origin.prior("shape of visits to online shops by hour; " + reason), Figures.of(cells));
  }
}
