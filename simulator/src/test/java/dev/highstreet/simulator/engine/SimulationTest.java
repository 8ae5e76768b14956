package dev.highstreet.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.SampleProfile;
import dev.highstreet.simulator.profile.WorldProfile;
import dev.highstreet.simulator.scenario.ScenarioKind;
import dev.highstreet.simulator.scenario.ScenarioPlan;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final Profile SHOP = SampleProfile.small();
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate SPRING = LocalDate.of(2025, 3, 20); // a clock change follows
  private static final Instant OPENS = SPRING.atStartOfDay(LONDON).toInstant();
  private static final Instant TWENTY_DAYS_LATER =
      SPRING.plusDays(20).atStartOfDay(LONDON).toInstant();
  private static final SimulationOptions ONE_THREAD =
      SimulationOptions.of(7, SPRING, 300, LONDON)
          .withScenarios(
              List.of(
                  ScenarioPlan.of(ScenarioKind.FLASH_SALE, OPENS.plus(Duration.ofHours(60))),
                  ScenarioPlan.of(ScenarioKind.FRAUD_ATTACK, OPENS.plus(Duration.ofHours(200)))));

  @Test
  void sameSeedGivesTheSameBytes() {
    assertThat(digests(ONE_THREAD, Duration.ofDays(30)))
        .isEqualTo(digests(ONE_THREAD, Duration.ofDays(30)));
  }

  @Test
  void twoThreadsGiveTheSameBytesAsOne() {
    assertThat(digests(ONE_THREAD.withThreads(2), Duration.ofDays(30)))
        .isEqualTo(digests(ONE_THREAD, Duration.ofDays(30)));
  }

  @Test
  void timeMayBeCutAnywhere() {
    Map<Topic, String> whole = digests(ONE_THREAD, Duration.ofDays(30));

    assertThat(digests(ONE_THREAD, Duration.ofMillis(7_654_321))).isEqualTo(whole);
    assertThat(digests(ONE_THREAD, Duration.ofMillis(1024 * 11))).isEqualTo(whole);
  }

  @Test
  void anotherSeedGivesOtherBytesOnEveryTopic() {
    SimulationOptions other =
        new SimulationOptions(8, SPRING, 300, LONDON, 1, ONE_THREAD.scenarios());

    Map<Topic, String> one = digests(ONE_THREAD, Duration.ofDays(30));
    Map<Topic, String> two = digests(other, Duration.ofDays(30));

    two.keySet().retainAll(one.keySet()); // labels come late: one of them may have none yet
    assertThat(two.keySet()).hasSizeGreaterThanOrEqualTo(Topic.EVENTS.size() - 1);
    assertThat(two).allSatisfy((topic, digest) -> assertThat(digest).isNotEqualTo(one.get(topic)));
  }

  @Test
  void nothingHappensBeforeTheFirstMidnightOrFromTheEndOn() {
    List<ShopEvent> events = events(SHOP, ONE_THREAD);

    assertThat(events.get(0).occurredAt()).isEqualTo(OPENS.toEpochMilli());
    assertThat(events.get(0).topic()).isEqualTo(Topic.STORES);
    assertThat(events.get(events.size() - 1).occurredAt())
        .isLessThan(TWENTY_DAYS_LATER.toEpochMilli());
  }

  @Test
  void changingTheFunnelLeavesSalesAlone() {
    WorldProfile world = SHOP.world();
    Profile lessBrowsing = SampleProfile.of(world.with(world.browsing().sampledAt(0.1)));

    List<ShopEvent> few = events(lessBrowsing, ONE_THREAD);
    List<ShopEvent> many = events(SHOP, ONE_THREAD);

    assertThat(of(Topic.ORDERS, few)).isEqualTo(of(Topic.ORDERS, many)).isNotEmpty();
    assertThat(of(Topic.ACTIVITY, few).size()).isLessThan(of(Topic.ACTIVITY, many).size() / 3);
  }

  @Test
  void goingBackInTimeChangesNothing() {
    Simulation simulation = Simulation.of(SHOP, ONE_THREAD);
    simulation.advanceTo(OPENS.plus(Duration.ofDays(2)), event -> {});
    List<ShopEvent> events = new ArrayList<>();

    simulation.advanceTo(OPENS.plus(Duration.ofDays(1)), events::add);

    assertThat(events).isEmpty();
    assertThat(simulation.now()).isEqualTo(OPENS.plus(Duration.ofDays(2)));
  }

  @Test
  void scenarioBeforeTheShopOpensIsRefused() {
    SimulationOptions early =
        ONE_THREAD.withScenarios(
            List.of(ScenarioPlan.of(ScenarioKind.FLASH_SALE, OPENS.minusSeconds(1))));

    assertThatThrownBy(() -> Simulation.of(SHOP, early))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "scenario flash-sale: from is 2025-03-19T23:59:59Z: give a time from"
                + " 2025-03-20T00:00:00Z on, when the simulation begins");
  }

  @Test
  void shopWithoutCustomersIsRefused() {
    assertThatThrownBy(() -> SimulationOptions.of(7, SPRING, -3, LONDON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("customers is -3: give a whole number from 1 to 50000000");
  }

  private static List<ShopEvent> of(Topic topic, List<ShopEvent> events) {
    return events.stream().filter(event -> event.topic() == topic).toList();
  }

  private static List<ShopEvent> events(Profile profile, SimulationOptions options) {
    List<ShopEvent> events = new ArrayList<>();
    Simulation.of(profile, options).advanceTo(TWENTY_DAYS_LATER, events::add);
    return events;
  }

  /** SHA-256 over the bytes on the wire, of each topic. */
  private static Map<Topic, String> digests(SimulationOptions options, Duration step) {
    Map<Topic, MessageDigest> digests = new EnumMap<>(Topic.class);
    EventEncoder encoder = new EventEncoder();
    Simulation simulation = Simulation.of(SHOP, options);
    for (Instant now = OPENS; now.isBefore(TWENTY_DAYS_LATER); ) {
      Instant next = now.plus(step);
      now = next.isBefore(TWENTY_DAYS_LATER) ? next : TWENTY_DAYS_LATER;
      simulation.advanceTo(
          now,
          event ->
              digests
                  .computeIfAbsent(event.topic(), topic -> sha256())
                  .update(encoder.encode(event.event())));
    }
    Map<Topic, String> hex = new EnumMap<>(Topic.class);
    digests.forEach((topic, digest) -> hex.put(topic, HexFormat.of().formatHex(digest.digest())));
    return hex;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
