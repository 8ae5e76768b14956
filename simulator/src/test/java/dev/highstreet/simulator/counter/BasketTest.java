package dev.highstreet.simulator.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.PaymentMethod;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BasketTest {
  private static final Basket.Line TEAPOT = new Basket.Line("P00001", 1);

  @Test
  void cardIsTheUsualWayToPay() {
    assertThat(Basket.of(TEAPOT).paymentMethod()).isEqualTo(PaymentMethod.CARD);
  }

  @Test
  void quantityIsBounded() {
    assertThat(new Basket.Line("P1", 1_000).quantity()).isEqualTo(1_000);
    refused(() -> new Basket.Line("P1", 0), "quantity is 0: give a whole number from 1 to 1000");
    refused(() -> new Basket.Line("P1", -3), "quantity is -3: give a whole number from 1 to 1000");
    refused(
        () -> new Basket.Line("P1", 1_001), "quantity is 1001: give a whole number from 1 to 1000");
  }

  @Test
  void basketIsNeitherEmptyNorEndless() {
    refused(() -> Basket.of(), "lines has 0 entries: give 1 to 100");
    refused(
        () -> new Basket(null, null, null, null, null, null), "lines has 0 entries: give 1 to 100");
    refused(
        () -> basket(Collections.nCopies(10_000, TEAPOT)),
        "lines has 10000 entries: give 1 to 100");
    List<Basket.Line> full =
        IntStream.range(0, 100).mapToObj(i -> new Basket.Line("P" + i, 1)).toList();
    assertThat(basket(full).lines()).hasSize(100);
    refused(() -> basket(Arrays.asList(TEAPOT, null)), "lines[1] is missing");
  }

  @Test
  void productStandsInOneLine() {
    refused(
        () -> Basket.of(TEAPOT, new Basket.Line("P2", 1), new Basket.Line("P00001", 5)),
        "lines[2].productId is P00001, as is lines[0]: add up their quantities");
  }

  @Test
  void textsThatNoTableCouldHoldAreRefused() {
    refused(() -> new Basket.Line(" ", 1), "productId is missing: give an id");
    refused(
        () -> new Basket.Line("P".repeat(201), 1),
        "productId has 201 characters: give at most 200");
    refused(() -> new Basket.Line("P\0", 1), "productId holds a control character");
    refused(() -> new Basket.Line("P\uD83D", 1), "productId holds a control character");
    refused(
        () -> new Basket(List.of(TEAPOT), null, null, null, null, "M".repeat(513)),
        "userAgent has 513 characters: give at most 512");
    refused(
        () -> new Basket(List.of(TEAPOT), null, null, null, "localhost", null),
        "ipAddress is \"localhost\": give an IP address");
  }

  @Test
  void partOfSomethingIsNamedByItsPath() {
    RefusedException refused = new RefusedException("quantity", "quantity is 0").within("lines[7]");
    assertThat(refused.field()).isEqualTo("lines[7].quantity");
    assertThat(refused).hasMessage("lines[7]: quantity is 0");
  }

  private static Basket basket(List<Basket.Line> lines) {
    return new Basket(lines, null, null, null, null, null);
  }

  private static void refused(ThrowingCallable call, String why) {
    assertThatThrownBy(call).isInstanceOf(RefusedException.class).hasMessageStartingWith(why);
  }
}
