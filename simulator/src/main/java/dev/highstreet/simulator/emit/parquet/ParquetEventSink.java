package dev.highstreet.simulator.emit.parquet;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.StagedFolder;
import dev.highstreet.simulator.emit.WriteFault;
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

  private final Path folder;
  private final StagedFolder staged;
  private final ParquetTables tables;
  private boolean failed;
  private boolean closed;

  private ParquetEventSink(Path folder, StagedFolder staged, ParquetTables tables) {
    this.folder = folder;
    this.staged = staged;
    this.tables = tables;
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
      return new ParquetEventSink(folder, staged, tables);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    try {
      tables.add(ALL, event);
    } catch (IOException e) {
      failed = true;
      throw failure(folder, e);
    }
  }

  @Override
  public void tick(Instant shopTime) {}

  /** Does nothing: a Parquet file is written at its end. */
  @Override
  public void flush() {}

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      try (tables) {
        if (!failed) {
          tables.write(ALL, true);
        }
      }
      if (!failed) {
        staged.complete();
      }
    } catch (IOException e) {
      if (!failed) {
        failed = true;
        throw failure(folder, e);
      } // else it has been told
    } finally {
      abandonIfFailed();
    }
  }

  private void abandonIfFailed() {
    if (failed) {
      try {
        staged.abandon();
      } catch (IOException e) {
        throw failure(folder, e);
      }
    }
  }

  private static EmitException failure(Path folder, IOException e) {
    return new EmitException(
        "cannot write Parquet to %s: %s".formatted(folder, WriteFault.describe(e)), e);
  }
}
