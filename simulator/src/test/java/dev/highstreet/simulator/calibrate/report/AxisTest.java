package dev.highstreet.simulator.calibrate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void linearAxisIsLabelledInRoundSteps() {
    assertThat(labels(Axis.linear(0, 23, 0, 100))).containsExactly("0", "5", "10", "15", "20");
    assertThat(labels(Axis.linear(0, 1, 0, 100)))
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
  }

  @Test
  void logarithmicAxisIsLabelledByOneTwoAndFiveOrByPowersAlone() {
    assertThat(labels(Axis.log(1, 50, 0, 100))).containsExactly("1", "2", "5", "10", "20", "50");
    assertThat(labels(Axis.log(0.5, 90_000, 0, 100)))
        .containsExactly("1", "10", "100", "1000", "10 k");
  }

  @Test
  void powersOfTenStandEvenlyApartOnALogarithmicAxis() {
    Axis axis = Axis.log(1, 100, 0, 200);
    assertThat(axis.place(1)).isCloseTo(0, within(1e-9));
    assertThat(axis.place(10)).isCloseTo(100, within(1e-9));
    assertThat(axis.place(100)).isCloseTo(200, within(1e-9));
    assertThat(axis.value(0.5)).isCloseTo(10, within(1e-9));
  }

  @Test
  void whatIsBeyondTheEndsStandsAtThem() {
    Axis axis = Axis.linear(0, 10, 50, 150);
    assertThat(axis.place(-3)).isEqualTo(50);
    assertThat(axis.place(99)).isEqualTo(150);
    assertThat(Axis.log(1, 10, 0, 9).place(0)).isZero();
  }

  @Test
  void axisWithoutExtentStillHasPlaces() {
    assertThat(Axis.linear(4, 4, 0, 100).place(4)).isZero();
    assertThat(Axis.linear(4, 4, 0, 100).ticks()).isNotEmpty();
  }

  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(Tick::label).toList();
  }
}
