package dev.highstreet.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void numbersAreFilledUpWithZeros() {
    assertThat(Ids.of("P", 42, 5)).isEqualTo("P00042");
  }

  @Test
  void numbersWithMoreDigitsAreNotCut() {
    assertThat(Ids.of("O", 123_456, 3)).isEqualTo("O123456");
    assertThat(Ids.of("O", 1_000, 3)).isEqualTo("O1000");
  }

  @Test
  void everyBitOfACodeTells() {
    String all = Ids.code('S', -1);
    assertThat(all).hasSize(14).startsWith("S");
    for (int bit = 0; bit < Long.SIZE; bit++) {
      assertThat(Ids.code('S', ~(1L << bit))).isNotEqualTo(all).hasSize(14);
    }
  }
}
