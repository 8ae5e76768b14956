package dev.highstreet.simulator.market;

import java.time.DayOfWeek;
import java.time.LocalDateTime;

/**
 * When a shop is open, in hours of the business zone. It is closed on bank holidays.
 *
 * @param opens first hour on Mondays to Saturdays, 0 to 23
 * @param closes hour at which it closes on Mondays to Saturdays, above {@code opens}
 * @param sundayOpens first hour on Sundays
 * @param sundayCloses hour at which it closes on Sundays
 */
public record OpeningHours(int opens, int closes, int sundayOpens, int sundayCloses) {
  /** Refuses a day that ends before it begins. */
  public OpeningHours {
    check(opens, closes);
    check(sundayOpens, sundayCloses);
  }

  private static void check(int opens, int closes) {
    if (opens < 0 || closes > 24 || closes <= opens) {
      throw new IllegalArgumentException(
          "opening hours %d to %d are not within 0 to 24".formatted(opens, closes));
    }
  }

  /** Whether it is open at this local time of a day that is no holiday. */
  public boolean open(LocalDateTime time) {
    return time.getDayOfWeek() == DayOfWeek.SUNDAY
        ? time.getHour() >= sundayOpens && time.getHour() < sundayCloses
        : time.getHour() >= opens && time.getHour() < closes;
  }

  /** In words, such as "Mo-Sa 09:00-18:00, Su 11:00-17:00". */
  public String inWords() {
    return "Mo-Sa %02d:00-%02d:00, Su %02d:00-%02d:00"
        .formatted(opens, closes, sundayOpens, sundayCloses);
  }
}
