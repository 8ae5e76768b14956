package dev.highstreet.dashboard.simulator;

import dev.highstreet.dashboard.shell.ScenarioSpan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A simulator that keeps in mind how it was steered, and has no shop; its marks are in the days of
 * the invented one.
 */
public final class SteeredShop implements Simulator {
  private final List<String> levers = new ArrayList<>();
  private final Map<String, Double> faults = new HashMap<>();
  private boolean paused;
  private double speed = 3_600;

  /** What was done, in order. */
  public synchronized List<String> levers() {
    return List.copyOf(levers);
  }

  @Override
  public synchronized State state() {
    return new State(
        Instant.parse("2026-03-14T15:09:26Z"),
        true,
        paused,
        speed,
        271_828,
        List.of(
            new Running(
                "flash-sale",
                Instant.parse("2026-03-14T12:00:00Z"),
                Instant.parse("2026-03-14T16:00:00Z"),
                Map.of("discount", 0.3))),
        List.of(
            span("promotion-blast", "2011-03-04T09:00:00Z", "2011-03-07T09:00:00Z"),
            span("fraud-attack", "2011-03-25T20:00:00Z", "2011-03-25T23:00:00Z"),
            span("flash-sale", "2011-03-26T12:00:00Z", "2011-03-26T16:00:00Z")),
        List.of(
            new Fault("repeated", faults.getOrDefault("repeated", 0.002), 0.002),
            new Fault("corrupt", faults.getOrDefault("corrupt", 0.0), 0.0002)),
        Optional.of(new Sending(100, 42, 1, false)),
        new Outside(
            Instant.parse("2026-11-26T12:00:00Z"), 43, 97, new BigDecimal("1234.5"), 2, 7, 5, 3),
        Optional.empty());
  }

  private static ScenarioSpan span(String name, String from, String until) {
    return new ScenarioSpan(name, Instant.parse(from), Instant.parse(until));
  }

  @Override
  public Identity identity() {
    return new Identity("Gift shop", 42);
  }

  @Override
  public synchronized void setFaults(Map<String, Double> rates) {
    for (double rate : rates.values()) {
      if (!(rate >= 0 && rate <= 1)) {
        throw new IllegalArgumentException("rate is " + rate + "; it must be from 0 to 1");
      }
    }
    faults.putAll(rates);
    levers.add("faults " + new TreeMap<>(rates));
  }

  @Override
  public List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "flash-sale",
            List.of(
                new Parameter("hours", 4, 0.1, 240), new Parameter("discount", 0.3, 0.001, 0.9))),
        new Scenario("fraud-attack", List.of(new Parameter("hours", 3, 0.1, 240))));
  }

  @Override
  public synchronized void setSpeed(double to) {
    if (!(to > 0 && to <= 100_000)) {
      throw new IllegalArgumentException("speed is " + to + ": give a number up to 100,000");
    }
    speed = to;
    levers.add("speed " + to);
  }

  @Override
  public synchronized void setPaused(boolean to) {
    paused = to;
    levers.add("paused " + to);
  }

  @Override
  public synchronized void start(String scenario, Map<String, Double> parameters) {
    levers.add("start " + scenario + " " + parameters);
  }

  @Override
  public synchronized void stop(String scenario) {
    levers.add("stop " + scenario);
  }

  @Override
  public synchronized void send(int count, Duration between) {
    if (levers.stream().anyMatch(lever -> lever.startsWith("send"))) {
      throw new IllegalStateException("100 orders are being sent: cancel them first");
    }
    levers.add("send " + count + " " + between);
  }

  @Override
  public synchronized void cancelSending() {
    levers.add("cancel");
  }

  @Override
  public synchronized void resetStatistics() {
    levers.add("reset");
  }
}
