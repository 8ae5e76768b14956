package dev.highstreet.simulator.emit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultRatesTest {
  static Stream<String> names() {
    return Arrays.stream(FaultRates.class.getRecordComponents()).map(RecordComponent::getName);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyRateCanBeChangedByName(String name) throws Exception {
    FaultRates changed = FaultRates.none().with(name, 0.25);
    for (RecordComponent rate : FaultRates.class.getRecordComponents()) {
      assertThat(rate.getAccessor().invoke(changed))
          .as(rate.getName())
          .isEqualTo(rate.getName().equals(name) ? 0.25 : 0.0);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void rateAboveOneIsRefusedByName(String name) {
    assertThatThrownBy(() -> FaultRates.none().with(name, 1.2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rate %s is 1.2; it must be from 0 to 1", name);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void rateThatIsNoShareIsRefused(double rate) {
    assertThatThrownBy(() -> FaultRates.none().with("corrupt", rate))
        .hasMessage("rate corrupt is %s; it must be from 0 to 1", rate);
  }

  @Test
  void ratesThatExcludeEachOtherComeToOneAtMost() {
    assertThatThrownBy(() -> FaultRates.standard().with("withinHours", 0.5))
        .hasMessageStartingWith("rates withinMinute, withinHours, withinWeeks come to 1.47");
    assertThatThrownBy(() -> FaultRates.standard().with("invalid", 1))
        .hasMessageStartingWith("rates corrupt, invalid, unknownSchema, oldSchema come to 1.005");
  }

  @Test
  void rateThatDoesNotExistIsAnsweredWithThoseThatDo() {
    assertThatThrownBy(() -> FaultRates.none().with("late", 0.5))
        .hasMessageStartingWith("there is no rate 'late': the rates are withinMinute, ")
        .satisfies(refusal -> assertThat(names()).allMatch(refusal.getMessage()::contains));
  }
}
