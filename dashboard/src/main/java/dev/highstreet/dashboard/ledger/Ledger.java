package dev.highstreet.dashboard.ledger;

import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Panel;
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

  /** Remembers how things stand now; to be called every few seconds, whether or not one watches. */
  public void sample() {
    Panel<Reading> read = read();
    Optional<Balance> balance =
        read.problem() == null ? read.found().map(Reading::balance) : Optional.empty();
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

  @Override
  public void close() {
    ends.close();
  }
}
