package dev.highstreet.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.simulator.emit.RecordingSink;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvoiceReplayTest {
  @TempDir Path folder;

  @Test
  void rowsOfAnInvoiceBecomeTheLinesOfOneOrderInTheOrderOfTheFile() throws UnusableFileException {
    RecordingSink sink =
        ShopFile.replay(
            folder,
            "700001,31002,RED MUG,6,2010-12-01 08:26:00,2.95,12001.0,United Kingdom",
            "700002,31002,RED MUG,1,2010-12-01 08:26:00,2.95,12002.0,France",
            "700001,31001,RED TEAPOT,2,2010-12-01 08:26:00,8.95,12001.0,United Kingdom");
    OrderPlaced order = sink.of(OrderPlaced.class).get(0);
    assertThat(order.getOrderId()).isEqualTo("700001");
    assertThat(order.getCustomerId()).isEqualTo("12001");
    assertThat(order.getStoreId()).isEqualTo("online");
    assertThat(order.getOccurredAt()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
    assertThat(order.getReceivedAt()).isEqualTo(order.getOccurredAt());
    assertThat(order.getReportedTotalMicros()).isNull();
    assertThat(order.getPaymentMethod()).isEqualTo(PaymentMethod.UNKNOWN);
    assertThat(order.getLines())
        .containsExactly(
            new OrderLine(1, "31002", 1, 6, 2_950_000L, 0L, null),
            new OrderLine(2, "31001", 1, 2, 8_950_000L, 0L, null));
  }

  @Test
  void orderIsPlacedAtTheTimeOfItsEarliestRow() throws UnusableFileException {
    RecordingSink sink =
        ShopFile.replay(
            folder,
            "700001,31002,RED MUG,6,2010-12-01 00:01:00,2.95,12001.0,United Kingdom",
            "700001,31001,RED TEAPOT,2,2010-11-30 23:59:00,8.95,12001.0,United Kingdom");
    assertThat(sink.of(OrderPlaced.class))
        .extracting(OrderPlaced::getOccurredAt)
        .containsExactly(Instant.parse("2010-11-30T23:59:00Z"));
  }

  @Test
  void rowWithoutACustomerIsAGuests() throws UnusableFileException {
    RecordingSink sink =
        ShopFile.replay(folder, "700001,31002,RED MUG,6,2010-12-01 08:26:00,2.95,,France");
    assertThat(sink.of(OrderPlaced.class).get(0).getCustomerId()).isNull();
  }

  @Test
  void customerIdLosesTheDecimalsOfASpreadsheetAndNothingElse() throws UnusableFileException {
    RecordingSink sink =
        ShopFile.replay(
            folder,
            "700001,31002,RED MUG,1,2010-12-01 08:01:00,2.95,17850.0,France",
            "700002,31002,RED MUG,1,2010-12-01 08:02:00,2.95,17850,France",
            "700003,31002,RED MUG,1,2010-12-01 08:03:00,2.95,AB.0,France",
            "700004,31002,RED MUG,1,2010-12-01 08:04:00,2.95,1.5,France");
    assertThat(sink.of(OrderPlaced.class))
        .extracting(OrderPlaced::getCustomerId)
        .containsExactly("17850", "17850", "AB.0", "1.5");
  }

  @Test
  void cancellationBecomesAReturnOfPositiveQuantitiesAndRefunds() throws UnusableFileException {
    RecordingSink sink =
        ShopFile.replay(
            folder,
            "C700001,31002,RED MUG,-6,2010-12-01 08:26:00,2.95,12001.0,United Kingdom",
            "C700001,31001,RED TEAPOT,-1,2010-12-01 08:26:00,8.95,12001.0,United Kingdom");
    assertThat(sink.of(OrderPlaced.class)).isEmpty();
    OrderReturned back = sink.of(OrderReturned.class).get(0);
    assertThat(back.getReturnId()).isEqualTo("C700001");
    assertThat(back.getOrderId()).isNull();
    assertThat(back.getCustomerId()).isEqualTo("12001");
    assertThat(back.getReason()).isNull();
    assertThat(back.getLines())
        .containsExactly(
            new ReturnLine("31002", 1, 6, 17_700_000L), new ReturnLine("31001", 1, 1, 8_950_000L));
  }

  @Test
  void dirtIsPassedOnAsItIs() throws UnusableFileException {
    RecordingSink sink =
        ShopFile.replay(
            folder,
            "700001,31002,damaged,-40,2010-12-01 08:26:00,0,,United Kingdom",
            "A700002,B,Adjust bad debt,1,2010-12-01 08:27:00,-412.5,,United Kingdom",
            "700003,,,3,2010-12-01 08:28:00,1.25,,United Kingdom",
            "C700004,31002,RED MUG,2,2010-12-01 08:29:00,2.95,,United Kingdom");
    List<OrderPlaced> orders = sink.of(OrderPlaced.class);
    assertThat(orders)
        .extracting(OrderPlaced::getOrderId)
        .containsExactly("700001", "A700002", "700003");
    assertThat(orders)
        .flatExtracting(OrderPlaced::getLines)
        .extracting("productId", "productRevision", "quantity", "unitPriceMicros")
        .containsExactly(
            tuple("31002", 1, -40, 0L),
            tuple("B", 1, 1, -412_500_000L),
            tuple("", 0, 3, 1_250_000L));
    assertThat(sink.of(OrderReturned.class).get(0).getLines())
        .containsExactly(new ReturnLine("31002", 1, -2, -5_900_000L));
    assertThat(ShopFile.rejects(folder)).isEmpty();
  }
}
