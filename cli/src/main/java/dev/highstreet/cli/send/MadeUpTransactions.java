package dev.highstreet.cli.send;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Transactions as a small shop has them: one to five different products, mostly one of each, at
 * their prices, by guests. They happen when they are taken: the receiver knows its own clock.
 */
final class MadeUpTransactions implements Supplier<ObjectNode> {
  private static final int MOST_LINES = 5;
  private static final int[] QUANTITIES = {1, 1, 1, 1, 2, 2, 3, 6};
  private static final String[] METHODS = {"CARD", "CARD", "CARD", "WALLET"};
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Goods goods;
  private final Random random = new Random();

  MadeUpTransactions(Goods goods) {
    this.goods = requireNonNull(goods, "goods is null");
  }

  @Override
  public ObjectNode get() {
    ObjectNode transaction =
        JSON.createObjectNode()
            .put("orderId", "SENT-" + UUID.randomUUID())
            .put("storeId", goods.storeId())
            .put("paymentMethod", METHODS[random.nextInt(METHODS.length)]);
    ArrayNode lines = transaction.putArray("lines");
    BigDecimal total = BigDecimal.ZERO;
    int size = goods.products().size();
    int wanted = Math.min(1 + random.nextInt(MOST_LINES), size);
    int first = random.nextInt(size);
    // four steps of a fifth at most do not come round: no product is there twice
    int step = size <= MOST_LINES ? 1 : 1 + random.nextInt(size / MOST_LINES);
    for (int i = 0; i < wanted; i++) {
      Goods.Product product = goods.products().get((first + i * step) % size);
      int quantity = QUANTITIES[random.nextInt(QUANTITIES.length)];
      lines
          .addObject()
          .put("productId", product.id())
          .put("quantity", quantity)
          .put("unitPrice", product.price().toPlainString());
      total = total.add(product.price().multiply(BigDecimal.valueOf(quantity)));
    }
    return transaction.put("reportedTotal", total.toPlainString());
  }
}
