package dev.highstreet.simulator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.profile.FraudProfile;
import dev.highstreet.simulator.profile.FulfilmentProfile;
import dev.highstreet.simulator.profile.FulfilmentProfile.Carrier;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.PaymentProfile;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.ReturnHandling;
import dev.highstreet.simulator.profile.SampleProfile;
import dev.highstreet.simulator.profile.StockProfile;
import dev.highstreet.simulator.profile.StockProfile.Region;
import dev.highstreet.simulator.profile.StockProfile.Site;
import dev.highstreet.simulator.profile.Weighted;
import dev.highstreet.simulator.profile.WorldProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However badly stocked, slow, defrauded and sent back: what a shop says holds together. */
class AnyLogisticsTest {
  private static final Origin MADE_UP = Origin.assumed("made up for tests");
  private static final LocalDate DECEMBER = LocalDate.of(2025, 12, 1);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant OPENS = DECEMBER.atStartOfDay(LONDON).toInstant();
  private static final Instant CLOSES = DECEMBER.plusDays(60).atStartOfDay(LONDON).toInstant();

  @Property(tries = 25)
  void whatAShopSaysHoldsTogether(@ForAll long seed) {
    RandomStream random = RandomStream.of(seed, "world", 0);
    Profile profile = SampleProfile.of(world(random));

    Auditor auditor = new Auditor(OPENS, CLOSES);
    Simulation.of(profile, SimulationOptions.of(seed, DECEMBER, 150, LONDON))
        .advanceTo(CLOSES, auditor);

    assertThat(auditor.count(Topic.PAYMENTS)).isGreaterThanOrEqualTo(auditor.count(Topic.ORDERS));
    assertThat(auditor.count(Topic.STOCK)).isPositive();
  }

  private static WorldProfile world(RandomStream random) {
    WorldProfile priors = WorldProfile.priors();
    return new WorldProfile(
        priors.channels(),
        priors.costs(),
        priors.loyalty(),
        priors.browsing().sampledAt(0.1),
        stock(random),
        payment(random),
        fulfilment(random),
        returnHandling(random),
        fraud(random));
  }

  private static StockProfile stock(RandomStream random) {
    List<Region> regions = List.of(Region.values());
    List<Site> sites = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int site = 0; site < count; site++) {
      Region region = regions.get(random.nextInt(regions.size()));
      sites.add(new Site("SITE" + site, region, random.nextDouble(0.01, 5)));
    }
    return new StockProfile(
        MADE_UP,
        sites,
        random.nextDouble(0, 3),
        random.nextDouble(1, 60),
        random.nextDouble(0, 1.5),
        random.nextDouble(1, 60),
        random.nextDouble(0, 0.5),
        random.nextDouble(),
        random.nextDouble(0, 300),
        random.nextDouble());
  }

  private static PaymentProfile payment(RandomStream random) {
    return new PaymentProfile(
        MADE_UP,
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(1, 5_000),
        random.nextDouble(0, 3),
        random.nextDouble(0.01, 200),
        random.nextDouble(0, 3),
        List.of(new Weighted("do_not_honour", 1)));
  }

  private static FulfilmentProfile fulfilment(RandomStream random) {
    return new FulfilmentProfile(
        MADE_UP,
        random.nextDouble(),
        random.nextDouble(0.1, 30),
        random.nextDouble(0, 2),
        random.nextDouble(),
        random.nextDouble(1, 5_000),
        random.nextDouble(0, 2),
        random.nextInt(10),
        8 + random.nextInt(10),
        List.of(carrier(false, random), carrier(true, random)));
  }

  private static Carrier carrier(boolean abroad, RandomStream random) {
    return new Carrier(
        "Somebody",
        1,
        abroad,
        1 + random.nextInt(20),
        random.nextDouble(0.1, 30),
        random.nextDouble(0, 2));
  }

  private static ReturnHandling returnHandling(RandomStream random) {
    return new ReturnHandling(
        MADE_UP,
        List.of(new Weighted("Kitchen", random.nextDouble(0.001, 1))),
        random.nextDouble(),
        random.nextDouble(1, 400),
        random.nextDouble(),
        List.of(new Weighted("Changed mind", 1)));
  }

  private static FraudProfile fraud(RandomStream random) {
    return new FraudProfile(
        MADE_UP,
        random.nextDouble(0, 0.5),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(0.1, 60),
        random.nextDouble(0, 2),
        random.nextDouble(),
        random.nextDouble());
  }
}
