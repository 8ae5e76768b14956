package dev.highstreet.dashboard.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Money in a delivery: units of the currency, exact to micros (1/1,000,000), never rounded. */
final class Amount {
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

  /** In units of the currency, without needless zeros. */
  static String text(long micros) {
    BigDecimal units = BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros();
    return units.toPlainString();
  }
}
