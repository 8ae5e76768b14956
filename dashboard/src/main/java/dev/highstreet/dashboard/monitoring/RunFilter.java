package dev.highstreet.dashboard.monitoring;

import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.WrongParameter;
import java.util.OptionalLong;

/**
 * Which runs the address asks for.
 *
 * @param before older ones than this; empty for the newest
 */
public record RunFilter(OptionalLong before) {
  /**
   * Reads {@code ?runs-before=}.
   *
   * @throws WrongParameter if it is no run's number
   */
  static RunFilter read(Parameters parameters) {
    return new RunFilter(
        parameters.get("runs-before").map(RunFilter::number).orElse(OptionalLong.empty()));
  }

  private static OptionalLong number(String value) {
    if (!value.matches("\\d{1,18}")) {
      throw new WrongParameter("runs-before", value, "the number of a run, such as 12");
    }
    return OptionalLong.of(Long.parseLong(value));
  }

  /** The runs before one. */
  public static String olderThan(long run) {
    return "/monitoring?runs-before=" + run + "#runs";
  }

  /** What its stream's address has beside the page. */
  String stream() {
    return before.isPresent() ? "&runs-before=" + before.getAsLong() : "";
  }
}
