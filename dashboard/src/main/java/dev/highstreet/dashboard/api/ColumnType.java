package dev.highstreet.dashboard.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.dashboard.shell.WrongParameter;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What a column of a mart holds: how it is read, asked for, and written. */
enum ColumnType {
  DAY("a day such as 2011-03-01; of a month, its first") {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      return row.getObject(column, LocalDate.class);
    }

    @Override
    Object parse(String text) {
      LocalDate day = LocalDate.parse(text);
      return inCalendar(day.getYear(), day);
    }
  },
  MOMENT("a moment such as 2011-03-01T12:00:00Z") {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
      return moment == null ? null : moment.toInstant();
    }

    @Override
    Object parse(String text) {
      OffsetDateTime moment = Instant.parse(text).atOffset(ZoneOffset.UTC);
      return inCalendar(moment.getYear(), moment);
    }
  },
  WHOLE("a whole number") {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      return row.getObject(column, Long.class);
    }

    @Override
    Object parse(String text) {
      return Long.valueOf(text);
    }
  },
  DECIMAL("a decimal number such as 12.50") {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      return row.getBigDecimal(column);
    }

    @Override
    Object parse(String text) {
      return new BigDecimal(text);
    }
  },
  TEXT("text") {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      return row.getString(column);
    }

    @Override
    Object parse(String text) {
      return text;
    }
  };

  private final String allowed;

  ColumnType(String allowed) {
    this.allowed = allowed;
  }

  /** The type of a column as Postgres writes its own; what is not known is read as text. */
  static ColumnType of(String written) {
    return switch (written) {
      case "date" -> DAY;
      case "timestamp with time zone" -> MOMENT;
      case "bigint", "integer", "smallint" -> WHOLE;
      case "numeric" -> DECIMAL;
      default -> TEXT;
    };
  }

  /** The value in a row, or null. */
  abstract Object read(ResultSet row, int column) throws SQLException;

  abstract Object parse(String text);

  /**
   * The value that a parameter asks for, as the driver takes it.
   *
   * @throws WrongParameter if it is none of this type
   */
  Object parse(String parameter, String text) {
    try {
      return parse(text);
    } catch (DateTimeException | NumberFormatException e) {
      throw new WrongParameter(parameter, text, allowed);
    }
  }

  /** The value as text that {@link #parse} takes: exact, without an exponent. */
  static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** Adds the value to a row in JSON: whole numbers as such, everything else as text. */
  static void put(ObjectNode row, String column, Object value) {
    if (value instanceof Long number) {
      row.put(column, number);
    } else {
      row.put(column, value == null ? null : text(value));
    }
  }

  private static Object inCalendar(int year, Object value) {
    if (year < 1 || year > 9999) {
      throw new DateTimeException("year " + year);
    }
    return value;
  }
}
