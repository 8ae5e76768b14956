package dev.highstreet.simulator.emit.parquet;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.StagedFolder;
import dev.highstreet.simulator.emit.WholeOrNothing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes a folder with a Parquet file a topic, such as {@code orders.parquet}, and one for the
 * lines in its events, such as {@code order_lines.parquet}: a column a field, instants in UTC,
 * money in micros. Each table has its file, if it is an empty one. The folder appears when the sink
 * is closed and nothing has failed.
 */
public final class ParquetEventSink implements EventSink {
  private static final int ALL = 0; // in one part
  private static final String PARQUET = "Parquet";

  private final ParquetTables tables;
  private final WholeOrNothing writing;

  private ParquetEventSink(ParquetTables tables, WholeOrNothing writing) {
    this.tables = tables;
    this.writing = writing;
  }

  /**
   * Begins a folder of such files.
   *
   * @param folder new, or empty
   * @throws EmitException if it holds something, or cannot be made, or DuckDB does not start
   */
  public static ParquetEventSink create(Path folder) {
    requireNonNull(folder, "folder is null");
    StagedFolder staged = StagedFolder.beginNew(folder);
    try {
      Path spill = staged.path().resolveSibling(staged.path().getFileName() + ".spill");
      ParquetTables tables = ParquetTables.open(staged.path(), spill, Map.of());
      return new ParquetEventSink(tables, new WholeOrNothing(PARQUET, folder, staged));
    } catch (IOException e) {
      throw WholeOrNothing.failure(PARQUET, folder, e);
    }
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    writing.write(() -> tables.add(ALL, event));
  }

  @Override
  public void tick(Instant shopTime) {}

  /** Does nothing: a Parquet file is written at its end. */
  @Override
  public void flush() {}

  @Override
  public void close() {
    writing.close(
        whole -> {
          try (tables) {
            if (whole) {
              tables.write(ALL, true);
            }
          }
        });
  }

  @Override
  public void abandon() {
    writing.abandon();
    close();
  }
}
