package dev.highstreet.simulator.replay;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.highstreet.simulator.transactions.FileFault;
import dev.highstreet.simulator.transactions.RejectReason;
import dev.highstreet.simulator.transactions.RejectedRowException;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Lists rejected rows in a CSV file: line number, reason, what is wrong, and the row as CSV again.
 * It is written even when nothing is rejected, so that it always tells of the last replay.
 */
final class RejectsFile implements AutoCloseable {
  private final Path file;
  private final CsvWriter out;
  private final Map<RejectReason, Long> counts = new EnumMap<>(RejectReason.class);

  private RejectsFile(Path file, CsvWriter out) {
    this.file = file;
    this.out = out;
  }

  /**
   * Makes the file, and the folder for it.
   *
   * @param source what the rows come from, which must be another file
   */
  static RejectsFile create(Path file, Path source) throws UnusableFileException {
    try {
      if (Files.exists(file) && Files.isSameFile(file, source)) {
        throw new UnusableFileException(
            "rejected rows would overwrite %s: name another file for them".formatted(source));
      }
      Files.createDirectories(file.toAbsolutePath().getParent());
      CsvWriter out = CsvWriter.builder().build(file);
      out.writeRecord("line", "reason", "detail", "row");
      return new RejectsFile(file, out);
    } catch (FileAlreadyExistsException e) {
      throw new UnusableFileException(
          "cannot write rejected rows to %s: %s is a file, not a folder"
              .formatted(file, e.getFile()),
          e);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  void add(long line, List<String> fields, RejectedRowException why) throws UnusableFileException {
    counts.merge(why.reason(), 1L, Long::sum);
    try {
      out.writeRecord(Long.toString(line), why.reason().name(), why.getMessage(), asCsv(fields));
    } catch (UncheckedIOException e) {
      throw unwritable(file, e.getCause());
    }
  }

  Map<RejectReason, Long> counts() {
    return counts;
  }

  private static String asCsv(List<String> fields) {
    StringWriter text = new StringWriter();
    try (CsvWriter row = CsvWriter.builder().build(text)) {
      row.writeRecord(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string does not fail
    }
    return text.toString().stripTrailing();
  }

  private static UnusableFileException unwritable(Path file, IOException fault) {
    return new UnusableFileException(
        "cannot write rejected rows to %s: %s".formatted(file, FileFault.describe(fault)), fault);
  }

  @Override
  public void close() throws UnusableFileException {
    try {
      out.close();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }
}
