package dev.highstreet.dashboard.intake;

import static dev.highstreet.dashboard.intake.Till.NEWEST_REVISION;
import static dev.highstreet.dashboard.intake.Till.WHEN_TAKEN;
import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.catalogue.Store;
import dev.highstreet.dashboard.catalogue.StoreQuery;
import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks whole orders over before any of them is sent, by the contract's rules: what the jobs would
 * quarantine is refused here, where somebody can mend it.
 */
final class OrderCheck {
  private final RevisionQuery revisions;
  private final StoreQuery stores;

  OrderCheck(RevisionQuery revisions, StoreQuery stores) {
    this.revisions = requireNonNull(revisions, "revisions is null");
    this.stores = requireNonNull(stores, "stores is null");
  }

  /** An order that nothing is wrong with, its revisions filled in, and what its sender is given. */
  record Sound(OrderPlaced order, Receipt receipt) {}

  /**
   * The same orders, each sound.
   *
   * @throws RequestProblem 400 naming each field at fault
   */
  List<Sound> sound(List<OrderPlaced> orders, Instant now) {
    Map<String, NavigableMap<Integer, String>> known =
        revisions.of(
            orders.stream()
                .flatMap(order -> order.getLines().stream())
                .map(OrderLine::getProductId)
                .distinct()
                .toList());
    Set<String> knownStores =
        stores.ofIds(orders.stream().map(OrderPlaced::getStoreId).distinct().toList()).stream()
            .map(Store::id)
            .collect(Collectors.toSet());
    List<FieldProblem> faults = new ArrayList<>();
    List<Sound> sound = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      OrderRules rules = new OrderRules("transactions[%d]".formatted(i), known, knownStores, now);
      OrderPlaced order = filledIn(orders.get(i), known, now);
      List<FieldProblem> wrong = rules.faults(order);
      faults.addAll(wrong);
      if (wrong.isEmpty()) {
        sound.add(new Sound(order, receipt(order, known)));
      }
    }
    if (!faults.isEmpty()) {
      throw RequestProblem.wrongFields(faults);
    }
    return sound;
  }

  /** What the till's names stand for, put in their place. */
  private static OrderPlaced filledIn(
      OrderPlaced order, Map<String, NavigableMap<Integer, String>> known, Instant now) {
    List<OrderLine> lines =
        order.getLines().stream()
            .map(
                line ->
                    line.getProductRevision() == NEWEST_REVISION
                            && known.containsKey(line.getProductId())
                        ? OrderLine.newBuilder(line)
                            .setProductRevision(known.get(line.getProductId()).lastKey())
                            .build()
                        : line)
            .toList();
    boolean isTimed = !order.getOccurredAt().equals(WHEN_TAKEN);
    return OrderPlaced.newBuilder(order)
        .setOccurredAt(isTimed ? order.getOccurredAt() : now)
        .setLines(lines)
        .build();
  }

  private static Receipt receipt(
      OrderPlaced order, Map<String, NavigableMap<Integer, String>> known) {
    List<Receipt.Line> lines =
        order.getLines().stream()
            .map(
                line ->
                    new Receipt.Line(
                        line.getProductId(),
                        known.get(line.getProductId()).get(line.getProductRevision()),
                        line.getQuantity(),
                        line.getUnitPriceMicros(),
                        line.getDiscountMicros()))
            .toList();
    long total =
        lines.stream()
            .mapToLong(line -> line.quantity() * line.unitPriceMicros() - line.discountMicros())
            .sum();
    return new Receipt(
        order.getOrderId(), order.getOccurredAt(), lines, total, order.getShippingFeeMicros());
  }
}
