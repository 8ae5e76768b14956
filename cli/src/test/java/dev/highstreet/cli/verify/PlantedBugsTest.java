package dev.highstreet.cli.verify;

import static dev.highstreet.cli.verify.JudgedWorld.only;
import static dev.highstreet.cli.verify.JudgedWorld.verdictOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.cli.verify.Difference.Kind;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Bugs of a job are found, by the rows that they would write. */
class PlantedBugsTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @TempDir Path directory;
  private JudgedWorld world;

  @BeforeEach
  void begin() throws SQLException {
    POSTGRES.emptyTables();
    world = JudgedWorld.in(directory, POSTGRES);
  }

  @Test
  void wrongDayAtTheClockChangeIsFound() throws Exception {
    world.planted("instant AT TIME ZONE getvariable('zone')", "instant AT TIME ZONE 'UTC'");
    Verdict verdict = world.verify();
    assertThat(verdictOn(verdict, "mart.daily_sales").first())
        .anySatisfy(
            row -> {
              assertThat(row.kind()).isEqualTo(Kind.EXTRA);
              assertThat(row.key()).containsEntry("day", "2025-03-30");
            });
    assertThat(verdictOn(verdict, "core.orders").first())
        .contains(
            new Difference(
                Kind.DIFFERENT,
                Map.of("order_id", "O4"),
                List.of(new ColumnDifference("day", "2025-03-31", "2025-03-30"))));
    assertThat(verdictOn(verdict, "mart.monthly_sales").holds())
        .isFalse(); // April's first half hour
    assertThat(verdictOn(verdict, "mart.hourly_sales").holds()).isTrue();
  }

  @Test
  void droppedDiscountIsFound() throws Exception {
    world.planted("'discount': discount_micros", "'discount': 0");
    assertThat(only(world.verify(), "mart.daily_sales"))
        .isEqualTo(
            new Difference(
                Kind.DIFFERENT,
                Map.of("day", "2025-03-29"),
                List.of(
                    new ColumnDifference("discounts", "0.5", "0"),
                    new ColumnDifference("net_sales", "21.500003", "22.000003"),
                    new ColumnDifference("average_order_value", "7.166668", "7.333334"),
                    new ColumnDifference("revenue", "21.500003", "22.000003"),
                    new ColumnDifference("gross_margin", "12.400003", "12.900003"))));
  }

  @Test
  void customerCountedTwiceIsFound() throws Exception {
    world.planted("count(DISTINCT movement.customer_id)", "count(movement.customer_id)");
    assertThat(only(world.verify(), "mart.daily_sales").columns())
        .containsExactly(new ColumnDifference("customers", "1", "3"));
    assertThat(verdictOn(world.verify(), "core.orders").holds()).isTrue();
  }
}
