package dev.highstreet.simulator.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RefundsTest {
  @Property
  void refundsInAnyPartsComeToWhatWasPaidAndNeverToMore(
      @ForAll @IntRange(min = 1, max = 100_000) int quantity,
      @ForAll @LongRange(min = 1, max = 900_000_000L) long price,
      @ForAll @LongRange(min = 0, max = 1_000_000) long discountMillionths,
      @ForAll long seed) {
    long worth = price * quantity;
    long discount =
        BigInteger.valueOf(worth)
            .multiply(BigInteger.valueOf(discountMillionths))
            .divide(BigInteger.valueOf(1_000_000))
            .longValueExact();
    Refunds refunds = new Refunds(order(quantity, price, discount));
    RandomStream random = RandomStream.of(seed, "parts", 0);
    long refunded = 0;

    for (int left = quantity; left > 0; left = refunds.left(0)) {
      int units = 1 + random.nextInt(left);
      long refund = refunds.refund(0, units);
      assertThat(refund).isNotNegative();
      refunded += refund;
      BigInteger due =
          BigInteger.valueOf(worth - discount)
              .multiply(BigInteger.valueOf(quantity - refunds.left(0)))
              .divide(BigInteger.valueOf(quantity));
      assertThat(BigInteger.valueOf(refunded)).isEqualTo(due);
    }

    assertThat(refunded).isEqualTo(worth - discount);
  }

  @Test
  void moreThanWasBoughtDoesNotComeBack() {
    Refunds refunds = new Refunds(order(3, 100, 0));
    refunds.refund(0, 2);

    assertThatThrownBy(() -> refunds.refund(0, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 units come back of line 0 of order O1, where 1 are left");
  }

  private static PlacedOrder order(int quantity, long price, long discount) {
    return new PlacedOrder(
        1,
        1,
        "O1",
        null,
        new int[] {0},
        new int[] {1},
        new int[] {quantity},
        new long[] {price},
        new long[] {discount},
        price * quantity - discount,
        0,
        null);
  }
}
