package dev.highstreet.jobs.clean;

import dev.highstreet.jobs.event.EventId;
import dev.highstreet.jobs.event.Origin;

/**
 * An event that was set aside because of its time, whole, for a backfill to pick up.
 *
 * @param origin where the record was read
 * @param kind late by its fields, or behind the watermark
 * @param eventId identity of the event
 * @param occurredAt epoch milliseconds
 * @param receivedAt epoch milliseconds
 * @param bytes the record as read
 */
public record LateEvent(
    Origin origin, Kind kind, EventId eventId, long occurredAt, long receivedAt, byte[] bytes) {

  /** Why it was set aside. */
  public enum Kind {
    /** Received more than the allowed lateness after it occurred. */
    LATE,
    /** On time by its fields, but the watermark had passed it. */
    BEHIND
  }
}
