package dev.highstreet.bench.races;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets racers bring the same orders into the sales marts, in turns, and compares their rows. */
final class Races {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Arena arena;
  private final List<Racer> racers;
  private final PrintStream progress;

  /**
   * Nothing has been run yet.
   *
   * @param racers the first of them leaves the rows that those of the others are compared with
   */
  Races(Arena arena, List<Racer> racers, PrintStream progress) {
    this.arena = requireNonNull(arena, "arena is null");
    this.racers = List.copyOf(racers);
    this.progress = requireNonNull(progress, "progress is null");
  }

  /**
   * What came of it.
   *
   * @param rows of all marts, the same from each racer
   * @param standings one a racer
   */
  record Outcome(long rows, List<Standing> standings) {}

  /**
   * Runs all racers, each once a round.
   *
   * @throws IllegalStateException if one left other rows than the first did
   */
  Outcome run(int rounds) throws Exception {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    long rows = 0;
    for (int round = 1; round <= rounds; round++) {
      for (Racer racer : racers) {
        racer.reset();
        System.gc(); // what the one before left is not this one's to clear
        long start = System.nanoTime();
        racer.run();
        double took = (System.nanoTime() - start) / NANOS_PER_SECOND;
        seconds.computeIfAbsent(racer.name(), none -> new ArrayList<>()).add(took);
        rows = compared(racer);
        progress.printf("round %d of %d: %s, %.1f s%n", round, rounds, racer.name(), took);
      }
    }
    List<Standing> standings = new ArrayList<>();
    seconds.forEach((racer, each) -> standings.add(new Standing(racer, each)));
    return new Outcome(rows, standings);
  }

  private long compared(Racer racer) throws SQLException {
    return SameRows.of(arena, racers.get(0).schema(), racer.schema());
  }
}
