package dev.highstreet.cli.letters;

import dev.highstreet.cli.console.CommandException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A bound on record times, as somebody writes it: a day, or a time. */
final class RecordTime {
  private RecordTime() {}

  /** The first moment of a day, or the time itself. */
  static Instant first(String option, String text, ZoneId zone) {
    return isDay(text)
        ? day(option, text).atStartOfDay(zone).toInstant()
        : time(option, text, zone);
  }

  /** The moment after the last one of a day, or the time itself. */
  static Instant end(String option, String text, ZoneId zone) {
    return isDay(text)
        ? day(option, text).plusDays(1).atStartOfDay(zone).toInstant()
        : time(option, text, zone);
  }

  private static boolean isDay(String text) {
    return text.length() <= 10;
  }

  private static LocalDate day(String option, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong(option, text);
    }
  }

  private static Instant time(String option, String text, ZoneId zone) {
    try {
      return text.endsWith("Z")
          ? Instant.parse(text)
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw wrong(option, text);
    }
  }

  private static CommandException wrong(String option, String text) {
    return CommandException.usedWrongly(
        "%s is '%s'; write a day (2011-12-01) or a time (2011-12-01T08:26)"
            .formatted(option, text));
  }
}
