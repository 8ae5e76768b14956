package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in CSV (RFC 4180): UTF-8, with commas, and a line break after its last line, too. It is
 * read once, row by row; what is in memory of it at a time is bounded, whatever it holds. Empty
 * lines are passed over.
 */
final class CsvFile implements AutoCloseable {
  /** The most columns; a table of ours has fewer. */
  static final int MOST_COLUMNS = 64;

  /** The most characters of a cell. */
  static final int LONGEST_CELL = 2_000;

  private static final int BUFFER = 1 << 17; // characters; must hold a row
  private static final int LONGEST_ROW = 64_000;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final LastByte bytes;
  private final CloseableIterator<CsvRecord> records;
  private long line;

  private CsvFile(LastByte bytes, CloseableIterator<CsvRecord> records) {
    this.bytes = bytes;
    this.records = records;
  }

  /**
   * One of its rows; the header is one, too.
   *
   * @param line where it begins, from 1
   */
  record Row(long line, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  /** Begins to read; closing it closes the stream. */
  static CsvFile of(InputStream stream) {
    LastByte bytes = new LastByte(requireNonNull(stream, "stream is null"));
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowExtraFields(true) // each row is judged, and rejected, by itself
            .allowMissingFields(true)
            .maxBufferSize(BUFFER)
            .build(
                CsvRecordHandler.of(
                    bounds ->
                        bounds
                            .maxFields(MOST_COLUMNS)
                            .maxFieldSize(LONGEST_CELL)
                            .maxRecordSize(LONGEST_ROW)),
                new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
    return new CsvFile(bytes, reader.iterator());
  }

  /**
   * The next row; null after the last.
   *
   * @throws RefusedFile if what follows is no row within the bounds
   * @throws IOException if the stream cannot be read
   */
  Row next() throws RefusedFile, IOException {
    try {
      if (!records.hasNext()) {
        refuseIfCutOff();
        return null;
      }
      CsvRecord record = records.next();
      boolean first = line == 0;
      line = record.getStartingLineNumber();
      return new Row(line, first ? withoutMark(record.getFields()) : record.getFields());
    } catch (CsvParseException e) {
      throw refused(e);
    } catch (UncheckedIOException e) {
      throw refused(e);
    }
  }

  /** Spreadsheets put one in front of UTF-8. */
  private static List<String> withoutMark(List<String> cells) {
    String first = cells.get(0);
    if (first.isEmpty() || first.charAt(0) != BYTE_ORDER_MARK) {
      return cells;
    }
    List<String> plain = new ArrayList<>(cells);
    plain.set(0, first.substring(1));
    return plain;
  }

  /** Without the last line's end nobody knows whether it is whole: 2.5 may have been 2.55. */
  private void refuseIfCutOff() throws RefusedFile {
    if (line > 0 && bytes.last() != '\n' && bytes.last() != '\r') {
      throw new RefusedFile(
          line, "the last line has no end, so it may be cut off: end it with a line break");
    }
  }

  private RefusedFile refused(RuntimeException e) throws IOException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return new RefusedFile(
            line + 1, "here or soon after, the bytes are no UTF-8: save the file in that encoding");
      }
    }
    if (e instanceof UncheckedIOException unread) {
      throw unread.getCause();
    }
    return new RefusedFile(
        line + 1,
        "what begins here is no row of at most %d cells with at most %,d characters each"
            .formatted(MOST_COLUMNS, LONGEST_CELL));
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
