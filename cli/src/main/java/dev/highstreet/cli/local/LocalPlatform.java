package dev.highstreet.cli.local;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.dashboard.AlertEnvironment;
import dev.highstreet.dashboard.Dashboard;
import dev.highstreet.dashboard.DashboardConfig;
import dev.highstreet.dashboard.Operations;
import dev.highstreet.dashboard.UploadEnvironment;
import dev.highstreet.dashboard.alerts.WebhookAddress;
import dev.highstreet.dashboard.uploads.UploadPlaces;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.platform.FlinkRestException;
import dev.highstreet.platform.PlatformException;
import dev.highstreet.platform.Topics;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform that this process runs: servers that are not elsewhere, and the dashboard. A signal
 * (Ctrl-C, SIGTERM) stops it within five seconds.
 */
public final class LocalPlatform implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalPlatform.class);
  private static final String LOOPBACK = "127.0.0.1";

  private final Surroundings surroundings;
  private final DataDirectory.Lock lock;
  private final Servers servers;
  private final Thread starter = Thread.currentThread();
  private String signIn = "";
  private Optional<Dashboard> dashboard = Optional.empty();
  private Optional<Admin> kafka = Optional.empty();
  private Optional<Addresses> addresses = Optional.empty();
  private volatile Operations operations = Operations.NONE;
  private volatile Runnable beforeStop = () -> {};
  private volatile boolean signalled;
  private volatile boolean closing;
  private volatile boolean closed;

  private LocalPlatform(Surroundings surroundings, DataDirectory.Lock lock, Servers servers) {
    this.surroundings = surroundings;
    this.lock = lock;
    this.servers = servers;
  }

  /** Whether a platform goes on from the data that is there. */
  public enum Beginning {
    /** What an earlier platform left is removed first; servers elsewhere keep what they hold. */
    AFRESH,
    /** What an earlier platform left is kept and used. */
    FROM_KEPT_DATA
  }

  /**
   * Starts what is not elsewhere, creates missing topics, applies migrations, and serves the pages.
   *
   * @param lock on the data directory; given back when the platform stops
   * @throws CommandException if a server does not start or answer, or memory is short
   */
  public static LocalPlatform start(
      Surroundings surroundings,
      PlatformOptions options,
      DataDirectory.Lock lock,
      Beginning beginning) {
    options.validate();
    Elsewhere elsewhere = options.servers().elsewhere(surroundings);
    UploadPlaces uploads = uploads(surroundings, lock.directory());
    int slots = 2 * options.jobs().parallelism(); // a live job, and a bounded one beside it
    if (!elsewhere.everything()) {
      surroundings.memory().refuseIfTooLittle();
    }
    lock.stopOrphans(); // whose ports are free then
    if (beginning == Beginning.AFRESH) {
      lock.clear();
      if (!elsewhere.nothing()) {
        surroundings.err().println("Servers elsewhere keep what they hold.");
      }
    }
    surroundings.err().println("Starting the platform …");
    PortChoice ports = new PortChoice(surroundings);
    int dashboardPort = ports.of("the dashboard", options.ports().dashboard);
    LocalPlatform platform =
        new LocalPlatform(
            surroundings,
            lock,
            Servers.begin(elsewhere, lock.directory(), ports, options.ports(), slots));
    Runtime.getRuntime().addShutdownHook(new Thread(platform::stopOnSignal, "stop-on-signal"));
    try {
      platform.open(options.jobs().zone(), dashboardPort, uploads, elsewhere.databases().isEmpty());
    } catch (RuntimeException e) {
      platform.close();
      throw explained(e);
    }
    return platform;
  }

  private static RuntimeException explained(RuntimeException e) {
    return e instanceof PlatformException ? CommandException.usedWrongly(e.getMessage(), e) : e;
  }

  private void open(ZoneId zone, int port, UploadPlaces uploads, boolean embeddedDatabase) {
    OperatorToken operator = OperatorToken.of(surroundings, data());
    signIn = operator.asText();
    servers.await();
    Topics.create(servers.bootstrapServers());
    kafka = Optional.of(Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers())));
    Databases databases = servers.databases();
    if (!embeddedDatabase) {
      ExternalDatabase.prepare(databases);
    }
    URI flink = servers.flink();
    try {
      String unused = FlinkRest.at(flink).version();
    } catch (FlinkRestException e) {
      throw CommandException.usedWrongly(e.getMessage(), e);
    }
    Dashboard pages =
        Dashboard.start(
            new DashboardConfig(
                LOOPBACK,
                port,
                databases.reader().url(),
                databases.reader().user(),
                databases.reader().password(),
                servers.bootstrapServers(),
                flink,
                zone,
                operator.rules(),
                alertsWebhook(surroundings),
                Optional.of(uploads)),
            () -> operations);
    dashboard = Optional.of(pages);
    Addresses open =
        new Addresses(
            URI.create("http://%s:%d".formatted(LOOPBACK, pages.port())),
            flink,
            servers.bootstrapServers(),
            databases.url());
    addresses = Optional.of(open);
    lock.announce(new RunningPlatform(ProcessHandle.current().pid(), open, embeddedDatabase));
  }

  /** A line a part, the dashboard first, and how to sign in there. */
  public String asText() {
    return addresses().asText() + signIn;
  }

  private static Optional<WebhookAddress> alertsWebhook(Surroundings surroundings) {
    try {
      return AlertEnvironment.read(
          surroundings
              .variable(AlertEnvironment.WEBHOOK)
              .map(address -> Map.of(AlertEnvironment.WEBHOOK, address))
              .orElse(Map.of()));
    } catch (IllegalArgumentException e) {
      throw CommandException.usedWrongly(e.getMessage(), e);
    }
  }

  private static UploadPlaces uploads(Surroundings surroundings, DataDirectory data) {
    try {
      return UploadEnvironment.read(surroundings.environment(), data.uploads());
    } catch (IllegalArgumentException e) {
      throw CommandException.usedWrongly(e.getMessage(), e);
    }
  }

  /** Where its parts answer. */
  public Addresses addresses() {
    return addresses.orElseThrow();
  }

  /** Where its data is. */
  public DataDirectory data() {
    return lock.directory();
  }

  /** Its database. */
  public Databases databases() {
    return servers.databases();
  }

  /** Which database it is, whatever port an embedded one has this time. */
  public String databaseName() {
    return servers.databaseIsHere() ? RunningPlatform.EMBEDDED : databases().url();
  }

  /** Its Kafka; open for as long as the platform is. */
  public Admin kafka() {
    return kafka.orElseThrow();
  }

  /** Its Flink. */
  public FlinkRest flink() {
    return FlinkRest.at(addresses().flink());
  }

  /** Whether all servers are embedded: nobody else can run jobs on their data. */
  public boolean isAlone() {
    return servers.allHere();
  }

  /** Whether Flink is embedded: its jobs end with this process. */
  public boolean flinkIsHere() {
    return servers.flinkIsHere();
  }

  /** Whether a signal has come: {@link #beforeStop} has the say then. */
  public boolean isSignalled() {
    return signalled;
  }

  /** The embedded Postgres' processes; empty if Postgres is elsewhere. */
  public Optional<ProcessHandle> postmaster() {
    return servers.postmaster();
  }

  /** What to do on a signal, before anything stops; it has about two seconds. */
  public void beforeStop(Runnable action) {
    beforeStop = requireNonNull(action, "action is null");
  }

  /** Offers on the pages what they can set in motion from now on. */
  public void offer(Operations these) {
    operations = requireNonNull(these, "these is null");
  }

  /** Stops everything. Once a signal has come this does not return: the process is ending. */
  @Override
  public void close() {
    closing = true;
    while (signalled) {
      LockSupport.park();
      boolean unused = Thread.interrupted(); // with it, park returns at once
    }
    stop();
  }

  private synchronized void stop() {
    if (closed) {
      return;
    }
    dashboard.ifPresent(LocalPlatform::close);
    kafka.ifPresent(admin -> admin.close(Duration.ZERO));
    servers.close();
    lock.close();
    closed = true;
  }

  private static void close(Dashboard pages) {
    try {
      pages.close();
    } catch (RuntimeException e) {
      LOG.warn("The dashboard did not stop cleanly", e);
    }
  }

  private void stopOnSignal() {
    if (closed) {
      return;
    }
    signalled = true;
    surroundings.err().println();
    surroundings.err().println("Stopping …");
    if (closing) {
      OnSignal.stop(this::stop, servers::postmaster); // waits until it has closed
      return;
    }
    starter.interrupt();
    OnSignal.stop(
        () -> {
          beforeStop.run();
          stop();
        },
        servers::postmaster);
  }
}
