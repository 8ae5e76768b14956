package dev.highstreet.simulator.emit;

import java.math.BigDecimal;

/** Money as people and other programs read it. */
final class MoneyText {
  private static final int PENCE = 2;
  private static final int MICROS = 6;

  private MoneyText() {}

  /** An amount of micros in units of currency, exactly: with two decimals, or as many as it has. */
  static String of(long micros) {
    BigDecimal amount = BigDecimal.valueOf(micros, MICROS).stripTrailingZeros();
    return amount.setScale(Math.max(PENCE, amount.scale())).toPlainString();
  }
}
