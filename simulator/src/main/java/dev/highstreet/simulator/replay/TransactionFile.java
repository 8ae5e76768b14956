package dev.highstreet.simulator.replay;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a file of transactions, plain or gzipped, whole. */
final class TransactionFile {
  private final ReplayOptions options;
  private final Path file;
  private long line = 1;

  private TransactionFile(ReplayOptions options) {
    this.options = options;
    this.file = options.file();
  }

  /**
   * Reads every row; those that cannot become part of an event go to the rejects file.
   *
   * @throws ReplayException if the file cannot be read, or not one row is left
   */
  static Transactions read(ReplayOptions options) throws ReplayException {
    if (Files.isDirectory(options.file())) {
      throw new ReplayException(
          "%s is a folder: give a .csv or .csv.gz file".formatted(options.file()));
    }
    return new TransactionFile(options).read();
  }

  private Transactions read() throws ReplayException {
    try (CsvReader<CsvRecord> csv = open();
        CloseableIterator<CsvRecord> records = csv.iterator()) {
      if (!records.hasNext()) {
        throw new ReplayException("%s is empty: it needs a header and rows".formatted(file));
      }
      Header header = Header.find(file, options.columns(), records.next().getFields());
      if (!records.hasNext()) {
        throw new ReplayException("%s holds a header but no rows".formatted(file));
      }
      return rows(header, records);
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    } catch (CsvParseException | IOException e) {
      throw unreadable(e);
    }
  }

  private Transactions rows(Header header, CloseableIterator<CsvRecord> records)
      throws ReplayException {
    RowParser parser = new RowParser(header, options.columns(), options.zone());
    List<Row> rows = new ArrayList<>();
    long read = 0;
    try (RejectsFile rejects = RejectsFile.create(options.rejectsFile(), file)) {
      while (records.hasNext()) {
        CsvRecord row = records.next();
        line = row.getStartingLineNumber();
        read++;
        try {
          rows.add(parser.parse(row.getFields()));
        } catch (RejectedRowException e) {
          rejects.add(line, row.getFields(), e);
        }
      }
      if (rows.isEmpty()) {
        throw new ReplayException(
            "none of the %d rows of %s can become an event: see %s"
                .formatted(read, file, options.rejectsFile()));
      }
      return new Transactions(rows, read, rejects.counts());
    }
  }

  /** Rows of any width pass: each is judged, and rejected, by itself. */
  private CsvReader<CsvRecord> open() throws IOException {
    return CsvReader.builder()
        .fieldSeparator(options.columns().separator())
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .ofCsvRecord(FileText.open(file, options.columns().encoding()));
  }

  private ReplayException unreadable(Exception fault) {
    String after = line > 1 ? " after line " + line : "";
    String what =
        fault instanceof CharacterCodingException
            ? "it is not written in %s: name its encoding with --columns FILE, such as encoding=ISO-8859-1"
                .formatted(options.columns().encoding())
            : FileFault.describe(fault);
    return new ReplayException("cannot read %s%s: %s".formatted(file, after, what), fault);
  }
}
