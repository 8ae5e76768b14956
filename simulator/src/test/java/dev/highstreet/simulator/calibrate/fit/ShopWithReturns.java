package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.PastReturn;
import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.engine.RandomStream;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A year of orders that all come back whole, each of a customer of its own: after a lognormal time,
 * but not before they have been delivered, within nine days or, of one parcel in fifty, within
 * twenty; and not at a weekend, nor in the night.
 */
final class ShopWithReturns {
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 365;
  private static final long DAY = 86_400_000;
  private static final int OPENS = 7;
  private static final int CLOSES = 19;

  private ShopWithReturns() {}

  static SalesHistory of(int orders, double medianDays, double logSd, int seed) {
    RandomStream random = RandomStream.of(seed, "returns", 0);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    long begins = FIRST.atStartOfDay(ZONE).toInstant().toEpochMilli();
    long ends = FIRST.plusDays(DAYS).atStartOfDay(ZONE).toInstant().toEpochMilli();
    List<PastOrder> all = new ArrayList<>();
    List<PastReturn> returns = new ArrayList<>();
    for (int customer = 0; customer < orders; customer++) {
      long at = begins + (long) (random.nextDouble() * DAYS * DAY);
      int[] goods = {0};
      int[] units = {1};
      long[] prices = {1_000_000};
      all.add(new PastOrder(customer, at, goods, units, prices));
      double delivered = random.nextDouble() < 0.02 ? 20 : 1 + 8 * random.nextDouble();
      double lag = Math.max(delivered, medianDays * Math.exp(logSd * normal.sample()));
      long back = booked(at + (long) (lag * DAY), random);
      if (back < ends) {
        returns.add(new PastReturn(customer, back, goods, units, prices));
      }
    }
    all.sort(Comparator.comparingLong(PastOrder::at));
    returns.sort(Comparator.comparingLong(PastReturn::at));
    LocalDate last = FIRST.plusDays(DAYS - 1);
    return new SalesHistory(
        ZONE, FIRST, last, orders, List.of("A"), List.of("Things"), all, returns);
  }

  /** When it is booked: at once in working hours, else at some hour of the next working day. */
  private static long booked(long at, RandomStream random) {
    ZonedDateTime time = Instant.ofEpochMilli(at).atZone(ZONE);
    if (isWeekday(time) && time.getHour() >= OPENS && time.getHour() < CLOSES) {
      return at;
    }
    ZonedDateTime day = time.getHour() < OPENS ? time : time.plusDays(1);
    while (!isWeekday(day)) {
      day = day.plusDays(1);
    }
    long hours = (long) ((CLOSES - OPENS) * random.nextDouble() * 3_600_000);
    return day.toLocalDate().atTime(OPENS, 0).atZone(ZONE).toInstant().toEpochMilli() + hours;
  }

  private static boolean isWeekday(ZonedDateTime time) {
    return time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }
}
