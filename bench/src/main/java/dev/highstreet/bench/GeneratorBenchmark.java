package dev.highstreet.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How many events a second a simulated shop gives out, in memory: all kinds, in the profile's mix,
 * planning of the days included. On one core, with a garbage collector that has no other: what is
 * measured is all that it costs. The figure is {@code :events}, in events a second.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class GeneratorBenchmark {
  /** A day of the shop. */
  @Benchmark
  public void inMemory(OpenShop shop, Counted counted, Blackhole blackhole) {
    shop.nextDay(
        event -> {
          counted.events++;
          blackhole.consume(event);
        });
  }
}
