package dev.highstreet.dashboard.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReconciliationQueryTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private InventedShop shop;

  @BeforeEach
  void empty() throws SQLException {
    POSTGRES.emptyTables();
    shop = InventedShop.empty(POSTGRES);
  }

  @Test
  void newestComparisonIsReadAndWhatDiffersComesFirst() {
    shop.execute(
        """
        INSERT INTO ops.reconciliations
        SELECT id, '2026-01-05 09:59:20Z', 'AS_HEALED', '2011-02-20', '2011-03-31', name, 10, equal, 0, 0, 10 - equal,
               first::jsonb, 0.4
        FROM (VALUES (1, 'mart.daily_sales', 9, '[]'),
                     (2, 'core.orders', 10, '[]'),
                     (2, 'mart.daily_sales', 9,
                      '[{"kind": "DIFFERENT", "key": {"day": "2011-03-27"},
                         "columns": [{"column": "orders", "expected": "30", "found": "29"}]}]'))
             AS compared (id, name, equal, first)
        """);

    Reconciliation newest = newest();

    assertThat(newest.equalTables()).isEqualTo(1);
    assertThat(newest.rows()).isEqualTo(20);
    assertThat(newest.view()).isEqualTo("AS_HEALED");
    assertThat(newest.tables().get(0).name()).isEqualTo("mart.daily_sales");
    assertThat(newest.tables().get(0).first())
        .isEqualTo("day 2011-03-27: orders is 29, and must be 30");
    assertThat(newest.tables().get(1).differences()).isEmpty();
    assertThat(newest.covers(LocalDate.of(2011, 3, 1))).as("while a table differs").isFalse();
  }

  @Test
  void daysAreReconciledWhenEveryTableIsEqual() {
    shop.execute(
        """
        INSERT INTO ops.reconciliations
        VALUES (1, now(), 'FINAL', '2011-02-20', '2011-03-31', 'core.orders', 10, 10, 0, 0, 0, '[]', 0.4)
        """);

    assertThat(newest().covers(LocalDate.of(2011, 3, 31))).isTrue();
    assertThat(newest().covers(LocalDate.of(2011, 4, 1))).isFalse();
  }

  @Test
  void nothingIsFoundWhereNothingWasCompared() {
    try (Database database = Database.open(shop.url(), Roles.READER, "")) {
      assertThat(new ReconciliationQuery(database).newest()).isEmpty();
    }
  }

  private Reconciliation newest() {
    try (Database database = Database.open(shop.url(), Roles.READER, "")) {
      return new ReconciliationQuery(database).newest().orElseThrow();
    }
  }
}
