package dev.highstreet.dashboard.uploads;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that fails where it ends too soon: Java's HTTP client takes a connection that breaks off
 * for the end of what it reads.
 */
final class WholeObject extends FilterInputStream {
  private final long bytes;
  private long read;

  /**
   * Nothing is read yet.
   *
   * @param bytes how many there must be
   */
  WholeObject(InputStream in, long bytes) {
    super(in);
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? next : 1);
    return next;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    int got = super.read(to, from, length);
    count(got);
    return got;
  }

  private void count(int got) throws EOFException {
    if (got > 0) {
      read += got;
    } else if (got < 0 && read < bytes) {
      throw new EOFException("it broke off after %,d of %,d bytes".formatted(read, bytes));
    }
  }
}
