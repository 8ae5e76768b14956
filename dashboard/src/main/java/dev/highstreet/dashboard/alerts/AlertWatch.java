package dev.highstreet.dashboard.alerts;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.flink.Cluster;
import dev.highstreet.dashboard.ledger.Ledger;
import dev.highstreet.dashboard.reconciliation.Reconciliation;
import dev.highstreet.dashboard.shell.Panel;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every five seconds, whether or not a page is open: remembers the balance, decides what is
 * wrong, and tells the log and the webhook once when an alert begins and once when it ends.
 */
public final class AlertWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);
  private static final int EVERY_SECONDS = 5;

  private final Cluster cluster;
  private final Ledger ledger;
  private final Supplier<Panel<Optional<Reconciliation>>> reconciliation;
  private final Clock clock;
  private final AlertBoard board = new AlertBoard();
  private final Optional<AlertWebhook> webhook;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "dashboard-alerts");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Looks at nothing until it is started.
   *
   * @param clock the wall clock
   * @param webhook where alerts are posted to as JSON, if anywhere
   */
  public AlertWatch(
      Cluster cluster,
      Ledger ledger,
      Supplier<Panel<Optional<Reconciliation>>> reconciliation,
      Clock clock,
      Optional<WebhookAddress> webhook) {
    this.cluster = requireNonNull(cluster, "cluster is null");
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.reconciliation = requireNonNull(reconciliation, "reconciliation is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.webhook = webhook.map(AlertWebhook::new);
  }

  /** From now on it looks. */
  public void start() {
    var unused =
        looking.scheduleWithFixedDelay(this::lookAgain, 0, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** The alerts that stand. */
  public AlertBoard board() {
    return board;
  }

  private void lookAgain() {
    try {
      look();
    } catch (RuntimeException e) {
      // a throw would end the schedule, and with it all alerts for good
      LOG.error("Cannot tell whether there is anything to alert of", e);
    }
  }

  void look() {
    ledger.sample();
    Observation seen =
        new Observation(
            cluster.health(),
            ledger.read(),
            ledger.history().samples(),
            reconciliation.get(),
            clock.instant());
    board.update(seen.now(), AlertRules.broken(seen)).forEach(this::tell);
  }

  private void tell(AlertBoard.Change change) {
    if (change.begins()) {
      LOG.warn("Alert: {}. {}", change.alert().kind().title(), change.alert().words());
    } else {
      LOG.info("Alert ends: {}", change.alert().kind().title());
    }
    webhook.ifPresent(address -> address.send(AlertMessage.json(change)));
  }

  @Override
  public void close() {
    looking.shutdownNow();
    webhook.ifPresent(AlertWebhook::close);
  }
}
