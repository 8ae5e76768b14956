package dev.highstreet.cli.replay;

import dev.highstreet.cli.console.StatusLine;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.simulator.replay.ReplayProgress;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How many events are sent: a bar on a terminal, a line now and then elsewhere. */
final class SendingProgress implements Consumer<ReplayProgress>, AutoCloseable {
  private static final int UPDATE_MILLIS = 200;
  private static final int EVENTS_A_LOOK = 256; // formatting each would cost more than sending it

  private final ZoneId zone;
  private final StatusLine line;
  private final Optional<ProgressBar> bar;

  SendingProgress(Surroundings surroundings, long events, ZoneId zone) {
    this.zone = zone;
    this.line = new StatusLine(surroundings);
    this.bar = surroundings.terminal() ? Optional.of(bar(surroundings, events)) : Optional.empty();
  }

  private static ProgressBar bar(Surroundings surroundings, long events) {
    return new ProgressBarBuilder()
        .setTaskName("Events")
        .setInitialMax(events)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setConsumer(new ConsoleProgressBarConsumer(surroundings.err()))
        .build();
  }

  @Override
  public void accept(ReplayProgress progress) {
    if (progress.emitted() % EVENTS_A_LOOK != 0 && progress.emitted() != progress.total()) {
      return;
    }
    String upTo = "up to " + progress.shopTime().atZone(zone).toLocalDate();
    bar.ifPresentOrElse(
        drawn -> drawn.stepTo(progress.emitted()).setExtraMessage(upTo),
        () ->
            line.show(
                String.format(
                    Locale.ROOT,
                    "Sent %,d of %,d events, %s",
                    progress.emitted(),
                    progress.total(),
                    upTo)));
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    line.end();
  }
}
