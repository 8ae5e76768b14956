package dev.highstreet.dashboard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OrderRulesTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void soundOrderHasNoFaults() {
    assertThat(faults(order -> {})).isEmpty();
  }

  @Test
  void everyFaultOfAnOrderIsNamedWithItsPlace() {
    assertThat(
            faults(
                order -> {
                  order.put("orderId", "");
                  order.put("storeId", "S-NOWHERE");
                  order.getLines().get(0).put("quantity", -1);
                  order.getLines().get(1).put("productId", "P-9");
                }))
        .extracting(FieldProblem::field)
        .containsExactly(
            "transactions[3].orderId",
            "transactions[3].storeId",
            "transactions[3].lines[0].quantity",
            "transactions[3].lines[1].productId");
  }

  @Test
  void revisionThatNobodyKnowsIsNamed() {
    assertThat(faults(order -> order.getLines().get(0).put("productRevision", 3)))
        .singleElement()
        .hasToString(
            "transactions[3].lines[0].productRevision is \"3\"; allowed is a revision that there is, from 1 to 2");
  }

  @Test
  void totalMayBeOffByAPenny() {
    assertThat(faults(order -> order.put("reportedTotalMicros", 24_990_000L))).isEmpty();
    assertThat(faults(order -> order.put("reportedTotalMicros", 24_980_000L)))
        .singleElement()
        .hasToString(
            "transactions[3].reportedTotal is \"24.98\"; allowed is what the lines come to, which is 25");
    assertThat(faults(order -> order.put("reportedTotalMicros", Long.MIN_VALUE))).hasSize(1);
  }

  @Test
  void amountsThatCouldOverflowAreRefused() {
    assertThat(
            faults(
                order -> {
                  order.getLines().get(0).put("quantity", Integer.MAX_VALUE);
                  order.getLines().get(0).put("unitPriceMicros", Long.MAX_VALUE);
                }))
        .extracting(FieldProblem::field)
        .containsExactly("transactions[3].lines[0].unitPrice");
    assertThat(
            faults(
                order -> {
                  for (OrderLine line : order.getLines()) {
                    line.put("unitPriceMicros", Amount.MOST_MICROS / line.getQuantity());
                  }
                }))
        .extracting(FieldProblem::field)
        .containsExactly("transactions[3].lines");
  }

  @Test
  void futureBeginsFiveMinutesFromNow() {
    assertThat(faults(order -> order.put("occurredAt", NOON.plusSeconds(300)))).isEmpty();
    assertThat(faults(order -> order.put("occurredAt", NOON.plusSeconds(301))))
        .extracting(FieldProblem::field)
        .containsExactly("transactions[3].occurredAt");
  }

  @Test
  void discountIsPartOfItsLine() {
    assertThat(faults(order -> order.getLines().get(0).put("discountMicros", 20_000_001L)))
        .extracting(FieldProblem::field)
        .containsExactly("transactions[3].lines[0].discount");
    assertThat(faults(order -> order.getLines().get(0).put("discountMicros", -1L))).hasSize(1);
  }

  private static List<FieldProblem> faults(Consumer<OrderPlaced> change) {
    OrderPlaced order = order();
    change.accept(order);
    return rules().faults(order);
  }

  private static OrderRules rules() {
    return new OrderRules(
        "transactions[3]",
        Map.of(
            "P-1", new TreeMap<>(Map.of(1, "Old name", 2, "Name")),
            "P-2", new TreeMap<>(Map.of(1, "Other"))),
        Set.of("S-WEB"),
        NOON);
  }

  private static OrderPlaced order() {
    return OrderPlaced.newBuilder()
        .setEventId(EventIdentity.none())
        .setOccurredAt(NOON)
        .setReceivedAt(NOON)
        .setOrderId("A-1")
        .setStoreId("S-WEB")
        .setLines(
            List.of(
                new OrderLine(1, "P-1", 2, 2, 10_000_000L, 0L, null),
                new OrderLine(2, "P-2", 1, 1, 5_000_000L, 0L, null)))
        .build();
  }
}
