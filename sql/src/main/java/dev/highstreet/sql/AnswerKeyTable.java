package dev.highstreet.sql;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A table for which there is an answer.
 *
 * @param name with its schema
 * @param key the columns of its primary key; its query returns them first
 * @param period how a row belongs to a day
 */
public record AnswerKeyTable(String name, List<String> key, Period period) {
  /** How a row belongs to a day. */
  public enum Period {
    /** Not at all. */
    NONE,
    /** By its column {@code hour}, an instant. */
    HOUR,
    /** By its column {@code day}. */
    DAY,
    /** By its column {@code month}, whose days it has all. */
    MONTH,
    /** By the day of the order that it is of. */
    OF_ORDER
  }

  /** Refuses what is incomplete. */
  public AnswerKeyTable {
    requireNonNull(name, "name is null");
    key = List.copyOf(key);
    requireNonNull(period, "period is null");
  }
}
