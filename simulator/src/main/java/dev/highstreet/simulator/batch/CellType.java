package dev.highstreet.simulator.batch;

import static java.util.stream.Collectors.joining;

import org.apache.avro.Schema;

/**
 * How a field of an event is read from a cell: an expression that is null where the cell cannot be
 * understood. Text is taken literally: {@code 1.5} is no whole number.
 */
enum CellType {
  TEXT("a text") {
    @Override
    String read(String cell, boolean isText, Schema schema) {
      return cell;
    }
  },
  /** One of the schema's symbols. */
  SYMBOL("one of the known values") {
    @Override
    String read(String cell, boolean isText, Schema schema) {
      String symbols =
          schema.getEnumSymbols().stream().map(TableFile::quoted).collect(joining(", "));
      return "CASE WHEN %1$s IN (%2$s) THEN %1$s END".formatted(cell, symbols);
    }
  },
  INTEGER("a whole number") {
    @Override
    String read(String cell, boolean isText, Schema schema) {
      return whole(cell, isText, "INTEGER");
    }
  },
  BIGINT("a whole number") {
    @Override
    String read(String cell, boolean isText, Schema schema) {
      return whole(cell, isText, "BIGINT");
    }
  },
  /** Micros from an amount in units of the currency, with six decimals at most. */
  AMOUNT("an amount with at most six decimals") {
    @Override
    String read(String cell, boolean isText, Schema schema) {
      return "CASE WHEN TRY_CAST(%1$s AS DECIMAL(28, 12)) = TRY_CAST(%1$s AS DECIMAL(28, 6)) THEN TRY_CAST(TRY_CAST(%1$s AS DECIMAL(28, 6)) * 1000000 AS BIGINT) END"
          .formatted(cell);
    }
  },
  NUMBER("a number") {
    @Override
    String read(String cell, boolean isText, Schema schema) {
      return "TRY_CAST(%s AS DOUBLE)".formatted(cell);
    }
  },
  BOOLEAN("true or false") {
    @Override
    String read(String cell, boolean isText, Schema schema) {
      return "TRY_CAST(%s AS BOOLEAN)".formatted(cell);
    }
  },
  /** Milliseconds since 1970, UTC; a time without an offset is one of the shop's time zone. */
  INSTANT("a time like 2025-03-01T09:30:00Z") {
    @Override
    String read(String cell, boolean isText, Schema schema) {
      return "epoch_ms(TRY_CAST(%s AS TIMESTAMPTZ))".formatted(cell);
    }
  },
  ID("an id of 32 hexadecimal digits, as a UUID is written") {
    @Override
    String read(String cell, boolean isText, Schema schema) {
      return "CAST(TRY_CAST(%s AS UUID) AS VARCHAR)".formatted(cell);
    }
  };

  private final String description;

  CellType(String description) {
    this.description = description;
  }

  /** What a cell has to hold, in words. */
  String description() {
    return description;
  }

  /**
   * The expression.
   *
   * @param cell the column, quoted
   * @param isText whether the column holds text, or what its type says
   * @param schema of the field, without null
   */
  abstract String read(String cell, boolean isText, Schema schema);

  /** The type of a field, by its schema without null. */
  static CellType of(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> TEXT;
      case ENUM -> SYMBOL;
      case INT -> INTEGER;
      case LONG -> schema.getLogicalType() == null ? BIGINT : INSTANT;
      case DOUBLE -> NUMBER;
      case BOOLEAN -> BOOLEAN;
      case FIXED -> ID;
      default -> throw new IllegalArgumentException("no cell holds a " + schema.getType());
    };
  }

  private static String whole(String cell, boolean isText, String type) {
    return isText
        ? "CASE WHEN regexp_full_match(%1$s, '[+-]?[0-9]+') THEN TRY_CAST(%1$s AS %2$s) END"
            .formatted(cell, type)
        : "TRY_CAST(%s AS %s)".formatted(cell, type);
  }
}
