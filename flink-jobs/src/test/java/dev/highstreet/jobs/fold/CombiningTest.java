package dev.highstreet.jobs.fold;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CombiningTest {
  @Test
  void nothingIsNoBound() {
    assertThatThrownBy(() -> new Combining(0, 1))
        .hasMessage("mostPartials is 0 and mostMillis is 1; both must be 1 or more");
    assertThatThrownBy(() -> new Combining(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
