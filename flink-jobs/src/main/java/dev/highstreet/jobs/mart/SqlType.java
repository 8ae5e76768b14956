package dev.highstreet.jobs.mart;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How a value travels: as an array of a type that the driver sends in binary, and an expression
 * that turns each element into what the column holds.
 */
enum SqlType {
  /** Days since 1970-01-01; the ends of the range stand for infinity. */
  DATE(
      "int4",
      """
      CASE %1$s WHEN 2147483647 THEN date 'infinity' WHEN -2147483648 THEN date '-infinity' \
      ELSE date '1970-01-01' + %1$s END"""),
  /**
   * Milliseconds since the epoch; the ends of the range stand for infinity. In seconds and a rest,
   * since milliseconds as an interval overflow, and as a fraction of seconds round.
   */
  TIMESTAMPTZ(
      "int8",
      """
      CASE %1$s WHEN 9223372036854775807 THEN timestamptz 'infinity' \
      WHEN -9223372036854775808 THEN timestamptz '-infinity' \
      ELSE to_timestamp(%1$s / 1000) + %1$s %% 1000 * interval '1 millisecond' END"""),
  TEXT("text", "%s"),
  BIGINT("int8", "%s"),
  INTEGER("int4", "%s"),
  BOOLEAN("bool", "%s"),
  /** Millionths; multiplied, since a division of numerics rounds. */
  MICROS("int8", "%s * 0.000001"),
  RATIO("float8", "%s::numeric"),
  UUID("text", "%s::uuid"),
  BYTEA("bytea", "%s");

  private final String elementType;
  private final String expression;

  SqlType(String elementType, String expression) {
    this.elementType = elementType;
    this.expression = expression;
  }

  /** The Postgres type of the array's elements. */
  String elementType() {
    return elementType;
  }

  /** What the column holds, given an expression for the array's element. */
  String read(String element) {
    return expression.formatted(element);
  }

  /** An array to fill with elements and to hand to the driver. */
  Object[] newArray(int length) {
    return switch (elementType) {
      case "int4" -> new Integer[length];
      case "int8" -> new Long[length];
      case "bool" -> new Boolean[length];
      case "float8" -> new Double[length];
      case "bytea" -> new byte[length][];
      default -> new String[length];
    };
  }

  /** An element as a reader knows the value. */
  String show(Object element) {
    return switch (this) {
      case DATE -> LocalDate.ofEpochDay((Integer) element).toString();
      case TIMESTAMPTZ -> Instant.ofEpochMilli((Long) element).toString();
      default -> element.toString();
    };
  }
}
