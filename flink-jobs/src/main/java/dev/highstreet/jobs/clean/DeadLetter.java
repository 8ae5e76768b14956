package dev.highstreet.jobs.clean;

import dev.highstreet.jobs.event.EventId;
import dev.highstreet.jobs.event.Origin;

/**
 * A record, or one line of it, that was quarantined.
 *
 * @param origin where the record was read
 * @param line the faulty line's number; 0 for the whole record
 * @param stage where in the pipeline it was found
 * @param reason the contract's code
 * @param detail a sentence that names the value found and the bound
 * @param eventId or null when undecoded
 * @param occurredAt epoch milliseconds, or null when undecoded
 * @param key the record's key, or null; one of more than {@link Quarantine#SHORT_KEY} bytes on the
 *     first letter of its record only
 * @param bytes the record as read, on the first letter of its record only: an order of a thousand
 *     faulty lines must not be kept a thousand times; null otherwise
 */
public record DeadLetter(
    Origin origin,
    int line,
    Fault.Stage stage,
    Reason reason,
    String detail,
    EventId eventId,
    Long occurredAt,
    byte[] key,
    byte[] bytes) {}
