package dev.highstreet.simulator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.SampleProfile;
import dev.highstreet.simulator.scenario.ScenarioKind;
import dev.highstreet.simulator.scenario.ScenarioPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A year of a small shop, of every kind: each event must fit all that came before. */
class YearOfAShopTest {
  private static final Profile SHOP = SampleProfile.small();
  private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant OPENS = NEW_YEAR.atStartOfDay(LONDON).toInstant();
  private static final Instant A_YEAR_LATER =
      NEW_YEAR.plusYears(1).atStartOfDay(LONDON).toInstant();
  private static final Instant FRIDAY_NOON = Instant.parse("2025-03-14T12:00:00Z");
  private static final SimulationOptions PLAIN = SimulationOptions.of(11, NEW_YEAR, 250, LONDON);

  @Test
  void ordinaryYearHoldsTogether() {
    Auditor auditor = audit(PLAIN);

    assertThat(Topic.EVENTS).allSatisfy(topic -> assertThat(auditor.count(topic)).isPositive());
    assertThat(auditor.promotedOrders()).isZero();
  }

  @ParameterizedTest
  @EnumSource(ScenarioKind.class)
  void yearWithScenarioHoldsTogether(ScenarioKind kind) {
    Auditor auditor = audit(PLAIN.withScenarios(List.of(ScenarioPlan.of(kind, FRIDAY_NOON))));

    assertThat(auditor.promotedOrders() > 0).isEqualTo(kind != ScenarioKind.FRAUD_ATTACK);
  }

  @Test
  void yearInWhichEverythingComesTogetherHoldsTogether() {
    Map<String, Double> days = Map.of("hours", 100.0);
    Auditor auditor =
        audit(
            PLAIN.withScenarios(
                List.of(
                    new ScenarioPlan(ScenarioKind.FLASH_SALE, OPENS, days),
                    new ScenarioPlan(ScenarioKind.FLASH_SALE, FRIDAY_NOON, days),
                    ScenarioPlan.of(ScenarioKind.PROMOTION_BLAST, FRIDAY_NOON),
                    new ScenarioPlan(
                        ScenarioKind.FLASH_SALE,
                        FRIDAY_NOON.plus(Duration.ofHours(5)),
                        Map.of("amplitude", 50.0)),
                    new ScenarioPlan(ScenarioKind.FRAUD_ATTACK, FRIDAY_NOON, days))));

    assertThat(auditor.promotedOrders()).isPositive();
  }

  private static Auditor audit(SimulationOptions options) {
    Auditor auditor = new Auditor(OPENS, A_YEAR_LATER);
    Simulation.of(SHOP, options).advanceTo(A_YEAR_LATER, auditor);
    return auditor;
  }
}
