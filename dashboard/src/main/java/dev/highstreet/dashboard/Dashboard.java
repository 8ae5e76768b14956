package dev.highstreet.dashboard;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.access.Access;
import dev.highstreet.dashboard.alerts.Alert;
import dev.highstreet.dashboard.alerts.AlertBoard;
import dev.highstreet.dashboard.alerts.AlertWatch;
import dev.highstreet.dashboard.api.Api;
import dev.highstreet.dashboard.documentation.DocumentationPage;
import dev.highstreet.dashboard.flink.Cluster;
import dev.highstreet.dashboard.intake.CurrentTill;
import dev.highstreet.dashboard.intake.KafkaTill;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.intake.TracedTill;
import dev.highstreet.dashboard.ledger.Ledger;
import dev.highstreet.dashboard.monitoring.HealingRoutes;
import dev.highstreet.dashboard.monitoring.MonitoringPage;
import dev.highstreet.dashboard.monitoring.MonitoringSources;
import dev.highstreet.dashboard.pipeline.PipelinePage;
import dev.highstreet.dashboard.sales.SalesPage;
import dev.highstreet.dashboard.shell.Attention;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.ErrorPages;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Headers;
import dev.highstreet.dashboard.shell.LiveHub;
import dev.highstreet.dashboard.shell.LiveRoute;
import dev.highstreet.dashboard.shell.RateLimit;
import dev.highstreet.dashboard.shell.ScenarioSpan;
import dev.highstreet.dashboard.shell.Shell;
import dev.highstreet.dashboard.shell.Templates;
import dev.highstreet.dashboard.simulator.RealismPage;
import dev.highstreet.dashboard.simulator.SimulatorPage;
import dev.highstreet.dashboard.storefront.Storefront;
import dev.highstreet.dashboard.tasks.Tasks;
import dev.highstreet.dashboard.transactions.TransactionsPage;
import dev.highstreet.dashboard.uploads.Uploads;
import dev.highstreet.dashboard.webhook.Webhook;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The running dashboard: a web server over a read-only view of the marts. */
public final class Dashboard implements AutoCloseable {
  /** Bytes of a body that is read whole; what may be larger is read as it comes. */
  private static final long LARGEST_BODY = 1 << 20;

  private final Database database;
  private final Ledger ledger;
  private final AlertWatch watch;
  private final Tasks tasks;
  private final Access access;
  private final Webhook webhook;
  private final Uploads uploads;
  private final KafkaTill kafkaTill;
  private final TracedTill till;
  private final LiveHub hub = new LiveHub();
  private final Javalin server;

