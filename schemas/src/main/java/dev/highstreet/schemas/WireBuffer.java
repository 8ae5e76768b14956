package dev.highstreet.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Avro binary, written into an array that grows and is used again for the next event. */
final class WireBuffer {
  private byte[] bytes = new byte[512];
  private int length;

  /** Forgets what was written. */
  void reset() {
    length = 0;
  }

  void writeBytes(byte[] value) {
    reserve(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
  }

  void writeByte(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  /** A variable-length zigzag number: Avro's int and long alike. */
  void writeLong(long value) {
    reserve(10);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  void writeDouble(double value) {
    reserve(Double.BYTES);
    long bits = Double.doubleToRawLongBits(value);
    for (int i = 0; i < Double.BYTES; i++) {
      bytes[length++] = (byte) (bits >>> (8 * i));
    }
  }

  void writeString(String value) {
    byte[] text = value.getBytes(UTF_8);
    writeLong(text.length);
    writeBytes(text);
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
