package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * A file that was read, and what is wrong with it, as far as that can be told from it alone.
 *
 * @param kind empty if its header is none of ours
 * @param rows below the header, as far as it was read
 * @param sha256 of all its bytes; empty if it was not read to its end
 * @param content what it holds; of a file with faults, nothing to rely on
 */
record CheckedFile(
    Optional<UploadKind> kind,
    long rows,
    Optional<byte[]> sha256,
    Faults faults,
    FileContent content) {
  /** The most rows of a file, below its header. */
  static final int MOST_ROWS = 100_000;

  CheckedFile {
    requireNonNull(kind, "kind is null");
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(faults, "faults is null");
    requireNonNull(content, "content is null");
  }

  /** A file of which nothing was read, and why. */
  static CheckedFile unread(String reason) {
    Faults faults = new Faults();
    faults.add(0, "", reason);
    return new CheckedFile(Optional.empty(), 0, Optional.empty(), faults, FileContent.NONE);
  }

  /**
   * Reads a file once, as a stream, and closes it.
   *
   * @throws IOException if it cannot be read; what is wrong with its content is among the faults
   */
  static CheckedFile read(InputStream content) throws IOException {
    MessageDigest digest = newDigest();
    Faults faults = new Faults();
    Optional<UploadKind> kind = Optional.empty();
    long count = 0;
    try (CsvFile csv = CsvFile.of(new DigestInputStream(content, digest))) {
      Header header = Header.of(csv.next());
      kind = Optional.of(header.kind());
      Rows rows = Rows.of(header, faults);
      for (CsvFile.Row row = csv.next(); row != null; row = csv.next()) {
        refuseIfTooMany(++count, row.line());
        if (row.cells().size() == header.columns().size()) {
          rows.add(row);
        } else {
          faults.add(
              row.line(),
              "",
              "%d cells, but the header has %d"
                  .formatted(row.cells().size(), header.columns().size()));
        }
      }
      if (count == 0) {
        throw new RefusedFile(0, "there are no rows below the header");
      }
      return new CheckedFile(kind, count, Optional.of(digest.digest()), faults, rows.end());
    } catch (RefusedFile e) {
      faults.add(e.line(), "", e.getMessage());
      return new CheckedFile(kind, count, Optional.empty(), faults, FileContent.NONE);
    }
  }

  private static void refuseIfTooMany(long count, long line) throws RefusedFile {
    if (count > MOST_ROWS) {
      throw new RefusedFile(
          line,
          "more than %,d rows: drop it in several files, or bring in history with ./highstreet backfill sales --files"
              .formatted(MOST_ROWS));
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
