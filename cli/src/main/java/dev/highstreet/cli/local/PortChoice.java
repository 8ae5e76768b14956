package dev.highstreet.cli.local;

import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.platform.FreePorts;
import dev.highstreet.platform.PlatformException;
import java.util.function.IntFunction;

/** Gives each server its port, or the next one where that is busy, and says so. */
final class PortChoice {
  private static final int ATTEMPTS = 3;

  private final FreePorts free = new FreePorts();
  private final Surroundings surroundings;

  PortChoice(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** A port for a server: the preferred one, or the next free one; 0 prefers none. */
  int of(String server, int preferred) {
    int port = free.next(preferred);
    if (preferred != 0 && port != preferred) {
      surroundings.err().printf("Port %d is busy; %s takes %d.%n", preferred, server, port);
    }
    return port;
  }

  /** Starts a server on a port, and on another one if somebody took that one first. */
  <S> S listen(String server, int preferred, IntFunction<S> start) {
    int port = of(server, preferred);
    for (int attempt = 1; ; attempt++) {
      try {
        return start.apply(port);
      } catch (PlatformException e) {
        if (attempt == ATTEMPTS || FreePorts.isFree(port)) {
          throw e;
        }
        port = of(server, port);
      }
    }
  }
}
