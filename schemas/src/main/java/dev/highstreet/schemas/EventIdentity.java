package dev.highstreet.schemas;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;

/**
 * Gives an event the id that follows from its content: the first 16 bytes of the SHA-256 of its
 * bytes on the wire, taken while its id is all zeros. The same content has the same id in every run
 * and on every machine; a new version of a schema gives new ids. An instance belongs to one thread.
 */
public final class EventIdentity {
  private static final int ID_POSITION = 0; // every event starts with it: a rule of the contract
  private static final int ID_LENGTH = 16;

  private final EventEncoder encoder = new EventEncoder();
  private final MessageDigest digest;

  /** An identity-giver with buffers of its own. */
  public EventIdentity() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** An id of zeros, to build an event with before it is given its own. */
  public static EventId none() {
    return new EventId(new byte[ID_LENGTH]);
  }

  /** Replaces the event's id, whatever it is, and returns the event. */
  public <E extends SpecificRecord> E assign(E event) {
    event.put(ID_POSITION, none());
    byte[] hash = digest.digest(encoder.encode(event));
    event.put(ID_POSITION, new EventId(Arrays.copyOf(hash, ID_LENGTH)));
    return event;
  }
}
