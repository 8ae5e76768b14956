package dev.highstreet.simulator.batch;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * A folder of tables as events: {@code orders} with {@code order_lines}, {@code returns} with
 * {@code return_lines}, {@code products}, {@code stores} and {@code customers}, each a CSV file
 * (plain or gzipped) or a Parquet file, with the columns that {@code simulate --to parquet} and the
 * truth write. A folder of the truth itself will do, too. Tables that are not there have no events.
 */
public final class BatchFolder implements AutoCloseable {
  private final Path folder;
  private final ZoneId zone;
  private final Connection duckdb;
  private final Map<Topic, EventTable> tables = new EnumMap<>(Topic.class);

  private BatchFolder(Path folder, ZoneId zone, Connection duckdb) {
    this.folder = folder;
    this.zone = zone;
    this.duckdb = duckdb;
  }

  /**
   * Opens a folder, and checks every cell of its tables: what is handed over later is sound.
   *
   * @param zone the shop's: times without an offset are in it
   * @throws UnusableFileException if it is no folder, holds no orders and no returns, or a table
   *     cannot be used; the message names the file, the row, the column and the value
   */
  public static BatchFolder open(Path folder, ZoneId zone) throws UnusableFileException {
    requireNonNull(folder, "folder is null");
    if (!Files.isDirectory(folder)) {
      throw new UnusableFileException(
          "%s is no folder: name one with orders.csv or orders.parquet in it".formatted(folder));
    }
    BatchFolder batch = new BatchFolder(folder, zone, DuckDb.open(zone));
    try {
      for (Topic topic : Topic.SALES) {
        Optional<EventTable> table = EventTable.find(batch.duckdb, folder, topic);
        table.ifPresent(found -> batch.tables.put(topic, found));
      }
      if (!batch.tables.containsKey(Topic.ORDERS) && !batch.tables.containsKey(Topic.RETURNS)) {
        throw new UnusableFileException(
            "%s has neither orders nor returns: it wants orders.csv or orders.parquet, with order_lines beside it"
                .formatted(folder));
      }
      return batch;
    } catch (UnusableFileException | RuntimeException e) {
      batch.close();
      throw e;
    }
  }

  /** The topics whose events the folder holds. */
  public Set<Topic> topics() {
    return Set.copyOf(tables.keySet());
  }

  /**
   * The first and the last day on which an order or a return occurred.
   *
   * @throws UnusableFileException if there is none, or a file can no longer be read
   */
  public Days days() throws UnusableFileException {
    Optional<EventTable.Span> span = Optional.empty();
    for (Topic topic : Set.of(Topic.ORDERS, Topic.RETURNS)) {
      if (tables.containsKey(topic)) {
        Optional<EventTable.Span> own = tables.get(topic).span(duckdb);
        Optional<EventTable.Span> other = span;
        span = own.map(found -> other.map(found::with).orElse(found)).or(() -> other);
      }
    }
    EventTable.Span all =
        span.orElseThrow(
            () -> new UnusableFileException("%s holds no order and no return".formatted(folder)));
    return new Days(all.first().atZone(zone).toLocalDate(), all.last().atZone(zone).toLocalDate());
  }

  /** Days of the shop, both included. */
  public record Days(LocalDate first, LocalDate last) {}

  /**
   * Hands over every event of a topic, in the order of the keys.
   *
   * @throws UnusableFileException if a file can no longer be read
   */
  public void read(Topic topic, Consumer<SpecificRecord> events) throws UnusableFileException {
    EventTable table = tables.get(topic);
    if (table != null) {
      table.read(duckdb, events);
    }
  }

  @Override
  public void close() {
    try {
      duckdb.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not let go of " + folder, e);
    }
  }
}
