package dev.highstreet.jobs.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.testsupport.PostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.flink.util.function.SerializableFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each type looks like once it is in Postgres. */
class ColumnValueIT {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final MartDatabase DATABASE = new MartDatabase(POSTGRES);

  private record Cell<V>(int position, V value) {}

  @BeforeAll
  static void createTable() throws SQLException {
    DATABASE.execute(
        "CREATE TABLE core.every_type (position integer PRIMARY KEY, a_date date, a_time timestamptz,"
            + " a_text text, a_bigint bigint, an_integer integer, a_boolean boolean, an_amount"
            + " numeric, a_ratio numeric, a_uuid uuid, some_bytes bytea, run_id bigint NOT NULL,"
            + " updated_at timestamptz NOT NULL)");
  }

  @BeforeEach
  void emptyTable() throws SQLException {
    DATABASE.execute("TRUNCATE core.every_type");
  }

  @Test
  void datesAreDaysSince1970AndInfiniteOutsideTheRangeOfPostgres() throws SQLException {
    assertThat(
            written(
                "a_date",
                ColumnValue.date(Cell::value),
                LocalDate.of(2011, 12, 9).toEpochDay(),
                (int) LocalDate.of(2012, 2, 29).toEpochDay(),
                0L,
                -1L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                null))
        .containsExactly(
            "2011-12-09", "2012-02-29", "1970-01-01", "1969-12-31", "infinity", "-infinity", null);
  }

  @Test
  void timesKeepTheirMillisecondsAndAreInfiniteOutsideTheRangeOfPostgres() throws SQLException {
    assertThat(
            written(
                "a_time",
                ColumnValue.timestamptz(Cell::value),
                Instant.parse("2011-12-09T12:50:00.123Z").toEpochMilli(),
                Instant.parse("1752-09-14T00:00:00.001Z").toEpochMilli(),
                Instant.parse("3999-12-31T23:59:59.999Z").toEpochMilli(),
                -1L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MAX_VALUE / 2,
                null))
        .containsExactly(
            "2011-12-09 12:50:00.123+00",
            "1752-09-14 00:00:00.001+00",
            "3999-12-31 23:59:59.999+00",
            "1969-12-31 23:59:59.999+00",
            "infinity",
            "-infinity",
            "infinity",
            null);
  }

  @Test
  void firstAndLastTimesThatPostgresHoldsAreFinite() throws SQLException {
    assertThat(
            written(
                "a_time",
                ColumnValue.timestamptz(Cell::value),
                Instant.parse("-4712-01-01T00:00:00Z").toEpochMilli(),
                Instant.parse("+294275-12-31T00:00:00Z").toEpochMilli()))
        .containsExactly("4713-01-01 00:00:00+00 BC", "294275-12-31 00:00:00+00");
  }

  @Test
  void textLosesOnlyWhatPostgresRefuses() throws SQLException {
    assertThat(
            written(
                "a_text",
                ColumnValue.text(Cell::value),
                "WHITE \"HANGING\" HEART, {T-LIGHT} \\ HOLDER",
                "",
                "NULL",
                "Ünïcödé 🦄",
                "a\0b",
                "half \uD83E a pair",
                null))
        .containsExactly(
            "WHITE \"HANGING\" HEART, {T-LIGHT} \\ HOLDER",
            "",
            "NULL",
            "Ünïcödé 🦄",
            "a\uFFFDb",
            "half ? a pair",
            null);
  }

  @Test
  void wholeNumbersKeepTheirExtremes() throws SQLException {
    assertThat(
            written(
                "a_bigint",
                ColumnValue.bigint(Cell::value),
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                7,
                null))
        .containsExactly("9223372036854775807", "-9223372036854775808", "7", null);
  }

  @Test
  void integersKeepTheirExtremes() throws SQLException {
    assertThat(
            written(
                "an_integer",
                ColumnValue.integer(Cell::value),
                Integer.MAX_VALUE,
                Integer.MIN_VALUE,
                null))
        .containsExactly("2147483647", "-2147483648", null);
  }

  @Test
  void fractionIsNotTakenForAWholeNumber() {
    ColumnValue<Cell<Number>> orders = ColumnValue.bigint(Cell::value);
    assertThatThrownBy(() -> orders.element(new Cell<>(0, 1.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1.5 is a Double, but a whole number takes an int or a long");
  }

  @Test
  void moneyIsExactToTheLastMicro() throws SQLException {
    assertThat(
            written(
                "an_amount",
                ColumnValue.micros(Cell::value),
                10_666_684_544_000L,
                1L,
                -1L,
                -2_550_000L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                null))
        .containsExactly(
            "10666684.544000",
            "0.000001",
            "-0.000001",
            "-2.550000",
            "9223372036854.775807",
            "-9223372036854.775808",
            null);
  }

  @Test
  void ratiosReadAsTheyWereWrittenAndNullWhereNotFinite() throws SQLException {
    assertThat(
            written(
                "a_ratio",
                ColumnValue.ratio(Cell::value),
                4.3,
                0.125,
                -0.1,
                Double.NaN,
                1 / 0.0,
                null))
        .containsExactly("4.3", "0.125", "-0.1", null, null, null);
  }

  @Test
  void flagsAreKept() throws SQLException {
    assertThat(written("a_boolean", ColumnValue.bool(Cell::value), true, false, null))
        .containsExactly("t", "f", null);
  }

  @Test
  void bytesAreKept() throws SQLException {
    assertThat(
            written(
                "some_bytes",
                ColumnValue.bytea(Cell::value),
                new byte[] {0, -1, 92},
                new byte[0],
                null))
        .containsExactly("\\x00ff5c", "\\x", null);
  }

  @Test
  void uuidIsMadeOfTwoHalvesAndNullWhereEitherIs() throws SQLException {
    UUID id = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
    SerializableFunction<Cell<UUID>, Long> most =
        cell -> cell.value() == null ? null : cell.value().getMostSignificantBits();
    assertThat(
            written(
                "a_uuid",
                ColumnValue.uuid(most, cell -> id.getLeastSignificantBits()),
                id,
                (UUID) null))
        .containsExactly("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", null);
  }

  @SafeVarargs
  private static <V> List<String> written(String column, ColumnValue<Cell<V>> value, V... values)
      throws SQLException {
    UpsertBatch batch = new UpsertBatch(1);
    MartTable<Cell<V>> table =
        MartTable.<Cell<V>>named("core.every_type")
            .key("position", ColumnValue.integer(Cell::position))
            .value(column, value)
            .build();
    for (int i = 0; i < values.length; i++) {
      batch.add(table, new Cell<>(i, values[i]));
    }
    try (Connection connection = PostgresConnection.open(DATABASE.administrator())) {
      batch.write(connection);
      connection.commit();
    }
    return DATABASE.read("SELECT " + column + " FROM core.every_type ORDER BY position");
  }
}
