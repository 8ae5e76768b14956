package dev.highstreet.jobs.event;

import static java.util.Objects.requireNonNull;

/**
 * One record read from a topic: a transaction, a revision, a tick of the shop's clock, or bytes
 * that are none of them. A record that does not decode travels on with what is wrong with it: it
 * must not fail the job, and it must not be lost.
 *
 * @param origin where it was read
 * @param key the record's key, or null
 * @param bytes the record's value as read, or null
 * @param eventId identity of the event; null when undecoded
 * @param occurredAt epoch milliseconds; meaningless when undecoded
 * @param receivedAt epoch milliseconds; meaningless when undecoded
 * @param transaction or null
 * @param revision or null
 * @param defect why it is no event of the contract; null when decoded
 */
public record Arrival(
    Origin origin,
    byte[] key,
    byte[] bytes,
    EventId eventId,
    long occurredAt,
    long receivedAt,
    Transaction transaction,
    Revision revision,
    Defect defect) {

  /**
   * Why bytes are no event.
   *
   * @param unknownSchema true for a schema that is not known, false for bytes that do not decode
   * @param detail what was found, and where
   */
  public record Defect(boolean unknownSchema, String detail) {}

  public Arrival {
    requireNonNull(origin, "origin is null");
  }

  /** A tick: carries time forward, and counts as nothing. */
  public boolean isTick() {
    return transaction == null && revision == null && defect == null;
  }
}
