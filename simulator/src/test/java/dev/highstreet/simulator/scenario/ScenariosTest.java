package dev.highstreet.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.engine.ShopEvent;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.SampleProfile;
import dev.highstreet.simulator.profile.WorldProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenariosTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
  private static final Instant FRIDAY_NOON = Instant.parse("2025-03-14T12:00:00Z");
  private static final Instant END = Instant.parse("2025-03-20T00:00:00Z");
  private static final SimulationOptions BUSY_SHOP = SimulationOptions.of(3, MARCH, 20_000, LONDON);
  private static final Profile SHOP =
      SampleProfile.of(
          WorldProfile.priors().with(WorldProfile.priors().browsing().sampledAt(0.01)));

  private final List<ScenarioMark> marks = new ArrayList<>();

  @Test
  void flashSaleBringsAsManyAsItsCurveSays() {
    ScenarioPlan sale =
        new ScenarioPlan(
            ScenarioKind.FLASH_SALE,
            FRIDAY_NOON,
            Map.of("amplitude", 8.0, "decayHours", 2.0, "hours", 6.0));
    Instant end = FRIDAY_NOON.plus(Duration.ofHours(7));

    double usual = ordersBetween(FRIDAY_NOON, end, orders(BUSY_SHOP));
    double withSale =
        ordersBetween(FRIDAY_NOON, end, orders(BUSY_SHOP.withScenarios(List.of(sale))));

    // 8 · ∫ rate(t)·e^(−t/2) dt over six hours, at about the usual rate an hour: 8 · 2 · 0.95
    double excess = (withSale - usual) / (usual / 7);
    assertThat(excess).isCloseTo(15.2, within(4.0));
  }

  @Test
  void promotedLinesNameTheirPromotionAndCostLess() {
    ScenarioPlan blast = ScenarioPlan.of(ScenarioKind.PROMOTION_BLAST, FRIDAY_NOON);

    List<OrderLine> promoted =
        orders(BUSY_SHOP.withScenarios(List.of(blast))).stream()
            .flatMap(order -> order.getLines().stream())
            .filter(line -> line.getPromotionId() != null)
            .toList();

    assertThat(promoted).hasSizeGreaterThan(100);
    assertThat(promoted)
        .allSatisfy(
            line -> {
              assertThat(line.getPromotionId()).isEqualTo("promotion-blast-20250314T120000");
              double worth = (double) line.getUnitPriceMicros() * line.getQuantity();
              assertThat(line.getDiscountMicros() / worth).isBetween(0.13, 0.99);
            });
  }

  @Test
  void scenarioLeavesWhatWasSoldBeforeItAlone() {
    ScenarioPlan sale = ScenarioPlan.of(ScenarioKind.FLASH_SALE, FRIDAY_NOON);

    List<OrderPlaced> without = before(FRIDAY_NOON, orders(BUSY_SHOP));
    List<OrderPlaced> with = before(FRIDAY_NOON, orders(BUSY_SHOP.withScenarios(List.of(sale))));

    assertThat(with).isEqualTo(without).isNotEmpty();
  }

  @Test
  void scenarioStartsAndStopsWhileTheShopRuns() {
    Simulation simulation = Simulation.of(SHOP, BUSY_SHOP);
    simulation.onScenario(marks::add);
    List<ShopEvent> events = new ArrayList<>();
    simulation.advanceTo(FRIDAY_NOON, events::add);
    ScenarioControl scenarios = simulation.scenarios();

    scenarios.start("flash-sale", Map.of("discount", 0.5));
    assertThat(scenarios.state()).isEmpty();
    Instant later = FRIDAY_NOON.plus(Duration.ofHours(1));
    simulation.advanceTo(later, events::add);

    assertThat(scenarios.state())
        .singleElement()
        .extracting(ScenarioMark::from)
        .isEqualTo(FRIDAY_NOON);
    scenarios.stop("flash-sale");
    simulation.advanceTo(END, events::add);

    assertThat(scenarios.state()).isEmpty();
    assertThat(marks)
        .map(ScenarioMark::to)
        .containsExactly(FRIDAY_NOON.plus(Duration.ofHours(4)), later);
    assertThat(promotedTimes(events)).isNotEmpty().allMatch(at -> at.isBefore(later));
  }

  @Test
  void marksStayWhenScenariosAreOverWithTheEndThatTheyHad() {
    ScenarioPlan planned = ScenarioPlan.of(ScenarioKind.FRAUD_ATTACK, FRIDAY_NOON);
    Simulation simulation = Simulation.of(SHOP, BUSY_SHOP.withScenarios(List.of(planned)));
    ScenarioControl scenarios = simulation.scenarios();
    assertThat(scenarios.marks()).isEmpty();
    scenarios.start("flash-sale", Map.of());
    simulation.advanceTo(FRIDAY_NOON.plus(Duration.ofHours(1)), event -> {});
    scenarios.start("flash-sale", Map.of());
    simulation.advanceTo(FRIDAY_NOON.plus(Duration.ofHours(2)), event -> {});
    scenarios.stop("flash-sale");
    simulation.advanceTo(END, event -> {});

    Instant opened = MARCH.atStartOfDay(LONDON).toInstant();
    assertThat(scenarios.state()).isEmpty();
    assertThat(scenarios.marks())
        .extracting(mark -> mark.name() + " " + mark.from() + " " + mark.to())
        .containsExactly(
            "flash-sale %s %s".formatted(opened, opened.plus(Duration.ofHours(4))),
            "fraud-attack %s %s".formatted(FRIDAY_NOON, planned.to()),
            "flash-sale %s %s"
                .formatted(
                    FRIDAY_NOON.plus(Duration.ofHours(1)), FRIDAY_NOON.plus(Duration.ofHours(2))));
  }

  @Test
  void plannedScenarioLeavesOneMark() {
    ScenarioPlan sale = ScenarioPlan.of(ScenarioKind.FLASH_SALE, FRIDAY_NOON);
    Simulation simulation = Simulation.of(SHOP, BUSY_SHOP.withScenarios(List.of(sale)));
    simulation.onScenario(marks::add);

    simulation.advanceTo(END, event -> {});

    assertThat(marks)
        .containsExactly(
            new ScenarioMark(
                "flash-sale-20250314T120000",
                "flash-sale",
                FRIDAY_NOON,
                FRIDAY_NOON.plus(Duration.ofHours(4)),
                sale.parameters()));
  }

  @Test
  void unknownScenarioIsRefused() {
    assertThatThrownBy(() -> ScenarioKind.named("flash"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no scenario \"flash\": give one of [flash-sale, promotion-blast,"
                + " fraud-attack]");
  }

  @Test
  void parameterOutOfBoundsIsRefused() {
    assertThatThrownBy(
            () -> new ScenarioPlan(ScenarioKind.FLASH_SALE, FRIDAY_NOON, Map.of("discount", 1.2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scenario flash-sale: discount is 1.2: give a number from 0.001 to 0.9");
  }

  @Test
  void unknownParameterIsRefused() {
    assertThatThrownBy(
            () ->
                new ScenarioPlan(ScenarioKind.FRAUD_ATTACK, FRIDAY_NOON, Map.of("amplitude", 2.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "scenario fraud-attack: there is no parameter \"amplitude\": give one of [hours,"
                + " intensity]");
  }

  private static List<OrderPlaced> orders(SimulationOptions options) {
    List<OrderPlaced> orders = new ArrayList<>();
    Simulation.of(SHOP, options)
        .advanceTo(
            END,
            event -> {
              if (event.topic() == Topic.ORDERS) {
                orders.add((OrderPlaced) event.event());
              }
            });
    return orders;
  }

  private static List<OrderPlaced> before(Instant end, List<OrderPlaced> orders) {
    return orders.stream().filter(order -> order.getOccurredAt().isBefore(end)).toList();
  }

  private static long ordersBetween(Instant from, Instant to, List<OrderPlaced> orders) {
    return before(to, orders).stream()
        .filter(order -> !order.getOccurredAt().isBefore(from))
        .count();
  }

  private static List<Instant> promotedTimes(List<ShopEvent> events) {
    return events.stream()
        .filter(event -> event.topic() == Topic.ORDERS)
        .map(event -> (OrderPlaced) event.event())
        .filter(order -> order.getLines().stream().anyMatch(line -> line.getPromotionId() != null))
        .map(OrderPlaced::getOccurredAt)
        .toList();
  }
}
