package dev.highstreet.cli.console;

import java.time.Duration;

/**
 * One line that says how things stand. On a terminal it is redrawn in place; elsewhere a new line
 * is printed now and then, and only if it differs from the one before.
 */
public final class StatusLine {
  private static final Duration ELSEWHERE = Duration.ofSeconds(10);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Surroundings surroundings;
  private String shown = "";
  private long shownAt = System.nanoTime() - ELSEWHERE.toNanos();

  /** On standard error, so that results can be piped. */
  public StatusLine(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Shows how things stand now. */
  public void show(String status) {
    if (status.equals(shown)) {
      return;
    }
    if (surroundings.terminal()) {
      surroundings.err().print(CLEAR_LINE + status);
      surroundings.err().flush();
    } else if (System.nanoTime() - shownAt >= ELSEWHERE.toNanos()) {
      surroundings.err().println(status);
      shownAt = System.nanoTime();
    } else {
      return;
    }
    shown = status;
  }

  /** Ends the line, so that what is printed next begins its own. */
  public void end() {
    if (surroundings.terminal() && !shown.isEmpty()) {
      surroundings.err().println();
      shown = "";
    }
  }
}
