package dev.highstreet.simulator.emit.fault;

import dev.highstreet.schemas.EventDecoder;
import dev.highstreet.schemas.WireException;
import dev.highstreet.simulator.emit.fault.Altered.Flaw;
import dev.highstreet.simulator.engine.RandomStream;
import java.util.Arrays;

/** Damages the bytes of sound events so that none of them decodes any more. */
final class CorruptBytes {
  private static final int MARKER = 2;
  private static final int HEADER = 10; // the marker, and the fingerprint of the schema

  private final EventDecoder decoder = new EventDecoder();

  /** Bytes that are no event. */
  Altered corrupt(byte[] sound, RandomStream random) {
    return switch (random.nextInt(4)) {
      case 0 -> cut(sound, random);
      case 1 -> garbled(sound, random);
      case 2 -> {
        byte[] bytes = sound.clone();
        bytes[random.nextInt(MARKER)] ^= (byte) (1 + random.nextInt(255));
        yield undecodable(bytes, "the marker is another");
      }
      default -> {
        byte[] bytes = Arrays.copyOf(sound, sound.length + 1 + random.nextInt(16));
        yield undecodable(bytes, "%d zero bytes at its end".formatted(bytes.length - sound.length));
      }
    };
  }

  /** Bytes of a schema that nobody knows. */
  Altered ofUnknownSchema(byte[] sound, RandomStream random) {
    byte[] bytes = sound.clone();
    long fingerprint = random.nextLong();
    for (int i = MARKER; i < HEADER; i++) {
      bytes[i] = (byte) (fingerprint >>> (8 * (i - MARKER)));
    }
    return new Altered(
        null, bytes, Flaw.RECORD, "UNKNOWN_SCHEMA", 0, "the fingerprint of its schema is another");
  }

  private static Altered cut(byte[] sound, RandomStream random) {
    int length = 1 + random.nextInt(sound.length - 1);
    return undecodable(
        Arrays.copyOf(sound, length),
        "only %d of its %d bytes are left".formatted(length, sound.length));
  }

  /** Eight bytes of the body overwritten. Now and then that makes another sound event: no good. */
  private Altered garbled(byte[] sound, RandomStream random) {
    byte[] bytes = sound.clone();
    int at = HEADER + random.nextInt(sound.length - HEADER - 7);
    for (int i = at; i < at + 8; i++) {
      bytes[i] = (byte) random.nextInt();
    }
    try {
      decoder.decode(bytes);
    } catch (WireException refused) {
      return undecodable(bytes, "8 bytes from offset %d on are others".formatted(at));
    }
    return cut(sound, random);
  }

  private static Altered undecodable(byte[] bytes, String detail) {
    return new Altered(null, bytes, Flaw.RECORD, "UNDECODABLE", 0, detail);
  }
}
