package dev.highstreet.bench;

import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.profile.Profile;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How many events a second a simulated shop gives out, in memory: all kinds, in the mix of a
 * profile that is shipped, planning of the days included. On one core, with a garbage collector
 * that has no other: what is measured is all that it costs. The figure is {@code :events}, in
 * events a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class GeneratorBenchmark {
  private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
  private static final int DAYS_BEFORE = 30;

  /** Customers of the shop in a year. */
  @Param({"5000", "50000"})
  public int customers;

  /** The file of the shop's profile. */
  @Param("")
  public String profile;

  private Profile shop;
  private Simulation simulation;
  private LocalDate day;

  /** Events of all days of an iteration. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counted {
    /** So many so far; JMH divides by the time. */
    public long events;
  }

  /** Reads the profile. */
  @Setup
  public void read() {
    shop = BenchmarkShop.profile(profile);
  }

  /** A shop that has been open for a month. */
  @Setup(Level.Iteration)
  public void open() {
    simulation = Simulation.of(shop, SimulationOptions.of(7, FROM, customers, shop.zone()));
    day = FROM.plusDays(DAYS_BEFORE);
    simulation.advanceTo(day.atStartOfDay(shop.zone()).toInstant(), event -> {});
  }

  /** A day of the shop. */
  @Benchmark
  public void day(Counted counted, Blackhole blackhole) {
    day = day.plusDays(1);
    simulation.advanceTo(
        day.atStartOfDay(shop.zone()).toInstant(),
        event -> {
          counted.events++;
          blackhole.consume(event);
        });
  }
}
