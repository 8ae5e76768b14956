package dev.highstreet.simulator.truth;

import dev.highstreet.simulator.emit.StagedFolder;
import dev.highstreet.simulator.emit.parquet.ParquetTables;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The open day and the last few before it, and how they become folders. Days that are over wait for
 * each other, because several at once cost less than one by one, until there are enough of them, or
 * there is time. Belongs to the thread that writes.
 */
final class TruthDays {
  private static final int ENOUGH_DAYS = 8;
  private static final int ENOUGH_ROWS = 50_000;

  private final TruthFolder folder;
  private final List<LocalDate> waiting = new ArrayList<>();
  private ParquetTables tables;
  private LocalDate day;
  private int daysInTables;
  private boolean first;

  TruthDays(TruthFolder folder) {
    this.folder = folder;
  }

  /** Begins with a day, of which something may have been saved. */
  void begin(LocalDate begun, Map<String, Class<? extends Record>> notes) throws IOException {
    Files.createDirectories(folder.writing());
    tables = ParquetTables.open(folder.writtenDay(), folder.spill(), notes);
    first = folder.lastDay().isEmpty();
    day = begun;
    tables.read(part(day), folder.openDay(day));
  }

  private static int part(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }

  void add(Object[] rows, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      tables.add(part(day), rows[i]);
    }
  }

  /** The day is over, and the next one begins. */
  void nextDay() throws IOException {
    waiting.add(day);
    day = day.plusDays(1);
    daysInTables++;
    if (daysInTables >= ENOUGH_DAYS || tables.size() >= ENOUGH_ROWS) {
      writeWaiting();
      tables.clear(); // when, depends on the rows alone; so what DuckDB makes of them does, too
      daysInTables = 0;
    }
  }

  /** Writes the days that are over; the first has a file of every table, for queries to find. */
  void writeWaiting() throws IOException {
    for (LocalDate over : waiting) {
      StagedFolder staged = StagedFolder.begin(folder.day(over), folder.writtenDay());
      tables.write(part(over), first);
      staged.complete();
      StagedFolder.delete(folder.open());
      first = false;
    }
    waiting.clear();
  }

  /** Writes everything; what there is of the day that is open, in place of what was saved of it. */
  void save(Instant until) throws IOException {
    writeWaiting();
    if (!tables.isEmpty(part(day))) {
      StagedFolder staged = StagedFolder.begin(folder.openDay(day), folder.writtenDay());
      tables.write(part(day), first);
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
