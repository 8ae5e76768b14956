package dev.highstreet.dashboard.ledger;

import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The one account of what Kafka holds against what the job counted: pages show it, the strip asks
 * it whether events wait.
 */
public final class Ledger implements AutoCloseable {
  private final KafkaEnds ends;
  private final BalanceMeter meter;
  private final Clock clock;
  private final History history = new History();
  private final SideExits sideExits = new SideExits();

  /**
   * Connects to nothing yet.
   *
   * @param bootstrapServers of Kafka; it may be out of reach
   * @param clock the wall clock
   */
  public Ledger(Database database, String bootstrapServers, Clock clock) {
    this.ends = new KafkaEnds(bootstrapServers, clock);
    this.meter = new BalanceMeter(new LedgerQuery(database), () -> Panel.of(ends::read), clock);
    this.clock = clock;
  }

  /** The balance as it was at most a second ago; a problem where Postgres gives no counts. */
  public Panel<Reading> read() {
    return meter.read();
  }

  /** The newest balance for which Kafka answered; empty before the first. */
  public Optional<Balance> whole() {
    return meter.whole();
  }

  /** Remembers how things stand now; to be called every few seconds, whether or not one watches. */
  public void sample() {
    Panel<Reading> read = read();
    Optional<Balance> balance =
        read.problem() == null ? read.found().map(Reading::balance) : Optional.empty();
    if (read.problem() != null) {
      // without Postgres there is no balance, and nobody has asked Kafka
      var unused = Panel.of(ends::read);
    }
    Instant now = clock.instant();
    history.add(now, balance);
    balance.ifPresent(known -> sideExits.add(now, known));
  }

  /** The balance over the last five minutes. */
  public History history() {
    return history;
  }

  /** What left by the side, a minute, over the last hour. */
  public SideExits sideExits() {
    return sideExits;
  }

  /** Whether records wait in Kafka that the job has not counted. */
  public boolean eventsWait() {
    return meter.eventsWait();
  }

  /** That Kafka gives no answer, and since when; empty while it does. Asks nothing. */
  public Optional<Problem> silent() {
    return ends.silent();
  }

  @Override
  public void close() {
    ends.close();
  }
}
