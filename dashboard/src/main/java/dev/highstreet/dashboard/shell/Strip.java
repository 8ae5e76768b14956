package dev.highstreet.dashboard.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The line above every page: the shop's clock, the watermark, how fresh the marts are.
 *
 * @param shopTime the shop's own clock, in text
 * @param watermark up to when periods are final, in text
 * @param fresh age of the newest mart row on the wall clock, in text
 * @param asOf when that row was written, on the wall clock, in text
 * @param stale whether that age means the figures lag behind: rows are old and events wait
 * @param seal what the newest comparison with the answer key came to
 * @param problem why nothing is known, or nothing newer; null where nothing is wrong
 */
public record Strip(
    String shopTime,
    String watermark,
    String fresh,
    String asOf,
    boolean stale,
    Seal seal,
    Problem problem) {

  /** Older than this, with events waiting, is stale. */
  private static final Duration FRESH_ENOUGH = Duration.ofSeconds(5);

  /** The state in words. */
  public String words() {
    if (problem != null) {
      return problem.title() + ": " + problem.reason();
    }
    return stale
        ? "As of " + asOf + ". No mart was written for " + fresh + " although events wait."
        : "The figures are as fresh as they can be.";
  }

  static Strip of(
      Panel<StripQuery.Clocks> read, boolean eventsWait, Seal seal, Format format, Instant now) {
    if (read.value() == null) {
      return new Strip(
          Format.NONE, Format.NONE, Format.NONE, Format.NONE, false, seal, read.problem());
    }
    StripQuery.Clocks clocks = read.value();
    Optional<Duration> age = clocks.newestRow().map(row -> Duration.between(row, now));
    return new Strip(
        clocks.shopTime().map(format::moment).orElse("no events yet"),
        clocks.watermark().shown(format),
        age.map(Format::age).orElse(Format.NONE),
        clocks.newestRow().map(format::moment).orElse(Format.NONE),
        read.problem() == null
            && eventsWait
            && age.isPresent()
            && age.get().compareTo(FRESH_ENOUGH) > 0,
        seal,
        read.problem());
  }
}
