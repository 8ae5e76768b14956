package dev.highstreet.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.dashboard.shell.Parameters;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesFilterTest {
  @Test
  void nothingAskedForFollowsTheShop() {
    SalesFilter filter = read(Map.of());

    assertThat(filter.period()).isEmpty();
    assertThat(filter.href()).isEqualTo("/dashboard");
  }

  @Test
  void yearMonthDayAndRangeAreRead() {
    assertThat(read(Map.of("period", "2011")).period()).hasValue(Period.year(2011));
    assertThat(read(Map.of("period", "2011-03")).period())
        .hasValue(Period.month(YearMonth.of(2011, 3)));
    assertThat(read(Map.of("period", "2011-03-27")).period())
        .hasValue(Period.day(LocalDate.of(2011, 3, 27)));
    assertThat(read(Map.of("from", "2011-03-05", "to", "2011-03-13")).period())
        .hasValue(Period.between(LocalDate.of(2011, 3, 5), LocalDate.of(2011, 3, 13)));
  }

  @ParameterizedTest
  @CsvSource({
    "period=2011&grain=month",
    "period=2011-03&grain=day&channel=SHOP",
    "period=2011-03-27&store=S-BATH",
    "from=2011-03-05&to=2011-03-13"
  })
  void addressIsTheSameAfterReading(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : query.split("&", -1)) {
      parameters.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
    }

    assertThat(read(parameters).query()).isEqualTo(query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2011-13", "2011-02-30", "11", "1969", "3000", "march", "20-1", "2011-3"})
  void wrongPeriodIsNamedWithWhatIsAllowed(String period) {
    assertThatThrownBy(() -> read(Map.of("period", period)))
        .hasMessageStartingWith("period is \"" + period + "\"; allowed is a ")
        .hasMessageContaining("2011-03");
  }

  @Test
  void rangeMustBeWholeAndForward() {
    assertThatThrownBy(() -> read(Map.of("from", "2011-03-13", "to", "2011-03-05")))
        .hasMessage("from is \"2011-03-13\"; allowed is a day not after to, which is 2011-03-05");
    assertThatThrownBy(() -> read(Map.of("from", "2011-03-13")))
        .hasMessageStartingWith("to is \"\"; allowed is a day")
        .hasMessageEndingWith("both from and to");
    assertThatThrownBy(() -> read(Map.of("from", "1990-01-01", "to", "2011-03-05")))
        .hasMessageContaining("at most 10 years after from");
    assertThatThrownBy(
            () -> read(Map.of("period", "2011", "from", "2011-03-13", "to", "2011-03-14")))
        .hasMessageContaining("either period, or from with to");
  }

  @Test
  void channelAndStoreExcludeEachOther() {
    assertThatThrownBy(() -> read(Map.of("channel", "SHOP", "store", "S-BATH")))
        .hasMessage("channel is \"SHOP\"; allowed is either a channel or a store, not both");
    assertThatThrownBy(() -> read(Map.of("channel", "KIOSK")))
        .hasMessage("channel is \"KIOSK\"; allowed is WEBSITE or MARKETPLACE or SHOP");
    assertThat(read(Map.of("channel", "SHOP")).withStore("S-BATH").query())
        .isEqualTo("store=S-BATH");
  }

  @Test
  void wrongGrainIsRefused() {
    assertThatThrownBy(() -> read(Map.of("grain", "week")))
        .hasMessage("grain is \"week\"; allowed is day or month");
  }

  private static SalesFilter read(Map<String, String> parameters) {
    return SalesFilter.read(Parameters.of(parameters));
  }
}
