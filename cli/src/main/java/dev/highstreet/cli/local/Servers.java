package dev.highstreet.cli.local;

import static java.util.Objects.requireNonNull;

import dev.highstreet.platform.EmbeddedFlink;
import dev.highstreet.platform.EmbeddedKafka;
import dev.highstreet.platform.EmbeddedPostgresServer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded servers: those that are not elsewhere. They start at the same time, each on a thread
 * of its own, and stop so, too.
 */
final class Servers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Servers.class);

  private final Elsewhere elsewhere;
  private final DataDirectory data;
  private final CompletableFuture<Optional<EmbeddedKafka>> kafka;
  private final CompletableFuture<Optional<EmbeddedPostgresServer>> postgres;
  private final CompletableFuture<Optional<EmbeddedFlink>> flink;

  private Servers(
      Elsewhere elsewhere, DataDirectory data, PortChoice ports, PortOptions preferred, int slots) {
    this.elsewhere = elsewhere;
    this.data = data;
    kafka =
        starting(
            "Kafka",
            elsewhere.kafka(),
            ports,
            preferred.kafka,
            port -> EmbeddedKafka.start(data.kafka(), port));
    postgres =
        starting(
            "Postgres",
            elsewhere.databases(),
            ports,
            preferred.database,
            port -> EmbeddedPostgresServer.start(data.postgres(), port));
    flink =
        starting(
            "Flink",
            elsewhere.flink(),
            ports,
            preferred.flink,
            port -> EmbeddedFlink.start(data.flink(), port, slots));
  }

  /**
   * Begins to start what is not elsewhere; {@link #await} tells whether it did.
   *
   * @param slots how many parallel instances of a job fit into Flink, over all jobs
   */
  static Servers begin(
      Elsewhere elsewhere, DataDirectory data, PortChoice ports, PortOptions preferred, int slots) {
    return new Servers(
        requireNonNull(elsewhere, "elsewhere is null"), data, ports, preferred, slots);
  }

  private static <S> CompletableFuture<Optional<S>> starting(
      String name, Optional<?> elsewhere, PortChoice ports, int preferred, IntFunction<S> start) {
    if (elsewhere.isPresent()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    CompletableFuture<Optional<S>> server = new CompletableFuture<>();
    begin(
        "start-" + name,
        () -> {
          long began = System.nanoTime();
          try {
            server.complete(Optional.of(ports.listen(name, preferred, start)));
            LOG.info("Started {} in {} ms", name, millisSince(began));
          } catch (Throwable e) {
            server.completeExceptionally(e);
          }
        });
    return server;
  }

  /**
   * Waits until every server has started or failed.
   *
   * @throws dev.highstreet.platform.PlatformException if one failed; the others may run
   */
  void await() {
    try {
      CompletableFuture.allOf(kafka, postgres, flink).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw e;
    }
  }

  /** Where Kafka answers. */
  String bootstrapServers() {
    return kafka.join().map(EmbeddedKafka::bootstrapServers).or(elsewhere::kafka).orElseThrow();
  }

  /** The database, embedded or not. */
  Databases databases() {
    return postgres
        .join()
        .map(server -> Databases.trusting(server.url()))
        .or(elsewhere::databases)
        .orElseThrow();
  }

  /** Where Flink answers. */
  URI flink() {
    return flink.join().map(EmbeddedFlink::rest).or(elsewhere::flink).orElseThrow();
  }

  /** Whether the database is embedded. */
  boolean databaseIsHere() {
    return elsewhere.databases().isEmpty();
  }

  /** Whether Flink is embedded. */
  boolean flinkIsHere() {
    return elsewhere.flink().isEmpty();
  }

  /** Whether no server is elsewhere: nobody else can run jobs on these data. */
  boolean allHere() {
    return elsewhere.nothing();
  }

  /** The embedded Postgres' processes; empty if it is elsewhere or does not run. */
  Optional<ProcessHandle> postmaster() {
    return elsewhere.databases().isPresent()
        ? Optional.empty()
        : EmbeddedPostgresServer.processOn(data.postgres());
  }

  /**
   * Stops all that started. A Postgres that still starts is waited for, since its processes outlive
   * this one; Kafka and Flink live in this process, and stop by themselves once they have started.
   */
  @Override
  public void close() {
    CompletableFuture.allOf(
            stoppingIfStarted("Flink", flink, EmbeddedFlink::close),
            stoppingIfStarted("Kafka", kafka, EmbeddedKafka::close),
            stopping("Postgres", postgres, EmbeddedPostgresServer::close))
        .join();
  }

  private static <S> CompletableFuture<Void> stoppingIfStarted(
      String name, CompletableFuture<Optional<S>> server, Consumer<S> close) {
    boolean started = server.isDone();
    CompletableFuture<Void> stopping = stopping(name, server, close);
    return started ? stopping : CompletableFuture.completedFuture(null);
  }

  private static <S> CompletableFuture<Void> stopping(
      String name, CompletableFuture<Optional<S>> server, Consumer<S> close) {
    return server
        .exceptionally(e -> Optional.empty())
        .thenAcceptAsync(
            started -> started.ifPresent(running -> stop(name, running, close)),
            task -> begin("stop-" + name, task));
  }

  private static <S> void stop(String name, S running, Consumer<S> close) {
    long began = System.nanoTime();
    try {
      close.accept(running);
      LOG.info("Stopped {} in {} ms", name, millisSince(began));
    } catch (RuntimeException e) {
      LOG.warn("{} did not stop cleanly", name, e); // the others are to stop all the same
    }
  }

  private static long millisSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
  }

  private static void begin(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
