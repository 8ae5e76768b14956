package dev.highstreet.simulator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.profile.Browsing;
import dev.highstreet.simulator.profile.Channels;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.SampleProfile;
import dev.highstreet.simulator.profile.WorldProfile;
import dev.highstreet.simulator.scenario.ScenarioKind;
import dev.highstreet.simulator.scenario.ScenarioPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Whatever the seed, the profile and the calendar: what a shop says holds together. */
class AnyShopTest {
  private static final Origin MADE_UP = Origin.assumed("made up for tests");
  private static final List<String> ZONES =
      List.of("Europe/London", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "UTC");

  @Property(tries = 25)
  void whatAShopSaysHoldsTogether(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 200) int customers,
      @ForAll @IntRange(min = 0, max = 3000) int day,
      @ForAll @IntRange(min = 0, max = 4) int zone,
      @ForAll @IntRange(min = 0, max = 3) int shops,
      @ForAll @IntRange(min = 0, max = 2) int marketplaces,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll @DoubleRange(min = 0.01, max = 1) double conversion,
      @ForAll ScenarioKind scenario) {
    WorldProfile world = WorldProfile.priors();
    Profile profile =
        SampleProfile.of(
            world
                .with(channels(shops, marketplaces, share))
                .with(browsing(world.browsing(), conversion, share)));
    ZoneId there = ZoneId.of(ZONES.get(zone));
    LocalDate from = LocalDate.of(2018, 1, 1).plusDays(day);
    Instant opens = from.atStartOfDay(there).toInstant();
    Instant closes = from.plusDays(45).atStartOfDay(there).toInstant();
    SimulationOptions options =
        SimulationOptions.of(seed, from, customers, there)
            .withScenarios(
                List.of(
                    new ScenarioPlan(
                        scenario,
                        opens.plus(Duration.ofHours(day)).isBefore(closes)
                            ? opens.plus(Duration.ofHours(day))
                            : opens,
                        Map.of())));

    Auditor auditor = new Auditor(opens, closes);
    Simulation.of(profile, options).advanceTo(closes, auditor);

    assertThat(auditor.count(Topic.STORES)).isGreaterThanOrEqualTo(1 + shops + marketplaces);
    assertThat(auditor.count(Topic.PRODUCTS)).isPositive();
  }

  private static Channels channels(int shops, int marketplaces, double share) {
    double onMarketplaces = marketplaces == 0 ? 0 : share / 2;
    double inShops = shops == 0 ? 0 : share / 2;
    return new Channels(MADE_UP, marketplaces, onMarketplaces, 0.1, shops, inShops, 1 - share);
  }

  private static Browsing browsing(Browsing prior, double conversion, double share) {
    return new Browsing(
        MADE_UP,
        share,
        conversion,
        (1 + conversion) / 2,
        prior.cartAbandonment(),
        prior.checkoutAbandonment(),
        conversion,
        1 + 5 * share,
        share,
        share / 3,
        share,
        1 - share / 2);
  }
}
