package dev.highstreet.cli.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Of which days an answer key can tell, in the time zone of the shop. */
interface Days {
  /** What tells of them, in words. */
  String teller();

  /** The shop's time zone, in which days begin and end. */
  ZoneId zone();

  /** The first day of which there is something to tell. */
  LocalDate firstDay();

  /** The last one. */
  LocalDate lastDay();

  /** The last of the days that are told of whole and have ended by a time. */
  Optional<LocalDate> lastDayEndedBy(Instant time);

  /** When a day begins; where midnight comes twice, at the first. */
  default Instant start(LocalDate day) {
    return day.atStartOfDay(zone()).toInstant();
  }

  /** When a day ends; where midnight comes twice, at the second. */
  default Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone()).withLaterOffsetAtOverlap().toInstant();
  }
}
