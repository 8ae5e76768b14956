package dev.highstreet.dashboard.ledger;

import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Panel;
import java.time.Clock;

/**
 * The one account of what Kafka holds against what the job counted: pages show it, the strip asks
 * it whether events wait.
 */
public final class Ledger implements AutoCloseable {
  private final KafkaEnds ends;
  private final BalanceMeter meter;

  /**
   * Connects to nothing yet.
   *
   * @param bootstrapServers of Kafka; it may be out of reach
   * @param clock the wall clock
   */
  public Ledger(Database database, String bootstrapServers, Clock clock) {
    this.ends = new KafkaEnds(bootstrapServers);
    this.meter = new BalanceMeter(new LedgerQuery(database), () -> Panel.of(ends::read), clock);
  }

  /** The balance as it was at most a second ago; a problem where Postgres gives no counts. */
  public Panel<Reading> read() {
    return meter.read();
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
