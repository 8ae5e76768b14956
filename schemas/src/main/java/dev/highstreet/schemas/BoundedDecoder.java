package dev.highstreet.schemas;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Reads Avro binary from one record's bytes and never believes a length that the record cannot
 * hold. Avro's own decoder allocates what a length says before it looks for the bytes: one damaged
 * length of 2 GB takes the process down. It keeps no state from one record to the next.
 */
final class BoundedDecoder extends Decoder {
  private byte[] bytes = new byte[0];
  private int position;

  /** Starts on another record's body. */
  void reset(byte[] record, int start) {
    bytes = record;
    position = start;
  }

  /** Where the next read begins, as an offset into the record. */
  int position() {
    return position;
  }

  int remaining() {
    return bytes.length - position;
  }

  private int take(int length) throws EOFException {
    if (length > remaining()) {
      throw new EOFException(
          "needs %d bytes at offset %d, but only %d are left"
              .formatted(length, position, remaining()));
    }
    int start = position;
    position += length;
    return start;
  }

  private int length(String what) throws IOException {
    long length = readLong();
    if (length < 0 || length > remaining()) {
      throw new IOException(
          "%s of length %d at offset %d, but only %d bytes are left"
              .formatted(what, length, position, remaining()));
    }
    return (int) length;
  }

  @Override
  public void readNull() {}

  @Override
  public boolean readBoolean() throws IOException {
    byte value = bytes[take(1)];
    if (value != 0 && value != 1) {
      throw new IOException("boolean %d at offset %d".formatted(value, position - 1));
    }
    return value == 1;
  }

  @Override
  public int readInt() throws IOException {
    long value = readLong();
    if (value != (int) value) {
      throw new IOException("int %d at offset %d is out of range".formatted(value, position));
    }
    return (int) value;
  }

  @Override
  public long readLong() throws IOException {
    long raw = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = bytes[take(1)];
      raw |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return (raw >>> 1) ^ -(raw & 1);
      }
    }
    throw new IOException("number of more than 10 bytes at offset %d".formatted(position));
  }

  @Override
  public float readFloat() throws IOException {
    int at = take(Float.BYTES);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(at);
  }

  @Override
  public double readDouble() throws IOException {
    int at = take(Double.BYTES);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getDouble(at);
  }

  @Override
  public Utf8 readString(Utf8 old) throws IOException {
    int length = length("string");
    int at = take(length);
    byte[] copy = new byte[length];
    System.arraycopy(bytes, at, copy, 0, length);
    return new Utf8(copy);
  }

  @Override
  public String readString() throws IOException {
    int length = length("string");
    int at = take(length);
    return new String(bytes, at, length, StandardCharsets.UTF_8);
  }

  @Override
  public void skipString() throws IOException {
    take(length("string"));
  }

  @Override
  public ByteBuffer readBytes(ByteBuffer old) throws IOException {
    int length = length("bytes");
    int at = take(length);
    return ByteBuffer.wrap(Arrays.copyOfRange(bytes, at, at + length));
  }

  @Override
  public void skipBytes() throws IOException {
    take(length("bytes"));
  }

  @Override
  public void readFixed(byte[] target, int start, int length) throws IOException {
    System.arraycopy(bytes, take(length), target, start, length);
  }

  @Override
  public void skipFixed(int length) throws IOException {
    take(length);
  }

  @Override
  public int readEnum() throws IOException {
    return readInt();
  }

  @Override
  public long readArrayStart() throws IOException {
    return blockLength();
  }

  @Override
  public long arrayNext() throws IOException {
    return blockLength();
  }

  @Override
  public long skipArray() throws IOException {
    return skipBlocks();
  }

  @Override
  public long readMapStart() throws IOException {
    return blockLength();
  }

  @Override
  public long mapNext() throws IOException {
    return blockLength();
  }

  @Override
  public long skipMap() throws IOException {
    return skipBlocks();
  }

  @Override
  public int readIndex() throws IOException {
    int index = readInt();
    if (index < 0) {
      throw new AvroRuntimeException("union branch %d at offset %d".formatted(index, position));
    }
    return index;
  }

  /** Items take a byte each at least, so a block cannot hold more than the bytes that are left. */
  private long blockLength() throws IOException {
    long count = readLong();
    if (count < 0) {
      readLong(); // the block's size in bytes, of use only when skipping
      count = -count;
    }
    if (count < 0 || count > remaining()) {
      throw new IOException(
          "block of %d items at offset %d, but only %d bytes are left"
              .formatted(count, position, remaining()));
    }
    return count;
  }

  /** Skips blocks that carry their size; returns the items of the first one that does not. */
  private long skipBlocks() throws IOException {
    long count = readLong();
    while (count < 0) {
      take(length("block"));
      count = readLong();
    }
    if (count > remaining()) {
      throw new IOException("block of %d items at offset %d".formatted(count, position));
    }
    return count;
  }
}
