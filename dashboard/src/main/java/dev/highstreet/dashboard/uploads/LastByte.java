package dev.highstreet.dashboard.uploads;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that remembers which byte was read last. */
final class LastByte extends FilterInputStream {
  private int last = -1;

  LastByte(InputStream in) {
    super(in);
  }

  /** From 0 to 255; −1 if none was read. */
  int last() {
    return last;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    last = read < 0 ? last : read;
    return read;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    int read = super.read(to, from, length);
    last = read > 0 ? to[from + read - 1] & 0xff : last;
    return read;
  }
}
