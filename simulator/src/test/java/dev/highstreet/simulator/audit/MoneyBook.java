package dev.highstreet.simulator.audit;

import static dev.highstreet.simulator.audit.Finding.check;

import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.PaymentAttempted;
import dev.highstreet.schemas.PaymentOutcome;
import dev.highstreet.schemas.ReturnLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What was paid, and what was given back. */
final class MoneyBook {
  private record Line(String order, String product) {}

  private final MarketBook market;
  private final OrderBook orders;
  private final Set<String> payments = new HashSet<>();
  private final Set<String> returns = new HashSet<>();
  private final Map<String, Long> paid = new HashMap<>();
  private final Map<String, Long> refunded = new HashMap<>();
  private final Map<Line, Long> unitsBack = new HashMap<>();

  MoneyBook(MarketBook market, OrderBook orders) {
    this.market = market;
    this.orders = orders;
  }

  void enter(PaymentAttempted payment) {
    check(payments.add(payment.getPaymentId()), "a second time", payment);
    check(payment.getAmountMicros() >= 0, "amount", payment);
    boolean declined = payment.getOutcome() == PaymentOutcome.DECLINED;
    check((payment.getDeclineReason() != null) == declined, "reason", payment);
    OrderBook.Order order = orders.order(payment.getOrderId());
    check(order != null || declined, "paid for an order that there is not", payment);
    if (!declined) {
      check(payment.getAmountMicros() == order.totalMicros(), "not what it costs", payment);
      long sum = paid.merge(payment.getOrderId(), payment.getAmountMicros(), Long::sum);
      check(sum <= order.totalMicros(), "paid twice", payment);
    }
  }

  void enter(OrderReturned returned) {
    check(returns.add(returned.getReturnId()), "a second time", returned);
    check(market.store(returned.getStoreId()) != null, "unknown store", returned);
    check(!returned.getLines().isEmpty(), "no lines", returned);
    OrderBook.Order order = orders.order(returned.getOrderId());
    check(order != null, "unknown order", returned);
    check(
        order.placed().getOccurredAt().isBefore(returned.getOccurredAt()),
        "before it was bought",
        returned);
    check(
        Objects.equals(order.placed().getCustomerId(), returned.getCustomerId()),
        "another customer's",
        returned);
    check(order.isOver(), "before it has arrived", returned);
    long refund = 0;
    for (ReturnLine line : returned.getLines()) {
      OrderLine bought = order.line(line.getProductId());
      check(bought != null, "was not bought", returned);
      check(line.getProductRevision() == bought.getProductRevision(), "revision", returned);
      check(line.getQuantity() > 0 && line.getRefundMicros() > 0, "nothing", returned);
      long units =
          unitsBack.merge(
              new Line(returned.getOrderId(), line.getProductId()),
              (long) line.getQuantity(),
              Long::sum);
      check(units <= bought.getQuantity(), "more than was bought", returned);
      refund += line.getRefundMicros();
    }
    long sum = refunded.merge(returned.getOrderId(), refund, Long::sum);
    check(sum <= paid.getOrDefault(returned.getOrderId(), 0L), "more than was paid", returned);
  }
}
