package dev.highstreet.schemas;

/** The frame of Avro's single-object encoding (Avro specification, "Single-object encoding"). */
final class WireFormat {
  static final byte MARKER_0 = (byte) 0xC3;
  static final byte MARKER_1 = 0x01;

  /** Marker and fingerprint, in bytes. */
  static final int HEADER_LENGTH = 2 + Long.BYTES;

  private WireFormat() {}
}
