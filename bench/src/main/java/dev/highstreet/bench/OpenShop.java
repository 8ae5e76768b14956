package dev.highstreet.bench;

import dev.highstreet.simulator.engine.ShopEvent;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.ShippedProfile;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A simulated shop that has been open for a month; it opens anew for each iteration. */
@State(Scope.Thread)
public class OpenShop {
  private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
  private static final int DAYS_BEFORE = 30;

  /** Customers in a year. */
  @Param({"5000", "50000"})
  public int customers;

  /** Its profile, one of those that are shipped. */
  @Param({"GIFT_SHOP", "HOME_SHOP"})
  public ShippedProfile profile;

  private Profile shop;
  private Simulation simulation;
  private LocalDate day;

  /** Reads the profile. */
  @Setup
  public void read() {
    shop = profile.load();
  }

  /** Opens the shop, and lets a month go by. */
  @Setup(Level.Iteration)
  public void open() {
    simulation = Simulation.of(shop, SimulationOptions.of(7, FROM, customers, shop.zone()));
    day = FROM.plusDays(DAYS_BEFORE - 1L);
    nextDay(event -> {});
  }

  /** Everything up to the end of the next day. */
  void nextDay(Consumer<ShopEvent> out) {
    day = day.plusDays(1);
    simulation.advanceTo(day.atStartOfDay(shop.zone()).toInstant(), out);
  }
}
