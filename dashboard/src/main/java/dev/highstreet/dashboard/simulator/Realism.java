package dev.highstreet.dashboard.simulator;

import dev.highstreet.dashboard.tasks.Work;
import java.util.Optional;

/**
 * How like a real shop the simulated one is: what was measured, and the way to measure it. Any
 * thread may ask.
 */
public interface Realism {
  /** What the shop is called that runs here. */
  String shop();

  /**
   * The newest report; empty where there is none.
   *
   * @throws dev.highstreet.dashboard.shell.Unavailable if there is one that cannot be read
   */
  Optional<RealismReport> report();

  /** Whether a report is about the very figures that the shop here is played by. */
  boolean isOfThisShop(RealismReport report);

  /** Where a file of real transactions is to be put, to measure on it. */
  String folder();

  /** The name of the file that is there; empty if there is none. */
  Optional<String> file();

  /**
   * Measures on that file, which takes about a minute for half a million rows: learns from half of
   * its customers, simulates them, and compares with the other half. What comes of it is the newest
   * report from then on.
   *
   * @return what came of it, in a sentence
   * @throws Work.Refusal if there is no file, or nothing can be learnt from it
   * @throws InterruptedException if this is asked to give up
   */
  String measure(Work.Progress progress) throws InterruptedException;
}
