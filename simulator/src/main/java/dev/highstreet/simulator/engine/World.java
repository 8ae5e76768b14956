package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.market.Customer;
import dev.highstreet.simulator.market.Product;
import dev.highstreet.simulator.market.Store;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * The shop and its surroundings at the present moment, as those see it who act in it: warehouse,
 * fulfilment, fraudsters, sessions. One thread.
 */
public interface World {
  /** The seed of the simulation, for {@link RandomStream#of}. */
  long seed();

  /** The business zone. */
  ZoneId zone();

  /** The ids of events. */
  EventIds ids();

  /** The present, in milliseconds since 1970, UTC. */
  long now();

  /** The present, as events carry it. */
  default Instant instant() {
    return Instant.ofEpochMilli(now());
  }

  /**
   * Puts something down for later. Of one time, what was put down first happens first.
   *
   * @param millis since 1970, UTC; not before {@link #now()}
   * @throws IllegalArgumentException if that time has passed
   */
  void at(long millis, Happening happening);

  /**
   * Gives out an event of the present.
   *
   * @param event with {@code occurredAt} and {@code receivedAt} of {@link #now()}
   */
  void emit(Topic topic, String key, SpecificRecord event);

  /** How many products the profile knows, including those that are not sold today. */
  int products();

  /** A product, as its newest revision has it; one that was never sold has revision 0. */
  Product product(int number);

  /** How many stores there are. */
  int stores();

  /** A store, as its newest revision has it. */
  Store store(int number);

  /** How many customers have registered so far. */
  int registeredCustomers();

  /** The number of the nth customer to register, from 0. */
  int registeredCustomer(int nth);

  /** What the shop knows of a customer, and what is around them. */
  Customer customer(int number);

  /**
   * Puts down the session that leads to an order on the website. To be called before the order is
   * put down, so that the session is over when it comes.
   *
   * @param draft of the order; its time is not before {@link #now()}
   */
  void approach(OrderDraft draft);

  /**
   * Places an order now: looks for the goods, names today's prices and the delivery fee, gives out
   * the event, and tells everybody who deals with orders. One on the website comes of the session
   * of its draft, see {@link #approach}.
   *
   * @return the order; empty if the shop has none of the goods
   */
  Optional<PlacedOrder> place(OrderDraft draft);
}
