package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void stepsAreRoundAndCoverEveryValue() {
    assertThat(ticks("7800", "5200")).containsExactly("0", "5000", "10000");
    assertThat(ticks("10666684.544")).containsExactly("0", "5000000", "10000000", "15000000");
    assertThat(ticks("100")).containsExactly("0", "50", "100");
  }

  @Test
  void valuesBelowZeroLowerTheFloor() {
    assertThat(ticks("60", "-20")).containsExactly("-50", "0", "50", "100");
  }

  @Test
  void nothingToShowStillHasAnAxis() {
    assertThat(ticks()).containsExactly("0", "1");
    assertThat(ticks("0")).containsExactly("0", "1");
  }

  @Test
  void growthWithinTheAxisLeavesItAsItIs() {
    assertThat(Axis.around(List.of(new BigDecimal("5200"))))
        .isEqualTo(Axis.around(List.of(new BigDecimal("5999.99"))));
  }

  private static List<String> ticks(String... values) {
    return Axis.around(Arrays.stream(values).map(BigDecimal::new).toList()).ticks().stream()
        .map(tick -> tick.stripTrailingZeros().toPlainString())
        .toList();
  }
}
