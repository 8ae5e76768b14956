package dev.highstreet.schemas.inspect;

import dev.highstreet.schemas.WireReading;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Bytes for people, as {@code hexdump -C} shows them: offset, hex, ASCII, sixteen to a line. */
public final class HexDump {
  private static final int WIDTH = 16;

  /** Bytes of the frame's marker, and of marker and fingerprint. */
  private static final int MARKER = 2;

  private static final int FRAME = MARKER + Long.BYTES;

  private HexDump() {}

  /** The lines; the last one is the length. */
  public static List<String> of(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < bytes.length; start += WIDTH) {
      lines.add(line(bytes, start));
    }
    lines.add("%08x".formatted(bytes.length));
    return lines;
  }

  /** What a byte is of, where that is known. */
  public enum Mark {
    /** The marker of the frame. */
    MARKER,
    /** The schema's fingerprint. */
    FINGERPRINT,
    /** Where reading stopped. */
    FAULTY,
    /** Anything else. */
    PLAIN
  }

  /**
   * Bytes of a row that follow one another and have the same mark.
   *
   * @param gap what stands before them, spaces
   * @param hex two digits each, a space between
   */
  public record Piece(String gap, String hex, Mark mark) {}

  /**
   * Sixteen bytes, or the last ones.
   *
   * @param offset of the first, four hexadecimal digits or more
   * @param gap spaces up to the ASCII
   * @param ascii a dot for whatever is not visible
   */
  public record Row(String offset, List<Piece> pieces, String gap, String ascii) {
    public Row {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * The rows of the first bytes, each byte with what it is of.
   *
   * @param reading of the same bytes
   * @param atMost bytes to show
   */
  public static List<Row> rows(byte[] bytes, WireReading reading, int atMost) {
    int shown = Math.min(bytes.length, atMost);
    List<Row> rows = new ArrayList<>();
    for (int start = 0; start < shown; start += WIDTH) {
      rows.add(row(bytes, start, Math.min(shown, start + WIDTH), reading));
    }
    return rows;
  }

  private static Row row(byte[] bytes, int start, int end, WireReading reading) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder ascii = new StringBuilder();
    int from = start;
    for (int i = start; i < end; i++) {
      ascii.append(visible(bytes[i]));
      boolean middle = i + 1 == start + WIDTH / 2;
      if (i + 1 == end || middle || mark(i, reading) != mark(i + 1, reading)) {
        String gap = from == start ? "" : from == start + WIDTH / 2 ? "  " : " ";
        pieces.add(new Piece(gap, hex(bytes, from, i + 1), mark(i, reading)));
        from = i + 1;
      }
    }
    int missing = start + WIDTH - end;
    // three columns a byte, and one more for the gap in the middle if that is missing, too
    String gap = " ".repeat(2 + 3 * missing + (missing >= WIDTH / 2 ? 1 : 0));
    return new Row("%04x".formatted(start), pieces, gap, ascii.toString());
  }

  private static Mark mark(int at, WireReading reading) {
    if (reading.faulty().filter(span -> at >= span.from() && at < span.to()).isPresent()) {
      return Mark.FAULTY;
    }
    if (reading.fingerprint().isEmpty() || at >= FRAME) {
      return Mark.PLAIN;
    }
    return at < MARKER ? Mark.MARKER : Mark.FINGERPRINT;
  }

  private static String hex(byte[] bytes, int from, int to) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes, from, to);
  }

  private static char visible(byte character) {
    return character >= ' ' && character <= '~' ? (char) character : '.';
  }

  private static String line(byte[] bytes, int start) {
    StringBuilder hex = new StringBuilder();
    StringBuilder ascii = new StringBuilder();
    for (int i = start; i < start + WIDTH; i++) {
      hex.append(i == start + WIDTH / 2 ? "  " : " ");
      if (i < bytes.length) {
        hex.append("%02x".formatted(bytes[i]));
        ascii.append(visible(bytes[i]));
      } else {
        hex.append("  ");
      }
    }
    return "%08x %s  |%s|".formatted(start, hex, ascii);
  }
}
