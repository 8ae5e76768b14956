package dev.highstreet.cli.local;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.platform.EmbeddedPostgresServer;
import dev.highstreet.platform.PlatformException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * The Postgres of a data directory on which no platform runs, started to be looked into. A signal
 * stops it within five seconds.
 */
public final class KeptPostgres implements AutoCloseable {
  private final CompletableFuture<Optional<EmbeddedPostgresServer>> server =
      new CompletableFuture<>();
  private final Thread stopOnSignal;

  private KeptPostgres(Path data) {
    this.stopOnSignal =
        new Thread(
            () -> OnSignal.stop(this::stop, () -> EmbeddedPostgresServer.processOn(data)),
            "stop-on-signal");
  }

  /**
   * Starts it on any free port.
   *
   * @throws CommandException if it does not start
   */
  public static KeptPostgres start(DataDirectory.Lock lock) {
    Path data = lock.directory().postgres();
    KeptPostgres kept = new KeptPostgres(data);
    Runtime.getRuntime().addShutdownHook(kept.stopOnSignal);
    try {
      kept.server.complete(Optional.of(EmbeddedPostgresServer.start(data, 0)));
      return kept;
    } catch (PlatformException e) {
      throw CommandException.usedWrongly(e.getMessage(), e);
    } finally {
      if (kept.server.complete(Optional.empty())) {
        kept.close();
      }
    }
  }

  /** Its database. */
  public Databases databases() {
    return Databases.trusting(server.join().orElseThrow().url());
  }

  /** Stops it. Once a signal has come this does not return: the process is ending. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(stopOnSignal);
    } catch (IllegalStateException signalled) {
      while (true) {
        LockSupport.park();
      }
    }
    stop();
  }

  private void stop() {
    server.join().ifPresent(EmbeddedPostgresServer::close);
  }
}
