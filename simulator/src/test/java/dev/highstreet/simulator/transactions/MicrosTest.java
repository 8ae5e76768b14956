package dev.highstreet.simulator.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicrosTest {
  @Property
  void everyAmountOfMicrosIsReadExactly(@ForAll long micros) throws RejectedRowException {
    assertThat(Micros.parse(BigDecimal.valueOf(micros, 6).toPlainString())).isEqualTo(micros);
    assertThat(Micros.parse(BigDecimal.valueOf(micros, 6) + "00")).isEqualTo(micros);
  }

  @Example
  void fractionsOfAPennyAreKept() throws RejectedRowException {
    assertThat(Micros.parse("0.001")).isEqualTo(1_000);
    assertThat(Micros.parse("2.55")).isEqualTo(2_550_000);
    assertThat(Micros.parse("-11062.06")).isEqualTo(-11_062_060_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "'', UNPARSEABLE_PRICE",
    "free, UNPARSEABLE_PRICE",
    "£2.55, UNPARSEABLE_PRICE",
    "'1,234.50', UNPARSEABLE_PRICE",
    "NaN, UNPARSEABLE_PRICE",
    "0.0000001, UNPARSEABLE_PRICE",
    "1e-999999999, UNPARSEABLE_PRICE",
    "9223372036854.775808, PRICE_OUT_OF_RANGE",
    "1e999999999, PRICE_OUT_OF_RANGE",
    "-1e999999999, PRICE_OUT_OF_RANGE",
  })
  void whatMicrosCannotSayIsRejected(String text, RejectReason reason) {
    RejectedRowException rejection =
        catchThrowableOfType(RejectedRowException.class, () -> Micros.parse(text));
    assertThat(rejection.reason()).isEqualTo(reason);
    assertThat(rejection).hasMessageContaining(text);
  }

  @Property
  void shareIsWithinHalfAMicro(@ForAll long micros) {
    BigDecimal exact = BigDecimal.valueOf(micros).multiply(new BigDecimal("0.6"));
    assertThat(
            BigDecimal.valueOf(Micros.share(micros, new BigDecimal("0.6"))).subtract(exact).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.5"));
  }
}
