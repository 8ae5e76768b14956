package dev.highstreet.jobs.clean;

import static dev.highstreet.jobs.clean.Validation.GREATEST_AMOUNT_MICROS;
import static dev.highstreet.jobs.event.ShopEvents.LANTERN;
import static dev.highstreet.jobs.event.ShopEvents.TEAPOT;
import static dev.highstreet.jobs.event.ShopEvents.micros;
import static dev.highstreet.jobs.event.ShopEvents.sale;
import static dev.highstreet.jobs.event.ShopEvents.takenBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.highstreet.jobs.event.EventId;
import dev.highstreet.jobs.event.Transaction;
import dev.highstreet.jobs.event.TransactionBuilder;
import dev.highstreet.jobs.event.TransactionLine;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for what a transaction holds, each at its bound. */
class ValidationTest {
  private static final int FIRST = 1;

  @Test
  void soundSaleAndSoundReturnPass() {
    assertThat(faults(sale("1001").line(TEAPOT, 6, "2.55").line(LANTERN, 1, "0.85"))).isEmpty();
    assertThat(faults(takenBack("R1").line(TEAPOT, 1, "2.55"))).isEmpty();
  }

  @Test
  void guestPasses() {
    assertThat(faults(sale("1001").byGuest())).isEmpty();
  }

  static Stream<Arguments> transactionsThatLackSomething() {
    return Stream.of(
        arguments(sale("1001").eventId(new EventId(0, 0)), "eventId is all zeros"),
        arguments(sale(" "), "orderId is blank"),
        arguments(takenBack(""), "returnId is blank"),
        arguments(takenBack("R1").ofOrder(" "), "orderId is blank"),
        arguments(sale("1001").in("\t"), "storeId is blank"),
        arguments(sale("1001").by(" "), "customerId is blank"),
        arguments(sale("1001").withoutLines(), "lines is empty"),
        arguments(takenBack("R1").withoutLines(), "lines is empty"));
  }

  @ParameterizedTest
  @MethodSource("transactionsThatLackSomething")
  void transactionThatLacksSomethingIsAtFaultAsAWhole(
      TransactionBuilder transaction, String detail) {
    assertThat(Validation.faults(transaction.transaction()))
        .containsExactly(Fault.clean(0, Reason.MISSING_FIELD, detail));
  }

  @Test
  void idThatNoTableCouldTakeAsAKeyIsAtFault() {
    String longest = "x".repeat(Identifiers.LONGEST);
    assertThat(faults(sale(longest).in(longest).by(longest).line(longest, 1, "2.55"))).isEmpty();
    assertThat(faults(takenBack(longest).ofOrder(longest))).isEmpty();
    String tooLong = longest + "x";
    assertThat(faults(sale(tooLong))).containsExactly("0 ID_TOO_LONG");
    assertThat(faults(takenBack(tooLong))).containsExactly("0 ID_TOO_LONG");
    assertThat(faults(takenBack("R1").ofOrder(tooLong))).containsExactly("0 ID_TOO_LONG");
    assertThat(faults(sale("1001").in(tooLong))).containsExactly("0 ID_TOO_LONG");
    assertThat(faults(sale("1001").by(tooLong))).containsExactly("0 ID_TOO_LONG");
    assertThat(faults(sale("1001").line(TEAPOT, 1, "2.55").line(tooLong, 1, "2.55")))
        .containsExactly("2 ID_TOO_LONG");
  }

  @Test
  void idThatNoTableCouldHoldIsAtFault() {
    assertThat(faults(sale("10\0001"))).containsExactly("0 ID_WITH_NUL");
    assertThat(faults(sale("1001").line(TEAPOT, 1, "2.55").line("tea\000pot", 1, "2.55")))
        .containsExactly("2 ID_WITH_NUL");
  }

