package dev.highstreet.jobs.mart;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import org.apache.flink.util.function.SerializableFunction;

/**
 * A Postgres type, and how to get a value of it from a row; made by the factories, which are meant
 * to be imported statically. Every function may return null where the column may be null.
 *
 * <p>No value that an event can hold is refused by Postgres for its type, so that a damaged event
 * cannot stop a job: times outside Postgres' range become infinite, and text loses the one
 * character that Postgres cannot store.
 *
 * @param <R> the row
 */
public final class ColumnValue<R> implements Serializable {
  // Postgres' last year is 294276, its first 4714 BC; days go further, but nothing here needs them
  private static final long FIRST_DAY = LocalDate.of(-4712, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(294276, 1, 1).toEpochDay();
  private static final long MILLIS_A_DAY = 86_400_000;

  private final SqlType type;
  private final SerializableFunction<R, ?> element;

  private ColumnValue(SqlType type, SerializableFunction<R, ?> element) {
    this.type = type;
    this.element = element;
  }

  /** {@code date}, from an int or long of days since 1970-01-01. */
  public static <R> ColumnValue<R> date(SerializableFunction<R, Number> epochDay) {
    return of(SqlType.DATE, epochDay, day -> daysOrInfinity(whole(day)));
  }

  /** {@code timestamptz}, from milliseconds since the epoch. */
  public static <R> ColumnValue<R> timestamptz(SerializableFunction<R, Long> epochMillis) {
    return of(SqlType.TIMESTAMPTZ, epochMillis, ColumnValue::millisOrInfinity);
  }

  /** {@code text}; a NUL character, which Postgres refuses, becomes U+FFFD. */
  public static <R> ColumnValue<R> text(SerializableFunction<R, String> text) {
    return of(SqlType.TEXT, text, ColumnValue::withoutNul);
  }

  /** {@code bigint}, from an int or long. */
  public static <R> ColumnValue<R> bigint(SerializableFunction<R, Number> number) {
    return of(SqlType.BIGINT, number, ColumnValue::whole);
  }

  /** {@code integer}. */
  public static <R> ColumnValue<R> integer(SerializableFunction<R, Integer> number) {
    return of(SqlType.INTEGER, number, value -> value);
  }

  /** {@code boolean}. */
  public static <R> ColumnValue<R> bool(SerializableFunction<R, Boolean> flag) {
    return of(SqlType.BOOLEAN, flag, value -> value);
  }

  /** {@code numeric}, exactly, with six decimals, from millionths: money. */
  public static <R> ColumnValue<R> micros(SerializableFunction<R, Long> micros) {
    return of(SqlType.MICROS, micros, value -> value);
  }

  /**
   * {@code numeric} to 15 significant digits, for rates and ratings, never for money; null where
   * the number is not finite.
   */
  public static <R> ColumnValue<R> ratio(SerializableFunction<R, Double> ratio) {
    return of(SqlType.RATIO, ratio, value -> Double.isFinite(value) ? value : null);
  }

  /** {@code uuid} of two halves; null where either is. */
  public static <R> ColumnValue<R> uuid(
      SerializableFunction<R, Long> mostSignificant,
      SerializableFunction<R, Long> leastSignificant) {
    requireNonNull(mostSignificant, "mostSignificant is null");
    requireNonNull(leastSignificant, "leastSignificant is null");
    return new ColumnValue<>(
        SqlType.UUID,
        row -> {
          Long most = mostSignificant.apply(row);
          Long least = leastSignificant.apply(row);
          return most == null || least == null ? null : new java.util.UUID(most, least).toString();
        });
  }

  /** {@code bytea}; cannot be part of a key. */
  public static <R> ColumnValue<R> bytea(SerializableFunction<R, byte[]> binary) {
    return of(SqlType.BYTEA, binary, value -> value);
  }

  /** The type that it travels as. */
  SqlType type() {
    return type;
  }

  /** The element to put into an array of {@link SqlType#newArray}; comparable, but for bytes. */
  Object element(R row) {
    return element.apply(row);
  }

  private static <R, V> ColumnValue<R> of(
      SqlType type, SerializableFunction<R, V> value, SerializableFunction<V, ?> toElement) {
    requireNonNull(value, "value is null");
    return new ColumnValue<>(
        type,
        row -> {
          V found = value.apply(row);
          return found == null ? null : toElement.apply(found);
        });
  }

  private static long whole(Number number) {
    if (number instanceof Long || number instanceof Integer) {
      return number.longValue();
    }
    throw new IllegalArgumentException(
        "%s is a %s, but a whole number takes an int or a long"
            .formatted(number, number.getClass().getSimpleName()));
  }

  private static int daysOrInfinity(long epochDay) {
    if (epochDay < FIRST_DAY) {
      return Integer.MIN_VALUE;
    }
    return epochDay < LAST_DAY ? (int) epochDay : Integer.MAX_VALUE;
  }

  private static long millisOrInfinity(long epochMillis) {
    if (epochMillis < FIRST_DAY * MILLIS_A_DAY) {
      return Long.MIN_VALUE;
    }
    return epochMillis < LAST_DAY * MILLIS_A_DAY ? epochMillis : Long.MAX_VALUE;
  }

  private static String withoutNul(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }
}
