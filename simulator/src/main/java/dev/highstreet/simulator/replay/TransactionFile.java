package dev.highstreet.simulator.replay;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads a file of transactions, plain or gzipped, whole. */
final class TransactionFile {
  private static final int BUFFER = 1 << 16;

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
        .detectBomHeader(true)
        .ofCsvRecord(unpacked(), options.columns().encoding());
  }

  /** Gzip is known by its first two bytes, and expected of a name that ends in .gz. */
  private InputStream unpacked() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    in.mark(2);
    boolean gzipped = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzipped || file.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
  }

  private ReplayException unreadable(Exception fault) {
    String after = line > 1 ? " after line " + line : "";
    return new ReplayException(
        "cannot read %s%s: %s".formatted(file, after, FileFault.describe(fault)), fault);
  }
}
