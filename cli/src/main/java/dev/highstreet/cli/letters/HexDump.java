package dev.highstreet.cli.letters;

import java.util.ArrayList;
import java.util.List;

/** Bytes for people, as {@code hexdump -C} shows them: offset, hex, ASCII, sixteen to a line. */
final class HexDump {
  private static final int WIDTH = 16;

  private HexDump() {}

  /** The lines; the last one is the length. */
  static List<String> of(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < bytes.length; start += WIDTH) {
      lines.add(line(bytes, start));
    }
    lines.add("%08x".formatted(bytes.length));
    return lines;
  }

  private static String line(byte[] bytes, int start) {
    StringBuilder hex = new StringBuilder();
    StringBuilder ascii = new StringBuilder();
    for (int i = start; i < start + WIDTH; i++) {
      hex.append(i == start + WIDTH / 2 ? "  " : " ");
      if (i < bytes.length) {
        hex.append("%02x".formatted(bytes[i]));
        ascii.append(bytes[i] >= ' ' && bytes[i] <= '~' ? (char) bytes[i] : '.');
      } else {
        hex.append("  ");
      }
    }
    return "%08x %s  |%s|".formatted(start, hex, ascii);
  }
}
