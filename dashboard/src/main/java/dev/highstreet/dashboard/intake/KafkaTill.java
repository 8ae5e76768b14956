package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.catalogue.ProductQuery;
import dev.highstreet.dashboard.catalogue.StoreQuery;
import dev.highstreet.dashboard.intake.TillTopics.Outgoing;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.Topic;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes orders straight to Kafka, where no simulated shop runs: at the prices of {@code
 * core.products}, on the wall clock, without counting stock. What Kafka has not acknowledged within
 * 5 s is answered with 503.
 *
 * <p>All or none, without a transaction of Kafka's: the jobs read uncommitted records, and the
 * markers of a transaction would count as records that nothing accounts for. Everything is checked
 * before anything is sent. Should Kafka go away between two records of a batch, the answer is 503,
 * and the batch sent again completes what is there: an event's id follows from the order alone, not
 * from when it was received, so what had arrived counts as repeated.
 */
public final class KafkaTill implements Till, AutoCloseable {
  private final TillTopics topics;
  private final Pricing pricing;
  private final OrderCheck check;
  private final RevisionDesk desk;
  private final Clock clock;
  private final EventIdentity identity = new EventIdentity();

  /**
   * Connects to nothing yet.
   *
   * @param bootstrapServers of Kafka; it may be out of reach
   * @param database what is sold, and where
   * @param clock the shop's: here, the wall clock
   */
  public KafkaTill(String bootstrapServers, Database database, Clock clock) {
    this.topics = new TillTopics(bootstrapServers, clock);
    this.clock = requireNonNull(clock, "clock is null");
    StoreQuery stores = new StoreQuery(database);
    this.pricing = new Pricing(new ProductQuery(database), stores);
    this.check = new OrderCheck(new RevisionQuery(database), stores);
    this.desk = new RevisionDesk(new NewestRevisionQuery(database));
  }

  @Override
  public Receipt order(Basket basket) {
    Instant now = now();
    Pricing.Priced priced = pricing.price(basket, now);
    topics.send(List.of(Outgoing.of(received(priced.order(), idOf(priced.order()), now))));
    return priced.receipt();
  }

  @Override
  public List<Receipt> take(List<OrderPlaced> orders) {
    Instant now = now();
    List<OrderCheck.Sound> sound = check.sound(orders, now);
    List<Outgoing> sent = new ArrayList<>(orders.size());
    for (int i = 0; i < orders.size(); i++) {
      sent.add(Outgoing.of(received(sound.get(i).order(), idOf(orders.get(i)), now)));
    }
    topics.send(sent);
    return sound.stream().map(OrderCheck.Sound::receipt).toList();
  }

  /** Of the order as it is given: sent again, it is received at another time, and is the same. */
  private synchronized EventId idOf(OrderPlaced given) {
    OrderPlaced placed = OrderPlaced.newBuilder(given).setReceivedAt(given.getOccurredAt()).build();
    return identity.assign(placed).getEventId();
  }

  private static OrderPlaced received(OrderPlaced order, EventId id, Instant now) {
    return OrderPlaced.newBuilder(order).setEventId(id).setReceivedAt(now).build();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * One at a time, so that each goes on from the numbers of the one before. An event's id follows
   * from what is told and its number, so what arrived of a batch that was cut short counts as
   * repeated when it comes again.
   */
  @Override
  public synchronized void revise(List<ProductRevised> products, List<StoreRevised> stores) {
    Instant now = now();
    RevisionDesk.News news = desk.news(new RevisionDesk.News(products, stores));
    List<StoreRevised> opened = news.stores().stream().map(store -> opened(store, now)).toList();
    List<Outgoing> sent = new ArrayList<>();
    for (ProductRevised product : news.products()) {
      ProductRevised event =
          ProductRevised.newBuilder(identity.assign(ProductRevised.newBuilder(product).build()))
              .setOccurredAt(now)
              .setReceivedAt(now)
              .setEffectiveFrom(now)
              .build();
      sent.add(new Outgoing(Topic.PRODUCTS, product.getProductId(), now, event));
    }
    for (int i = 0; i < opened.size(); i++) {
      EventId id =
          identity.assign(StoreRevised.newBuilder(news.stores().get(i)).build()).getEventId();
      StoreRevised event =
          StoreRevised.newBuilder(opened.get(i))
              .setEventId(id)
              .setOccurredAt(now)
              .setReceivedAt(now)
              .build();
      sent.add(new Outgoing(Topic.STORES, event.getStoreId(), now, event));
    }
    topics.send(sent);
    desk.sent(new RevisionDesk.News(news.products(), opened));
  }

  private static StoreRevised opened(StoreRevised store, Instant now) {
    return store.getOpenedAt().equals(WHEN_TAKEN)
        ? StoreRevised.newBuilder(store).setOpenedAt(now).build()
        : store;
  }

  /** Nothing: only a simulated shop counts its stock. */
  @Override
  public Map<String, Long> available(List<String> productIds) {
    return Map.of();
  }

  @Override
  public void close() {
    topics.close();
  }
}
