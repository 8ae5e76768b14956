package dev.highstreet.cli.backfill;

import dev.highstreet.cli.console.StatusLine;
import dev.highstreet.cli.console.Surroundings;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How many records are read: a bar on a terminal, a line now and then elsewhere. */
final class BackfillProgress implements AutoCloseable {
  private static final int UPDATE_MILLIS = 200;

  private final long toRead;
  private final StatusLine line;
  private final Optional<ProgressBar> bar;

  BackfillProgress(Surroundings surroundings, DayRange days, long toRead) {
    this.toRead = toRead;
    this.line = new StatusLine(surroundings);
    this.bar =
        surroundings.terminal()
            ? Optional.of(
                new ProgressBarBuilder()
                    .setTaskName("Backfill " + days)
                    .setInitialMax(toRead)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(surroundings.err()))
                    .build())
            : Optional.empty();
  }

  /** Records read so far. */
  void show(long read) {
    bar.ifPresentOrElse(
        drawn -> drawn.stepTo(read),
        () ->
            line.show(
                String.format(Locale.ROOT, "Backfill: read %,d of %,d records", read, toRead)));
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    line.end();
  }
}
