package dev.highstreet.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.highstreet.dashboard.intake.Receipt;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.simulator.counter.ShopWindow;
import dev.highstreet.simulator.emit.ConsoleEventSink;
import dev.highstreet.simulator.emit.fault.FaultRates;
import dev.highstreet.simulator.emit.fault.FaultySink;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.live.Broadcast;
import dev.highstreet.simulator.live.ShopClock;
import dev.highstreet.simulator.live.SimulatorControl;
import dev.highstreet.simulator.profile.ShippedProfile;
import dev.highstreet.testsupport.Eventually;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that another system tells, at the till of a shop whose clock stands in another year. */
class ShopTillTest {
  private static final ZoneId UK = ZoneId.of("Europe/London");
  private static final Instant OPENING = Instant.parse("2025-03-01T00:00:00Z");
  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
  private static final Instant OURS = Instant.parse("2026-11-26T16:00:00Z");

  private Thread life;
  private ShopWindow.Item product;
  private Till till;

  @BeforeEach
  void open() throws Exception {
    Simulation shop =
        Simulation.of(
            ShippedProfile.HOME_SHOP.load(),
            SimulationOptions.of(1, OPENING.atZone(UK).toLocalDate(), 50, UK));
    FaultySink sink =
        new FaultySink(
            new ConsoleEventSink(Writer.nullWriter(), UK), FaultRates.none(), 1, fault -> {});
    Broadcast broadcast = new Broadcast(shop::advanceTo, OPENING, sink);
    ShopClock clock = new ShopClock(NOON, 1);
    SimulatorControl control =
        new SimulatorControl(
            broadcast, clock, shop.scenarios(), sink, shop.counter(), InstantSource.fixed(OURS));
    till = new ShopTill(control);
    broadcast.history(NOON, reached -> {});
    life =
        new Thread(
            () -> {
              broadcast.live(clock);
              broadcast.end();
            },
            "shop");
    life.start();
    Eventually.wait(
        Duration.ofSeconds(30), "the shop to open", () -> !control.window().products().isEmpty());
    product =
        control.window().products().values().stream()
            .filter(ShopWindow.Item::active)
            .findFirst()
            .orElseThrow();
  }

  @AfterEach
  void close() throws Exception {
    life.interrupt();
    life.join();
  }

  private static OrderPlaced order(String id, String productId, Instant occurredAt) {
    return new OrderPlaced(
        new EventId(new byte[16]),
        occurredAt,
        Instant.EPOCH,
        id,
        null,
        "WEB",
        null,
        List.of(new OrderLine(1, productId, Till.NEWEST_REVISION, 2, 2_500_000L, 1_000_000L, null)),
        0L,
        0L,
        null,
        PaymentMethod.CARD,
        null,
        null,
        null);
  }

  @Test
  void orderThatNamesNeitherTimeNorRevisionIsOfTheShopsPresent() {
    OrderPlaced order = order("TILL-1", product.id(), Till.WHEN_TAKEN);

    Receipt receipt = till.take(List.of(order)).get(0);

    assertThat(receipt.occurredAt()).isBetween(NOON, NOON.plus(Duration.ofHours(1)));
    assertThat(receipt.totalMicros()).isEqualTo(4_000_000);
    assertThat(receipt.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.name()).isEqualTo(product.name()));
    assertThat(till.take(List.of(order))).as("again").hasSize(1);
  }

  @Test
  void orderKeepsATimeOfTheShopsDay() {
    Instant earlier = NOON.minusSeconds(60);
    assertThat(till.take(List.of(order("TILL-1", product.id(), earlier))).get(0).occurredAt())
        .isEqualTo(earlier);
  }

  @Test
  void faultIsNamedByItsPlaceInTheBatch() {
    OrderPlaced sound = order("TILL-1", product.id(), Till.WHEN_TAKEN);

    assertThat(fieldOf(sound, order("TILL-2", "no such product", Till.WHEN_TAKEN)))
        .isEqualTo("transactions[1].lines[0].productId");
    assertThat(fieldOf(sound, order("TILL-2", " ", Till.WHEN_TAKEN)))
        .isEqualTo("transactions[1].lines[0].productId");
    assertThat(fieldOf(sound, order("TILL-2", product.id(), OURS)))
        .isEqualTo("transactions[1].occurredAt");
  }

  @Test
  void everyFaultOfABatchIsNamed() {
    assertThat(
            fieldsOf(
                order("TILL-1", "no such product", Till.WHEN_TAKEN),
                order("TILL-2", product.id(), Till.WHEN_TAKEN),
                order("TILL-3", "nor this one", Till.WHEN_TAKEN)))
        .containsExactly(
            "transactions[0].lines[0].productId", "transactions[2].lines[0].productId");
  }

  @Test
  void ordersOfTheLargestFileAreTakenAtOnce() {
    List<OrderPlaced> orders =
        IntStream.range(0, 20_000)
            .mapToObj(i -> order("TILL-" + i, product.id(), Till.WHEN_TAKEN))
            .toList();

    assertThat(till.take(orders)).hasSize(20_000);
    assertThat(
            fieldsOf(
                Stream.concat(orders.stream(), orders.stream().limit(1))
                    .toArray(OrderPlaced[]::new)))
        .containsExactly("transactions");
  }

  @Test
  void productOfOthersIsToldAndThenSold() {
    till.revise(List.of(told("X-1", "Teapot")), List.of());
    till.revise(List.of(told("X-1", "Teapot")), List.of()); // again

    Receipt receipt = till.take(List.of(order("TILL-1", "X-1", Till.WHEN_TAKEN))).get(0);

    assertThat(receipt.lines().get(0).name()).isEqualTo("Teapot");
  }

  @Test
  void productOfTheShopIsNotRevisedByOthers() {
    RequestProblem problem =
        catchThrowableOfType(
            RequestProblem.class,
            () ->
                till.revise(List.of(told("X-1", "Teapot"), told(product.id(), "Mine")), List.of()));

    assertThat(problem.status().getCode()).isEqualTo(400);
    assertThat(problem.fields()).extracting(FieldProblem::field).containsExactly("revisions[1].id");
    assertThat(fieldOf(order("TILL-1", "X-1", Till.WHEN_TAKEN))).endsWith("productId");
  }

  private static ProductRevised told(String id, String name) {
    return new ProductRevised(
        new EventId(new byte[16]),
        Instant.EPOCH,
        Instant.EPOCH,
        id,
        Till.NEWEST_REVISION,
        name,
        "Kitchen",
        null,
        null,
        2_500_000L,
        1_000_000L,
        false,
        true,
        Instant.EPOCH);
  }

  private String fieldOf(OrderPlaced... orders) {
    return fieldsOf(orders).get(0);
  }

  private List<String> fieldsOf(OrderPlaced... orders) {
    RequestProblem problem =
        catchThrowableOfType(RequestProblem.class, () -> till.take(List.of(orders)));
    assertThat(problem.status().getCode()).isEqualTo(400);
    return problem.fields().stream().map(FieldProblem::field).toList();
  }
}
