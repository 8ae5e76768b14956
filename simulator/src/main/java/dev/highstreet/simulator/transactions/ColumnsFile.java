package dev.highstreet.simulator.transactions;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Reads a mapping file: Java properties in UTF-8 that say what differs from {@link
 * Columns#onlineRetail}. Keys: {@code invoice}, {@code product}, {@code description}, {@code
 * quantity}, {@code time}, {@code price}, {@code customer}, {@code country}, {@code category} (each
 * a header; an empty value says that the file has no such column), {@code timeFormat}, {@code
 * encoding}, {@code separator} ({@code tab} or one character), {@code cancellation} (what the
 * numbers of cancellations start with; empty if the file has none).
 */
public final class ColumnsFile {
  private static final String TIME_FORMAT = "timeFormat";
  private static final String ENCODING = "encoding";
  private static final String SEPARATOR = "separator";
  private static final String CANCELLATION = "cancellation";

  private final Path file;
  private final Properties settings = new Properties();

  private ColumnsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a mapping file.
   *
   * @throws UnusableFileException if it cannot be read, or says something that makes no sense
   */
  public static Columns read(Path file) throws UnusableFileException {
    ColumnsFile mapping = new ColumnsFile(file);
    try (Reader text = Files.newBufferedReader(file)) {
      mapping.settings.load(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableFileException(
          "cannot read the columns file %s: %s".formatted(file, FileFault.describe(e)), e);
    }
    mapping.refuseUnknownKeys();
    return new Columns(
        mapping.headers(),
        mapping.timeFormat(),
        mapping.encoding(),
        mapping.separator(),
        mapping.cancellation());
  }

  private void refuseUnknownKeys() throws UnusableFileException {
    TreeSet<String> known = new TreeSet<>();
    for (Column column : Column.values()) {
      known.add(column.key());
    }
    known.add(TIME_FORMAT);
    known.add(ENCODING);
    known.add(SEPARATOR);
    known.add(CANCELLATION);
    for (String key : new TreeSet<>(settings.stringPropertyNames())) {
      if (!known.contains(key)) {
        throw new UnusableFileException(
            "columns file %s: unknown key '%s'; known are %s"
                .formatted(file, key, String.join(", ", known)));
      }
    }
  }

  private Map<Column, String> headers() throws UnusableFileException {
    Map<Column, String> headers = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      String header = settings.getProperty(column.key(), column.usualHeader()).strip();
      if (!header.isEmpty()) {
        headers.put(column, header);
      } else if (column.required()) {
        throw new UnusableFileException(
            "columns file %s: '%s' is empty, but no order can be read without that column"
                .formatted(file, column.key()));
      }
    }
    return headers;
  }

  private String timeFormat() throws UnusableFileException {
    String format = settings.getProperty(TIME_FORMAT, Columns.onlineRetail().timeFormat());
    try {
      ShopTimes unused = new ShopTimes(format, ZoneOffset.UTC);
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException(
          "columns file %s: timeFormat '%s' is no pattern like yyyy-MM-dd HH:mm:ss: %s"
              .formatted(file, format, e.getMessage()),
          e);
    }
    return format;
  }

  private Charset encoding() throws UnusableFileException {
    String name = settings.getProperty(ENCODING, Columns.onlineRetail().encoding().name());
    try {
      return Charset.forName(name.strip());
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException(
          "columns file %s: unknown encoding '%s'; try UTF-8 or ISO-8859-1".formatted(file, name),
          e);
    }
  }

  private String cancellation() {
    return settings.getProperty(CANCELLATION, Columns.onlineRetail().cancellation()).strip();
  }

  private char separator() throws UnusableFileException {
    String text = settings.getProperty(SEPARATOR, ",");
    if (text.equals("tab")) {
      return '\t';
    }
    if (text.length() != 1 || "\"\r\n".contains(text)) {
      throw new UnusableFileException(
          "columns file %s: separator '%s' is neither 'tab' nor one character that may stand in a line"
              .formatted(file, text));
    }
    return text.charAt(0);
  }
}