  @Test
  void eventIdThatIsHalfZerosIsAnId() {
    assertThat(faults(sale("1001").eventId(new EventId(0, 1)))).isEmpty();
    assertThat(faults(sale("1001").eventId(new EventId(1, 0)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void lineOfNoUnitsIsAtFault(int quantity) {
    assertThat(faultsOf(soldLine(quantity, 1, 0))).containsExactly("1 NON_POSITIVE_QUANTITY");
    assertThat(faultsOf(returnedLine(quantity, 1))).containsExactly("1 NON_POSITIVE_QUANTITY");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 80_995, Integer.MAX_VALUE})
  void lineOfManyUnitsIsRealAndPasses(int quantity) {
    assertThat(faultsOf(soldLine(quantity, 1, 0))).isEmpty();
    assertThat(faultsOf(returnedLine(quantity, 1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void lineThatCostsNothingIsAtFault(long amount) {
    assertThat(faultsOf(soldLine(1, amount, 0))).containsExactly("1 NON_POSITIVE_PRICE");
    assertThat(faultsOf(returnedLine(1, amount))).containsExactly("1 NON_POSITIVE_PRICE");
  }

  @Test
  void lineThatCostsTheLeastThereIsPasses() {
    assertThat(faultsOf(soldLine(1, 1, 0))).isEmpty();
    assertThat(faultsOf(returnedLine(1, 1))).isEmpty();
  }

  @Test
  void quantityIsJudgedBeforeThePrice() {
    assertThat(faultsOf(soldLine(-1, 0, 0))).containsExactly("1 NON_POSITIVE_QUANTITY");
    assertThat(faultsOf(returnedLine(0, -5))).containsExactly("1 NON_POSITIVE_QUANTITY");
  }

  @Test
  void productIsJudgedBeforeTheQuantity() {
    TransactionLine nothing = new TransactionLine(FIRST, " ", 1, -1, 0, 0, 0, null);
    assertThat(faults(sale("1001").line(nothing).line(TEAPOT, 1, "2.55")))
        .containsExactly("1 MISSING_FIELD");
  }

  @Test
  void lineMayBeWorthTheGreatestAmountAndNoMore() {
    assertThat(faults(soldLine(4, GREATEST_AMOUNT_MICROS / 4, 0))).isEmpty();
    assertThat(faultsOf(soldLine(4, GREATEST_AMOUNT_MICROS / 4 + 1, 0)))
        .containsExactly("1 AMOUNT_OUT_OF_RANGE");
    assertThat(faults(returnedLine(4, GREATEST_AMOUNT_MICROS))).isEmpty();
    assertThat(faultsOf(returnedLine(4, GREATEST_AMOUNT_MICROS + 1)))
        .containsExactly("1 AMOUNT_OUT_OF_RANGE");
  }

  @Test
  void linesMayBeWorthTheGreatestAmountTogetherAndNoMore() {
    TransactionLine half = worth(1, GREATEST_AMOUNT_MICROS / 2);
    assertThat(faults(sale("1001").line(half).line(worth(2, GREATEST_AMOUNT_MICROS / 2))))
        .isEmpty();
    assertThat(faults(sale("1001").line(half).line(worth(2, GREATEST_AMOUNT_MICROS / 2 + 1))))
        .containsExactly("0 AMOUNT_OUT_OF_RANGE");
    assertThat(faults(returnedLine(1, GREATEST_AMOUNT_MICROS).line(TEAPOT, 1, "0.01")))
        .containsExactly("0 AMOUNT_OUT_OF_RANGE");
  }

  @Test
  void onlySoundLinesAreAddedUp() {
    assertThat(
            faults(
                sale("1001")
                    .line(worth(1, GREATEST_AMOUNT_MICROS))
                    .line(worth(2, GREATEST_AMOUNT_MICROS + 1))))
        .containsExactly("2 AMOUNT_OUT_OF_RANGE");
    assertThat(
            faults(
                sale("1001")
                    .line(worth(1, GREATEST_AMOUNT_MICROS))
                    .line(worth(2, 0))
                    .line(worth(3, 1))))
        .containsExactly("0 AMOUNT_OUT_OF_RANGE", "2 NON_POSITIVE_PRICE");
  }

  @Test
  void asManyLinesAsARecordCanHoldAddUpWithoutOverflow() {
    TransactionBuilder huge = sale("1001").reporting("1.00");
    for (int number = 1; number <= 100_000; number++) {
      huge.line(worth(number, GREATEST_AMOUNT_MICROS));
    }
    assertThat(faults(huge)).containsExactly("0 AMOUNT_OUT_OF_RANGE");
  }

  @Property
  void lineIsOutOfRangeExactlyIfItsTrueWorthIs(
      @ForAll @IntRange(min = 1) int quantity,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long price) {
    boolean outOfRange =
        BigInteger.valueOf(quantity)
                .multiply(BigInteger.valueOf(price))
                .compareTo(BigInteger.valueOf(GREATEST_AMOUNT_MICROS))
            > 0;
    assertThat(faults(soldLine(quantity, price, 0)))
        .isEqualTo(outOfRange ? List.of("0 NO_LINES_LEFT", "1 AMOUNT_OUT_OF_RANGE") : List.of());
  }

  @Test
  void discountMayEatUpTheLineAndNoMore() {
    assertThat(faultsOf(soldLine(2, 100, 0))).isEmpty();
    assertThat(faultsOf(soldLine(2, 100, 200))).isEmpty();
    assertThat(faultsOf(soldLine(2, 100, 201))).containsExactly("1 DISCOUNT_EXCEEDS_PRICE");
    assertThat(faultsOf(soldLine(2, 100, -1))).containsExactly("1 DISCOUNT_EXCEEDS_PRICE");
    assertThat(faultsOf(soldLine(2, 100, Long.MIN_VALUE)))
        .containsExactly("1 DISCOUNT_EXCEEDS_PRICE");
  }

  @Test
  void faultNamesWhatWasFoundAndTheBound() {
    assertThat(detailOf(soldLine(-3, 1, 0))).isEqualTo("quantity is -3; it must be above 0");
    assertThat(detailOf(soldLine(1, -3, 0))).isEqualTo("unitPriceMicros is -3; it must be above 0");
    assertThat(detailOf(returnedLine(1, -3))).isEqualTo("refundMicros is -3; it must be above 0");
    assertThat(detailOf(soldLine(2, 100, 201)))
        .isEqualTo("discountMicros is 201; it must be from 0 to the line's 200");
    assertThat(detailOf(soldLine(2, GREATEST_AMOUNT_MICROS, 0)))
        .isEqualTo("2 units at 100000000000000 micros are worth more than 100000000000000 micros");
  }

  @Test
  void faultyLineIsAtFaultAlone() {
    assertThat(
            faults(
                sale("1001")
                    .line(TEAPOT, 1, "2.55")
                    .line(TEAPOT, -1, "2.55")
                    .line(TEAPOT, 1, "0")
                    .line(LANTERN, 1, "0.85")))
        .containsExactly("2 NON_POSITIVE_QUANTITY", "3 NON_POSITIVE_PRICE");
  }

  @Test
  void transactionIsAtFaultAsAWholeWhenEveryLineIs() {
    assertThat(faults(sale("1001").line(TEAPOT, -1, "2.55").line(TEAPOT, 1, "0")))
        .containsExactly("0 NO_LINES_LEFT", "1 NON_POSITIVE_QUANTITY", "2 NON_POSITIVE_PRICE");
    assertThat(faults(takenBack("R1").line(TEAPOT, 1, "0")))
        .containsExactly("0 NO_LINES_LEFT", "1 NON_POSITIVE_PRICE");
  }

  @ParameterizedTest
  @CsvSource({
    "5.00, false",
    "5.01, false",
    "4.99, false",
    "5.010001, true",
    "4.989999, true",
    "0, true",
    "-5.00, true"
  })
  void reportedTotalMayBeOffByAPennyAndNoMore(String reported, boolean mismatch) {
    assertThat(
            faults(
                sale("1001")
                    .line(TEAPOT, 1, 2, "2.55", "0.95")
                    .line(LANTERN, 1, "0.85")
                    .reporting(reported)))
        .isEqualTo(mismatch ? List.of("0 TOTAL_MISMATCH") : List.of());
  }

  @Property
  void reportedTotalIsComparedWithoutOverflow(@ForAll long reported) {
    BigInteger off =
        BigInteger.valueOf(reported).subtract(BigInteger.valueOf(GREATEST_AMOUNT_MICROS)).abs();
    boolean mismatch = off.compareTo(BigInteger.valueOf(micros("0.01"))) > 0;
    assertThat(
            faults(
                sale("1001")
                    .line(new TransactionLine(1, TEAPOT, 1, 1, GREATEST_AMOUNT_MICROS, 0, 0, null))
                    .reporting(reported)))
        .isEqualTo(mismatch ? List.of("0 TOTAL_MISMATCH") : List.of());
  }

  @Test
  void reportedTotalSaysNothingWhereALineIsAtFault() {
    assertThat(
            faults(
                sale("1001").line(TEAPOT, 1, "2.55").line(TEAPOT, 1, "0").reporting("1000000.00")))
        .containsExactly("2 NON_POSITIVE_PRICE");
  }

  @Test
  void totalMismatchNamesBothTotals() {
    assertThat(
            Validation.faults(sale("1001").line(TEAPOT, 2, "2.55").reporting("6.00").transaction()))
        .containsExactly(
            Fault.clean(
                0,
                Reason.TOTAL_MISMATCH,
                "reportedTotalMicros is 6000000, but the lines come to 5100000"));
  }

  private static List<String> faults(TransactionBuilder transaction) {
    return Validation.faults(transaction.transaction()).stream()
        .map(fault -> fault.line() + " " + fault.reason())
        .toList();
  }

  /** The faults of a transaction whose second line is sound. */
  private static List<String> faultsOf(TransactionBuilder withOneLine) {
    return faults(withOneLine.line(TEAPOT, 1, "2.55"));
  }

  private static String detailOf(TransactionBuilder withOneLine) {
    Transaction transaction = withOneLine.line(TEAPOT, 1, "2.55").transaction();
    return Validation.faults(transaction).get(0).detail();
  }

  private static TransactionBuilder soldLine(int quantity, long price, long discount) {
    return sale("1001")
        .line(new TransactionLine(FIRST, LANTERN, 1, quantity, price, discount, 0, null));
  }

  private static TransactionLine worth(int number, long micros) {
    return new TransactionLine(number, LANTERN, 1, 1, micros, 0, 0, null);
  }

  private static TransactionBuilder returnedLine(int quantity, long refund) {
    return takenBack("R1")
        .line(new TransactionLine(FIRST, LANTERN, 1, quantity, 0, 0, refund, null));
  }
}
