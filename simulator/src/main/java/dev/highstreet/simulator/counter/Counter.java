package dev.highstreet.simulator.counter;

import dev.highstreet.simulator.engine.ShopEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where people who are no simulated shoppers do business with a shop, at its present. Belongs to
 * the thread that moves the shop on, and is asked between its moves.
 *
 * <p>What they do changes stock, and through stock what others find; nothing else. No random stream
 * of anybody moves, and no number of an order.
 */
public interface Counter {
  /** The most transactions that are taken together: a file of them is taken whole. */
  int MOST_TRANSACTIONS = 20_000;

  /** The most revisions that are taken together. */
  int MOST_REVISIONS = 100_000;

  /**
   * Places an order: at the prices and with the promotions of the moment, all lines in full. It
   * then goes the way of all orders.
   *
   * @param out is given what happens at once, the order first
   * @throws RefusedException if the shop has no such product, store or customer, or not enough of
   *     the goods; nothing happens then
   */
  Receipt order(Basket basket, Consumer<ShopEvent> out);

  /**
   * Places an order such as shoppers of this shop make: somebody's random basket, at some store. Of
   * goods that are short it has what there is, like any shopper's.
   *
   * @param out is given what happens at once, the order first
   * @return empty if nothing that was wanted is there
   */
  Optional<Receipt> orderAnything(Consumer<ShopEvent> out);

  /**
   * Takes sales and returns that others have made, all or none. Their goods are not this shop's:
   * stock stays as it is, and nothing follows. They are received at the shop's present, and
   * happened then, or at the time that they tell, earlier on the same day.
   *
   * @param transactions 1 to {@value #MOST_TRANSACTIONS}
   * @param out is given an event for each that was not taken before
   * @throws RefusedException if any cannot be taken; nothing happens then
   */
  Intake take(List<Transaction> transactions, Consumer<ShopEvent> out);

  /**
   * Takes what others tell of products and stores of theirs, all or none. From then on transactions
   * may name these. The shop does not sell them: its shoppers see nothing of them, it has no stock
   * of them, and a basket cannot hold them.
   *
   * <p>One that is known already is told to be repeated, and is not sent again. The shop's own
   * products and stores are not revised this way.
   *
   * @param revisions 1 to {@value #MOST_REVISIONS}; of one id, in their order
   * @param out is given an event for each that was not known
   * @throws RefusedException if any cannot be taken; nothing happens then
   */
  Intake revise(List<Revision> revisions, Consumer<ShopEvent> out);

  /** What can be seen of the shop now. */
  ShopWindow window();
}
