package dev.highstreet.dashboard.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Money as the events have it: micros, 1/1,000,000 of a unit of the currency; never a double. */
public final class Amount {
  /** The most that a line, or all lines of an order together, may be worth: the contract's. */
  static final long MOST_MICROS = 100_000_000_000_000L;

  /** That bound, as the end of the sentence "allowed is …". */
  static final String BOUND = "at most 100000000.00 in all";

  private static final int DECIMALS = 6;
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,13}(\\.[0-9]{1,6})?");

  private Amount() {}

  /**
   * The micros of a number or a text such as {@code "12.50"}; empty if it is neither, has an
   * exponent or more than six decimals, or does not fit.
   */
  static OptionalLong micros(JsonNode value) {
    String text = value.isNumber() ? value.decimalValue().toString() : value.textValue();
    if (text == null || !PLAIN.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(new BigDecimal(text).movePointRight(DECIMALS).longValueExact());
    } catch (ArithmeticException e) { // more than 64 bits of micros
      return OptionalLong.empty();
    }
  }

  /** The micros of an amount; what is smaller is rounded half up. */
  static long micros(BigDecimal units) {
    return units.movePointRight(DECIMALS).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** In units of the currency, with pence at least: {@code 12.50}. */
  public static BigDecimal units(long micros) {
    BigDecimal exact = BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros();
    return exact.scale() < 2 ? exact.setScale(2) : exact;
  }

  /** In units of the currency, without needless zeros. */
  public static String text(long micros) {
    return BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros().toPlainString();
  }
}
