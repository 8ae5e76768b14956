package dev.highstreet.simulator.transactions;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Reads the local times of a shop. Where clocks change, one rule decides, so that the same text is
 * always the same instant: a time that occurs twice is the first of the two, and a time that is
 * skipped is read by the offset in force before the gap (01:30 in the skipped hour becomes 02:30).
 * A format without a time of day means midnight; an offset or a zone in the text counts instead of
 * the shop's.
 */
final class ShopTimes {
  private final DateTimeFormatter format;
  private final ZoneId zone;
  private String lastText;
  private Instant last;

  /**
   * Times in a pattern of {@link DateTimeFormatter}; months and halves of the day in English.
   *
   * @throws IllegalArgumentException if the pattern is none
   */
  ShopTimes(String pattern, ZoneId zone) {
    this.format =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern)
            .parseDefaulting(ChronoField.ERA, 1) // so that strict parsing takes yyyy for a year
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    this.zone = zone;
  }

  /**
   * The instant that a text names.
   *
   * @throws DateTimeException if it is not written in the format, or names no day
   */
  Instant parse(String text) {
    if (!text.equals(lastText)) { // the lines of an invoice follow one another
      TemporalAccessor time =
          format.parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from);
      if (time instanceof Instant instant) {
        last = instant;
      } else if (time instanceof LocalDateTime local) {
        last = local.atZone(zone).toInstant();
      } else {
        last = ((LocalDate) time).atStartOfDay(zone).toInstant();
      }
      lastText = text;
    }
    return last;
  }
}
