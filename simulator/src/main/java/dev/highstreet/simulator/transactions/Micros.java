package dev.highstreet.simulator.transactions;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money in micros (1/1,000,000 of the currency unit), exact to the last of them. */
public final class Micros {
  private static final int DECIMALS = 6;

  /** Digits before the point that 64 bits of micros can hold at all. */
  private static final int MOST_DIGITS = 13;

  private Micros() {}

  /** A decimal number in micros. */
  static long parse(String text) throws RejectedRowException {
    BigDecimal amount;
    try {
      amount = new BigDecimal(text).stripTrailingZeros();
    } catch (NumberFormatException e) {
      throw new RejectedRowException(
          RejectReason.UNPARSEABLE_PRICE, "price '%s' is no decimal number".formatted(text));
    }
    if ((long) amount.precision() - amount.scale() > MOST_DIGITS) {
      throw new RejectedRowException(
          RejectReason.PRICE_OUT_OF_RANGE,
          "price %s is beyond what 64 bits of micros hold (about 9.2 trillion)".formatted(text));
    }
    if (amount.scale() > DECIMALS) {
      throw new RejectedRowException(
          RejectReason.UNPARSEABLE_PRICE,
          "price %s has more than %d decimals".formatted(text, DECIMALS));
    }
    try {
      return amount.movePointRight(DECIMALS).longValueExact();
    } catch (ArithmeticException e) {
      throw new RejectedRowException(
          RejectReason.PRICE_OUT_OF_RANGE,
          "price %s is beyond what 64 bits of micros hold (about 9.2 trillion)".formatted(text));
    }
  }

  /** A share of an amount, rounded half up to whole micros. */
  public static long share(long micros, BigDecimal ratio) {
    return BigDecimal.valueOf(micros)
        .multiply(ratio)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
