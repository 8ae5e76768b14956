package dev.highstreet.jobs.clean;

import static dev.highstreet.jobs.mart.ColumnValue.bigint;
import static dev.highstreet.jobs.mart.ColumnValue.bytea;
import static dev.highstreet.jobs.mart.ColumnValue.date;
import static dev.highstreet.jobs.mart.ColumnValue.integer;
import static dev.highstreet.jobs.mart.ColumnValue.text;
import static dev.highstreet.jobs.mart.ColumnValue.timestamptz;
import static dev.highstreet.jobs.mart.ColumnValue.uuid;

import dev.highstreet.jobs.mart.MartTable;
import java.time.Instant;
import java.time.ZoneId;

/** The tables of what left by the side. */
public final class SideTables {
  /** A row for each quarantined record or line. */
  public static final MartTable<DeadLetter> DEAD_LETTERS =
      MartTable.<DeadLetter>named("ops.dead_letters")
          .key("topic", text(letter -> letter.origin().topic()))
          .key("partition", integer(letter -> letter.origin().partition()))
          .key("offset", bigint(letter -> letter.origin().offset()))
          .key("line", integer(DeadLetter::line))
          .value("stage", text(letter -> letter.stage().name()))
          .value("reason", text(letter -> letter.reason().name()))
          .value("detail", text(DeadLetter::detail))
          .value(
              "event_id",
              uuid(
                  letter -> letter.eventId() == null ? null : letter.eventId().high(),
                  letter -> letter.eventId() == null ? null : letter.eventId().low()))
          .value("occurred_at", timestamptz(DeadLetter::occurredAt))
          .value("record_time", timestamptz(letter -> letter.origin().recordTime()))
          .value("key", bytea(DeadLetter::key))
          .value("bytes", bytea(DeadLetter::bytes))
          .build();

  private SideTables() {}

  /**
   * A row for each late or behind event.
   *
   * @param zone the business zone, which decides the day that it belongs to
   */
  public static MartTable<LateEvent> lateEvents(ZoneId zone) {
    return MartTable.<LateEvent>named("ops.late_events")
        .key("topic", text(event -> event.origin().topic()))
        .key("partition", integer(event -> event.origin().partition()))
        .key("offset", bigint(event -> event.origin().offset()))
        .value("kind", text(event -> event.kind().name()))
        .value("event_id", uuid(event -> event.eventId().high(), event -> event.eventId().low()))
        .value("occurred_at", timestamptz(LateEvent::occurredAt))
        .value("received_at", timestamptz(LateEvent::receivedAt))
        .value(
            "day",
            date(
                event ->
                    Instant.ofEpochMilli(event.occurredAt())
                        .atZone(zone)
                        .toLocalDate()
                        .toEpochDay()))
        .value("bytes", bytea(LateEvent::bytes))
        .build();
  }
}
