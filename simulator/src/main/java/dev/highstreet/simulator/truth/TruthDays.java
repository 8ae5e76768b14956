package dev.highstreet.simulator.truth;

import dev.highstreet.simulator.emit.StagedFolder;
import dev.highstreet.simulator.emit.parquet.ParquetTables;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The open day, and how it becomes a folder. Belongs to the thread that writes. */
final class TruthDays {
  private final TruthFolder folder;
  private ParquetTables tables;
  private boolean first;

  TruthDays(TruthFolder folder) {
    this.folder = folder;
  }

  /** Goes on with a day, of which something may have been saved. */
  void begin(LocalDate day, Map<String, Class<? extends Record>> records) throws IOException {
    Files.createDirectories(folder.writing());
    first = folder.lastDay().isEmpty();
    tables = ParquetTables.open(folder.writtenDay(), folder.spill(), records);
    tables.read(folder.openDay(day));
  }

  void add(Object[] rows, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      tables.add(rows[i]);
    }
  }

  /** The first day has a file of every table, so that whoever reads all days finds each. */
  void end(LocalDate day) throws IOException {
    StagedFolder staged = StagedFolder.begin(folder.day(day), folder.writtenDay());
    tables.write(first);
    staged.complete();
    StagedFolder.delete(folder.open());
    tables.clear();
    first = false;
  }

  /** Writes what there is of a day that is not over, in place of what was saved of it before. */
  void save(LocalDate day, Instant until) throws IOException {
    if (!tables.isEmpty()) {
      StagedFolder staged = StagedFolder.begin(folder.openDay(day), folder.writtenDay());
      tables.write(first);
      TruthFolder.writeUntil(staged.path(), until);
      staged.complete();
    }
  }

  void end() throws IOException {
    if (tables != null) {
      tables.close();
    }
    StagedFolder.delete(folder.writing());
  }
}
