package dev.highstreet.simulator.transactions;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** The text of a file, plain or gzipped, with or without a byte order mark. */
final class FileText {
  private static final int BUFFER = 1 << 16;

  /** What a file may start with to say how it is encoded. */
  private enum ByteOrderMark {
    UTF_8("EFBBBF", StandardCharsets.UTF_8),
    UTF_16BE("FEFF", StandardCharsets.UTF_16BE),
    UTF_16LE("FFFE", StandardCharsets.UTF_16LE);

    private final String hex;
    private final Charset encoding;

    ByteOrderMark(String hex, Charset encoding) {
      this.hex = hex;
      this.encoding = encoding;
    }

    private byte[] bytes() {
      return HexFormat.of().parseHex(hex);
    }
  }

  private FileText() {}

  /**
   * Opens a file. Reading fails with a {@link java.nio.charset.CharacterCodingException} where its
   * bytes are no text in the encoding, instead of making up characters.
   *
   * @param encoding counts where no byte order mark names another
   */
  static Reader open(Path file, Charset encoding) throws IOException {
    InputStream bytes = new BufferedInputStream(unpacked(file), BUFFER);
    Charset said = encoding;
    for (ByteOrderMark mark : ByteOrderMark.values()) {
      if (startsWith(bytes, mark.bytes())) {
        bytes.skipNBytes(mark.bytes().length);
        said = mark.encoding;
        break;
      }
    }
    return new InputStreamReader(bytes, said.newDecoder());
  }

  /**
   * Gzip is known by its first two bytes, and expected of a name that ends in .gz; an empty file is
   * just that, whatever its name.
   */
  private static InputStream unpacked(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    boolean gzipped = startsWith(in, new byte[] {0x1F, (byte) 0x8B});
    boolean expected = file.toString().endsWith(".gz") && Files.size(file) > 0;
    return gzipped || expected ? new GZIPInputStream(in, BUFFER) : in;
  }

  private static boolean startsWith(InputStream in, byte[] start) throws IOException {
    in.mark(start.length);
    byte[] found = in.readNBytes(start.length);
    in.reset();
    return Arrays.equals(found, start);
  }
}
