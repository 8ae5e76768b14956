package dev.highstreet.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.cli.verify.MergeJoin.Missing;
import dev.highstreet.cli.verify.RowFormat.Column;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeJoinTest {
  private static final RowFormat ONE_COLUMN =
      new RowFormat(List.of(new Column("name", ColumnKind.TEXT)), 1);

  @Test
  void everyDifferenceIsCountedAndAFewAreKept() throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        SortedRows expected = rows(duckdb, "range(0, 200000)");
        SortedRows found = rows(duckdb, "range(100000, 250000)")) {
      TableVerdict verdict =
          new MergeJoin(ONE_COLUMN, Missing.COUNTS, rows -> {}).compare("t", expected, found);
      assertThat(verdict.missing()).isEqualTo(100_000);
      assertThat(verdict.equal()).isEqualTo(100_000);
      assertThat(verdict.extra()).isEqualTo(50_000);
      assertThat(verdict.first()).hasSize(10);
    }
  }

  @Test
  void whatMayBeMissingIsNotCounted() throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        SortedRows expected = rows(duckdb, "range(0, 20)");
        SortedRows found = rows(duckdb, "range(19, 21)")) {
      TableVerdict verdict =
          new MergeJoin(ONE_COLUMN, Missing.IS_ALLOWED, rows -> {}).compare("t", expected, found);
      assertThat(verdict.missing()).isZero();
      assertThat(verdict.equal()).isOne();
      assertThat(verdict.extra()).isOne();
    }
  }

  private static SortedRows rows(Connection duckdb, String range) throws SQLException {
    Statement statement = duckdb.createStatement();
    return new SortedRows(
        statement,
        statement.executeQuery(
            ONE_COLUMN.inDuckDb(
                "SELECT CAST(i AS VARCHAR) AS name FROM %s AS r (i)".formatted(range))));
  }

  @Test
  void textsAreOrderedAsTheirBytesAre() {
    List<String> texts =
        List.of(
            "",
            "a",
            "ab",
            "b",
            "Z",
            "é",
            "\uE000",
            "\uFFFD",
            "\uD83D\uDE00",
            "\uD83D\uDE01",
            "a\u001f",
            "a\t");
    List<String> inBytes = new ArrayList<>(texts);
    inBytes.sort(
        (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8)));
    List<String> merged = new ArrayList<>(texts);
    merged.sort(MergeJoin::inBytes);
    assertThat(merged).isEqualTo(inBytes).isNotEqualTo(texts.stream().sorted().toList());
  }
}
