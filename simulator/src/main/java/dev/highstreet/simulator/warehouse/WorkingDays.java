package dev.highstreet.simulator.warehouse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * The days on which warehouses and carriers work, Monday to Friday without holidays, and the hours
 * in which goods are handled, 7 to 19 local time. Days are numbered from 1970 (epoch days); times
 * are milliseconds since 1970, UTC. The table grows as time goes on; one thread.
 */
public final class WorkingDays {
  /** When work begins, in minutes since midnight. */
  public static final int OPENS = 7 * 60;

  /** When work ends, in minutes since midnight. */
  public static final int CLOSES = 19 * 60;

  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;
  private static final int YEAR = 366;

  private final ZoneId zone;
  private final Predicate<LocalDate> holiday;
  private final int firstDay;
  private long[] startOf = {};
  // working days before each day of the table, and the table of working days themselves
  private int[] workedBefore = {};
  private int[] workingDays = {};
  private int worked;

  /**
   * Working days from a day on.
   *
   * @param zone the shop's
   * @param first the first day that anybody will ask about
   * @param holiday whether a day is a holiday
   */
  public WorkingDays(ZoneId zone, LocalDate first, Predicate<LocalDate> holiday) {
    this.zone = zone;
    this.holiday = holiday;
    this.firstDay = Math.toIntExact(first.toEpochDay());
  }

  /** The day of a time. */
  public int dayOf(long millis) {
    int day = firstDay + (int) Math.max(0, (millis - startOf(firstDay)) / DAY);
    while (startOf(day) > millis && day > firstDay) {
      day--;
    }
    while (startOf(day + 1) <= millis) {
      day++;
    }
    return day;
  }

  /** When a day begins. */
  public long startOf(int day) {
    int index = index(day); // before the array is looked at: it may grow
    return startOf[index];
  }

  /** A time of a day, in minutes since it began. */
  public long at(int day, double minutes) {
    return startOf(day) + (long) (minutes * MINUTE);
  }

  /** Whether it is worked on that day. */
  public boolean isWorked(int day) {
    int index = index(day + 1);
    return workedBefore[index] > workedBefore[index - 1];
  }

  /** The day itself if it is worked on, else the next that is. */
  public int workingDayFrom(int day) {
    return plus(day, 0);
  }

  /** The nth working day after the given day; of a day off, after the working day that follows. */
  public int plus(int day, int n) {
    int index = index(day);
    int nth = workedBefore[index] + n;
    while (nth >= worked) {
      grow();
    }
    return workingDays[nth];
  }

  /** The time itself if it is within working hours, else when work begins again. */
  public long workingTimeFrom(long millis) {
    return plusMinutes(millis, 0);
  }

  /** When so many minutes of working time have passed. */
  public long plusMinutes(long millis, double minutes) {
    int day = dayOf(millis);
    double minute = (millis - startOf(day)) / (double) MINUTE;
    int working = workingDayFrom(day);
    if (working != day || minute < OPENS) {
      minute = OPENS;
    } else if (minute >= CLOSES) {
      working = plus(day, 1);
      minute = OPENS;
    }
    double end = minute + minutes;
    int days = (int) ((end - OPENS) / (CLOSES - OPENS));
    long time = at(plus(working, days), end - days * (double) (CLOSES - OPENS));
    return Math.max(millis, time); // a fraction of a millisecond may have been lost
  }

  private int index(int day) {
    int index = day - firstDay;
    if (index < 0) {
      throw new IllegalArgumentException(
          "day %s is before %s, the first of the working days"
              .formatted(LocalDate.ofEpochDay(day), LocalDate.ofEpochDay(firstDay)));
    }
    while (index >= startOf.length) {
      grow();
    }
    return index;
  }

  private void grow() {
    int from = startOf.length;
    startOf = Arrays.copyOf(startOf, from + YEAR);
    workedBefore = Arrays.copyOf(workedBefore, from + YEAR);
    workingDays = Arrays.copyOf(workingDays, workingDays.length + YEAR);
    for (int i = from; i < startOf.length; i++) {
      LocalDate day = LocalDate.ofEpochDay(firstDay + (long) i);
      startOf[i] = day.atStartOfDay(zone).toInstant().toEpochMilli();
      workedBefore[i] = worked;
      if (isWeekday(day) && !holiday.test(day)) {
        workingDays[worked++] = firstDay + i;
      }
    }
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
