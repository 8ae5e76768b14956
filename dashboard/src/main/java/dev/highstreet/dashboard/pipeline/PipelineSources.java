package dev.highstreet.dashboard.pipeline;

import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Panel;
import java.time.Clock;

/** What the Pipeline page measures, beside what it shows; the strip asks it whether events wait. */
public final class PipelineSources implements AutoCloseable {
  private final KafkaEnds ends;
  private final BalanceMeter meter;

  /**
   * Connects to nothing yet.
   *
   * @param bootstrapServers of Kafka; it may be out of reach
   * @param clock the wall clock
   */
  public PipelineSources(Database database, String bootstrapServers, Clock clock) {
    this.ends = new KafkaEnds(bootstrapServers);
    this.meter = new BalanceMeter(new PipelineQuery(database), () -> Panel.of(ends::read), clock);
  }

  BalanceMeter meter() {
    return meter;
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
