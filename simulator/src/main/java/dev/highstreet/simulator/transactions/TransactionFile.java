package dev.highstreet.simulator.transactions;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** A file of transactions, plain or gzipped, that is read once, row by row. */
public final class TransactionFile implements AutoCloseable {
  private final Path file;
  private final Columns columns;
  private final CloseableIterator<CsvRecord> records;
  private RowParser parser;
  private long line = 1;

  /** Takes what cannot be read as a row. */
  @FunctionalInterface
  public interface Rejects {
    /**
     * One rejected row.
     *
     * @param line where it starts in the file; the header is line 1
     * @param fields what it holds
     * @throws UnusableFileException to give up
     */
    void add(long line, List<String> fields, RejectedRowException why) throws UnusableFileException;
  }

  private TransactionFile(Path file, Columns columns, CloseableIterator<CsvRecord> records) {
    this.file = file;
    this.columns = columns;
    this.records = records;
  }

  /**
   * Opens a file, and finds its columns.
   *
   * @param zone the shop's time zone, which times are local to
   * @throws UnusableFileException if it cannot be read, holds no row, or its header lacks a column
   */
  public static TransactionFile open(Path file, Columns columns, ZoneId zone)
      throws UnusableFileException {
    if (Files.isDirectory(file)) {
      throw new UnusableFileException(
          "%s is a folder: give a .csv or .csv.gz file".formatted(file));
    }
    TransactionFile opened;
    try {
      opened = new TransactionFile(file, columns, records(file, columns));
    } catch (IOException e) {
      throw unreadable(file, columns, "", e);
    }
    try {
      opened.parser = new RowParser(opened.header(), columns, zone);
      return opened;
    } catch (UnusableFileException e) {
      opened.close();
      throw e;
    }
  }

  /** Rows of any width pass: each is judged, and rejected, by itself. */
  private static CloseableIterator<CsvRecord> records(Path file, Columns columns)
      throws IOException {
    return CsvReader.builder()
        .fieldSeparator(columns.separator())
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .ofCsvRecord(FileText.open(file, columns.encoding()))
        .iterator();
  }

  private Header header() throws UnusableFileException {
    try {
      if (!records.hasNext()) {
        throw new UnusableFileException("%s is empty: it needs a header and rows".formatted(file));
      }
      Header header = Header.find(file, columns, records.next().getFields());
      if (!records.hasNext()) {
        throw new UnusableFileException("%s holds a header but no rows".formatted(file));
      }
      return header;
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    } catch (CsvParseException e) {
      throw unreadable(e);
    }
  }

  /**
   * Reads all rows, in the order of the file.
   *
   * @param rows takes each row that says something
   * @param rejects takes the others
   * @return how many rows the file has, the rejected ones included
   * @throws UnusableFileException if the file cannot be read to its end, or rejects says so
   */
  public long read(Consumer<Row> rows, Rejects rejects) throws UnusableFileException {
    long read = 0;
    try {
      while (records.hasNext()) {
        CsvRecord row = records.next();
        line = row.getStartingLineNumber();
        read++;
        try {
          rows.accept(parser.parse(row.getFields()));
        } catch (RejectedRowException e) {
          rejects.add(line, row.getFields(), e);
        }
      }
      return read;
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    } catch (CsvParseException e) {
      throw unreadable(e);
    }
  }

  private UnusableFileException unreadable(Exception fault) {
    return unreadable(file, columns, line > 1 ? " after line " + line : "", fault);
  }

  private static UnusableFileException unreadable(
      Path file, Columns columns, String after, Exception fault) {
    String what =
        fault instanceof CharacterCodingException
            ? "it is not written in %s: name its encoding with --columns FILE, such as encoding=ISO-8859-1"
                .formatted(columns.encoding())
            : FileFault.describe(fault);
    return new UnusableFileException("cannot read %s%s: %s".formatted(file, after, what), fault);
  }

  @Override
  public void close() throws UnusableFileException {
    try {
      records.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
