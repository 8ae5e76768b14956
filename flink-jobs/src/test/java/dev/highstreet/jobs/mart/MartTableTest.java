package dev.highstreet.jobs.mart;

import static dev.highstreet.jobs.mart.ColumnValue.bytea;
import static dev.highstreet.jobs.mart.ColumnValue.text;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MartTableTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "daily_sales",
        "mart.daily.sales",
        "Mart.daily_sales",
        "mart.daily sales",
        "mart.\"x\"",
        "mart.x; DROP TABLE core.orders",
        ""
      })
  void nameThatIsNotSchemaAndTableIsRefused(String name) {
    assertThatThrownBy(() -> MartTable.<String>named(name).key("id", text(row -> row)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("table \"%s\" is not a name like schema.table".formatted(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Id", "an id", "id\"", "1id", ""})
  void columnThatIsNotAnIdentifierIsRefused(String column) {
    assertThatThrownBy(
            () -> MartTable.<String>named("core.stores").key(column, text(row -> row)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "column of core.stores \"%s\" is not a name like lower_case".formatted(column));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "run_id", "updated_at"})
  void columnIsDeclaredOnceAndNeverOneOfTheSinks(String column) {
    MartTable.Builder<String> table =
        MartTable.<String>named("core.stores")
            .key("id", text(row -> row))
            .value(column, text(row -> row));
    assertThatThrownBy(table::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "core.stores.%s is declared twice, or is one of those that the sink writes (run_id, updated_at)"
                .formatted(column));
  }

  @Test
  void tableWithoutAKeyIsRefused() {
    assertThatThrownBy(
            () -> MartTable.<String>named("core.stores").value("name", text(row -> row)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("table core.stores has no key column");
  }

  @Test
  void bytesAreNoKey() {
    assertThatThrownBy(
            () -> MartTable.<byte[]>named("ops.letters").key("bytes", bytea(row -> row)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ops.letters.bytes is bytea, which cannot be part of a key");
  }
}
