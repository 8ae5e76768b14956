package dev.highstreet.cli.verify;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A file of transactions that was replayed, with the usual headers.
 *
 * @param path where it is
 * @param gzipped whether it is packed
 * @param headers its columns, in order
 * @param work where files are put that are deleted in the end
 */
record ReplayedFile(Path path, boolean gzipped, List<String> headers, Path work) implements Source {
  /** What answers are computed from; of the country nothing is. */
  static final List<String> NEEDED =
      List.of(
          "InvoiceNo",
          "StockCode",
          "Description",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID");

  ReplayedFile {
    headers = List.copyOf(headers);
  }

  /**
   * Looks at a file's first line.
   *
   * @throws CommandException if it cannot be read, or lacks a column
   */
  static ReplayedFile at(Path file, Path work) {
    if (Files.isDirectory(file)) {
      throw CommandException.usedWrongly(
          "%s is a folder: give the .csv or .csv.gz file that was replayed".formatted(file));
    }
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      boolean gzipped = isGzip(bytes);
      List<String> headers = headers(gzipped ? new GZIPInputStream(bytes) : bytes);
      refuseOther(file, headers);
      return new ReplayedFile(file.toAbsolutePath(), gzipped, headers, work);
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot read %s: %s".formatted(file, FileProblem.describe(e)), e);
    }
  }

  private static boolean isGzip(InputStream bytes) throws IOException {
    bytes.mark(2);
    byte[] first = bytes.readNBytes(2);
    bytes.reset();
    return Arrays.equals(first, new byte[] {0x1F, (byte) 0x8B});
  }

  private static List<String> headers(InputStream bytes) throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)).readLine();
    return Arrays.stream((line == null ? "" : line).split(",", -1))
        .map(header -> header.replace("\uFEFF", "").replace("\"", "").strip())
        .toList();
  }

  private static void refuseOther(Path file, List<String> headers) {
    List<String> missing = NEEDED.stream().filter(name -> !headers.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw CommandException.usedWrongly(
          "%s has no column '%s'; found: %s. The answer key reads the usual headers only, and verify knows no --columns: rename them in a copy, and replay and compare that"
              .formatted(file, String.join("', '", missing), String.join(", ", headers)));
    }
  }

  @Override
  public String named() {
    return path.toString();
  }

  @Override
  public KeyDatabase answers() throws SQLException {
    return FileDatabase.open(this);
  }
}
