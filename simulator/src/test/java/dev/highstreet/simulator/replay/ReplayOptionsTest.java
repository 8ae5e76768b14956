package dev.highstreet.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.simulator.transactions.Columns;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ReplayOptionsTest {
  private static final Path FILE = Path.of("shop.csv");
  private static final Path REJECTS = Path.of("rejects.csv");

  @Test
  void defaultsAreThoseOfTheOnlineRetailFile() {
    ReplayOptions options = ReplayOptions.of(FILE, REJECTS);
    assertThat(options.file()).isEqualTo(FILE);
    assertThat(options.rejectsFile()).isEqualTo(REJECTS);
    assertThat(options.columns()).isEqualTo(Columns.onlineRetail());
    assertThat(options.zone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(options.unitCostRatio()).isEqualByComparingTo("0.60");
  }

  @Test
  void eachOptionCanBeReplaced() {
    ReplayOptions options = ReplayOptions.of(FILE, REJECTS);
    Pace slow = Pace.daysPerSecond(1);
    assertThat(options.withPace(slow).pace()).isSameAs(slow);
    assertThat(options.withZone(ZoneId.of("UTC")).zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(options.withUnitCostRatio(BigDecimal.ONE).unitCostRatio()).isEqualTo("1");
    Columns usual = Columns.onlineRetail();
    Columns other = new Columns(usual.headers(), "uuuu", usual.encoding(), ';', "C");
    assertThat(options.withColumns(other).columns()).isEqualTo(other);
  }

  @Test
  void costBelowNothingOrAboveTheListPriceIsRefused() {
    ReplayOptions options = ReplayOptions.of(FILE, REJECTS);
    for (String ratio : new String[] {"-0.01", "1.01"}) {
      assertThatThrownBy(() -> options.withUnitCostRatio(new BigDecimal(ratio)))
          .hasMessage(
              "unit cost ratio is " + ratio + ": give a share of the list price from 0 to 1");
    }
  }
}
