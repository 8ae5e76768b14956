package dev.highstreet.cli.verify;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * How values of a column are written as text, the same in both databases, and compared where the
 * texts differ. Money is never a floating-point number on the way.
 */
enum ColumnKind {
  /** Two control characters part columns; in a text they are shown by their symbols. */
  TEXT("translate(%s, chr(30) || chr(31), chr(9246) || chr(9247))"),
  /** Whole numbers, dates, truth values, ids; instants in UTC, as both databases write them. */
  PLAIN("CAST(%s AS VARCHAR)"),
  /** Decimals; both databases write six of them, as a rule, and the texts are the same. */
  EXACT("CAST(%s AS VARCHAR)") {
    @Override
    boolean equal(String expected, String found) {
      return sameNumber(new BigDecimal(expected), found);
    }

    @Override
    String shown(String text) {
      try {
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
      } catch (NumberFormatException notFinite) {
        return text;
      }
    }
  },
  /** A binary number in the truth, kept to 15 significant digits. */
  RATIO("CAST(%s AS VARCHAR)") {
    @Override
    boolean equal(String expected, String found) {
      return sameNumber(new BigDecimal(expected).round(new MathContext(15)), found);
    }
  },
  /** Bytes that are text, as a rule. */
  BYTES("lower(hex(%s))", "encode(%s, 'hex')") {
    @Override
    String shown(String text) {
      byte[] bytes = HexFormat.of().parseHex(text);
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        return text;
      }
    }
  };

  private final String inDuckDb;
  private final String inPostgres;

  ColumnKind(String inBoth) {
    this(inBoth, inBoth);
  }

  ColumnKind(String inDuckDb, String inPostgres) {
    this.inDuckDb = inDuckDb;
    this.inPostgres = inPostgres;
  }

  /** The kind of a column of the answer key, by its type in DuckDB. */
  static ColumnKind of(String type) {
    if (type.startsWith("DECIMAL")) {
      return EXACT;
    }
    return switch (type) {
      case "VARCHAR" -> TEXT;
      case "DOUBLE" -> RATIO;
      case "BLOB" -> BYTES;
      case "INTEGER", "BIGINT", "HUGEINT", "DATE", "TIMESTAMP WITH TIME ZONE", "UUID", "BOOLEAN" ->
          PLAIN;
      default -> throw new IllegalArgumentException("no comparison of columns of type " + type);
    };
  }

  /** An expression of DuckDB that writes another one's value as text. */
  String inDuckDb(String expression) {
    return inDuckDb.formatted(expression);
  }

  /** The same in Postgres. */
  String inPostgres(String expression) {
    return inPostgres.formatted(expression);
  }

  /** Whether two texts that are not the same say the same; neither is null. */
  boolean equal(String expected, String found) {
    return expected.equals(found);
  }

  /** As people read it. */
  String shown(String text) {
    return text;
  }

  private static boolean sameNumber(BigDecimal expected, String found) {
    try {
      return expected.compareTo(new BigDecimal(found)) == 0;
    } catch (NumberFormatException notFinite) {
      return false;
    }
  }
}
