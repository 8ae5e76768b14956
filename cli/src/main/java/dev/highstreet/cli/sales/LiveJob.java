package dev.highstreet.cli.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.platform.FlinkJob;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.platform.FlinkRestException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A live sales job that has not ended.
 *
 * @param id as its cluster names it
 * @param run its number in {@code ops.runs}, which it carries in its name
 */
record LiveJob(String id, long run) {
  private static final Pattern NAME = Pattern.compile("Sales marts, live \\(run (\\d+)\\)");

  LiveJob {
    requireNonNull(id, "id is null");
  }

  /**
   * The one that a cluster runs, or is about to run again.
   *
   * @throws CommandException if Flink does not answer
   */
  static Optional<LiveJob> on(FlinkRest flink) {
    try {
      return flink.jobs().stream()
          .filter(job -> !job.status().isGloballyTerminalState())
          .flatMap(job -> of(job).stream())
          .findFirst();
    } catch (FlinkRestException e) {
      throw CommandException.usedWrongly(e.getMessage(), e);
    }
  }

  private static Optional<LiveJob> of(FlinkJob job) {
    Matcher name = NAME.matcher(job.name());
    return name.matches()
        ? Optional.of(new LiveJob(job.id(), Long.parseLong(name.group(1))))
        : Optional.empty();
  }
}