  private Dashboard(DashboardConfig config, Supplier<Operations> operations) {
    Clock clock = Clock.systemUTC();
    Templates templates = new Templates();
    database =
        Database.open(config.databaseUrl(), config.databaseUser(), config.databasePassword());
    ledger = new Ledger(database, config.kafka(), clock);
    Cluster cluster = new Cluster(config.flink(), clock);
    MonitoringSources sources = new MonitoringSources(database, clock);
    tasks = new Tasks(clock);
    watch = new AlertWatch(cluster, ledger, sources::reconciliation, clock, config.alerts());
    Shell shell =
        new Shell(
            database,
            new Format(config.zone()),
            clock,
            templates,
            config.flink(),
            ledger::eventsWait,
            () -> attention(sources, watch.board(), cluster));
    access =
        new Access(
            config.access(),
            shell,
            config.databaseUrl(),
            config.databaseUser(),
            config.databasePassword());
    Supplier<List<ScenarioSpan>> scenarios =
        () -> operations.get().simulator().map(shop -> shop.state().marks()).orElseGet(List::of);
    PipelinePage pipeline = new PipelinePage(shell, hub, ledger, cluster, scenarios);
    kafkaTill = new KafkaTill(config.kafka(), database, clock);
    CurrentTill current = new CurrentTill(() -> open(operations.get(), kafkaTill));
    till = new TracedTill(current, config.kafka(), clock);
    webhook =
        new Webhook(
            config.access().webhook(),
            access.changes(),
            () -> open(operations.get(), kafkaTill),
            clock,
            config.databaseUrl(),
            config.databaseUser(),
            config.databasePassword());
    uploads =
        new Uploads(
            config.uploads(),
            shell,
            access.changes(),
            () -> open(operations.get(), kafkaTill),
            config.databaseUrl(),
            config.databaseUser(),
            config.databasePassword());
    Api api = new Api(shell, access.changes(), till);
    Storefront storefront = new Storefront(shell, access.changes(), till);
    SalesPage sales = new SalesPage(shell, scenarios);
    TransactionsPage transactions = new TransactionsPage(shell);
    MonitoringPage monitoring =
        new MonitoringPage(
            shell,
            cluster,
            ledger,
            sources,
            watch.board(),
            new HealingRoutes(access.changes(), tasks, () -> operations.get().healing()));
    SimulatorPage simulator =
        new SimulatorPage(shell, access.changes(), () -> operations.get().simulator());
    RealismPage realism =
        new RealismPage(shell, access.changes(), tasks, () -> operations.get().realism());
    DocumentationPage documentation = new DocumentationPage(shell);
    LiveRoute live =
        new LiveRoute(
            hub,
            Map.ofEntries(
                Map.entry("pipeline", pipeline::live),
                Map.entry("dashboard", sales::live),
                Map.entry("transactions", transactions::live),
                Map.entry("monitoring", monitoring::live),
                Map.entry("storefront", storefront::live),
                Map.entry("order", storefront::liveOrder),
                Map.entry("simulator", simulator::live),
                Map.entry("uploads", uploads::live),
                Map.entry("realism", realism::live),
                Map.entry("documentation", documentation::live),
                Map.entry(LiveRoute.STILL, parameters -> List.of())),
            shell.liveParts());
    server =
        Javalin.create(
            server -> {
              quiet(server);
              server.fileRenderer(templates);
              server.routes.before(Headers::add);
              access.serve(server.routes);
              shell.assets().serve(server.routes);
              pipeline.serve(server.routes);
              sales.serve(server.routes);
              transactions.serve(server.routes);
              monitoring.serve(server.routes);
              simulator.serve(server.routes);
              uploads.serve(server.routes);
              realism.serve(server.routes);
              documentation.serve(server.routes);
              webhook.serve(server.routes);
              storefront.serve(server.routes);
              api.serve(server.routes);
              server.routes.get("/live", live::open);
              new ErrorPages(shell).serve(server.routes);
            });
  }

  /**
   * Starts the server and returns once it answers. The database, Kafka and Flink need not be there:
   * the pages say which is missing, and recover by themselves.
   *
   * @param operations what the pages can set in motion, asked each time
   * @throws io.javalin.util.JavalinBindException if the port is taken or the address is not ours
   */
  public static Dashboard start(DashboardConfig config, Supplier<Operations> operations) {
    requireNonNull(config, "config is null");
    requireNonNull(operations, "operations is null");
    Dashboard dashboard = new Dashboard(config, operations);
    try {
      dashboard.server.start(config.host(), config.port());
    } catch (RuntimeException e) {
      dashboard.close();
      throw e;
    }
    dashboard.watch.start();
    dashboard.uploads.start();
    return dashboard;
  }

  /** The simulated shop's till; Kafka, where it is known that no shop feeds the topics. */
  private static Optional<Till> open(Operations operations, Till kafka) {
    return operations
        .till()
        .or(() -> operations.ordersGoToKafka() ? Optional.of(kafka) : Optional.empty());
  }

  private Attention attention(MonitoringSources sources, AlertBoard board, Cluster cluster) {
    return new Attention(
        sources.lateDaysReady(),
        board.standing().stream().map(Alert::words).toList(),
        Stream.of(database.silent(), ledger.silent(), cluster.silent())
            .flatMap(Optional::stream)
            .toList());
  }

  private static void quiet(JavalinConfig server) {
    server.startup.showJavalinBanner = false;
    server.startup.showOldJavalinVersionWarning = false;
    server.startup.startupWatcherEnabled = false;
    server.http.maxRequestSize = LARGEST_BODY;
    // a form with a file, which goes to disk as it comes; an upload is bound before it is read
    server.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    server.jetty.multipartConfig.maxTotalRequestSize(65, SizeUnit.MB);
    server.registerPlugin(RateLimit.plugin());
    server.http.defaultContentType = "text/html; charset=utf-8";
  }

  /** The routes there are, as {@code METHOD /path}. */
  List<String> routes() {
    return server.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
        .toList();
  }

  /** The port it answers on. */
  public int port() {
    return server.port();
  }

  /** Ends all open pages' streams, then the server and its connections. */
  @Override
  public void close() {
    hub.close();
    server.stop();
    watch.close();
    uploads.close();
    tasks.close();
    ledger.close();
    webhook.close();
    access.close();
    till.close();
    kafkaTill.close();
    database.close();
  }
}
