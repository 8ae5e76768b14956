package dev.highstreet.jobs.source;

import static java.util.Objects.requireNonNull;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Arrival.Defect;
import dev.highstreet.jobs.event.EventId;
import dev.highstreet.jobs.event.Origin;
import dev.highstreet.jobs.event.Revision;
import dev.highstreet.jobs.event.Transaction;
import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.EventDecoder;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.Topic;
import dev.highstreet.schemas.WireException;
import dev.highstreet.schemas.WireException.Fault;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * Turns a record's bytes into an {@link Arrival}. Never throws for what the bytes hold: what is no
 * event arrives with a defect. Belongs to one thread.
 */
final class ArrivalDecoder {
  private final EventDecoder decoder = new EventDecoder();

  /** The arrival that the bytes make at this place. */
  Arrival decode(Origin origin, byte[] key, byte[] bytes) {
    SpecificRecord event;
    try {
      event = decoder.decode(bytes);
    } catch (WireException e) {
      return defect(origin, key, bytes, e.fault() == Fault.UNKNOWN_SCHEMA, e.getMessage());
    }
    if (!(event instanceof ClockTick) && !belongs(event, origin.topic())) {
      return defect(
          origin,
          key,
          bytes,
          false,
          "%s does not belong on topic %s".formatted(event.getSchema().getName(), origin.topic()));
    }
    return arrival(origin, key, bytes, event);
  }

  private static boolean belongs(SpecificRecord event, String topic) {
    return Topic.carriedBy(topic)
        .filter(Topic.SALES::contains)
        .flatMap(Topic::event)
        .map(type -> type.isInstance(event))
        .orElse(false);
  }

  private static Arrival defect(
      Origin origin, byte[] key, byte[] bytes, boolean unknownSchema, String detail) {
    return new Arrival(
        origin, key, bytes, null, 0, 0, null, null, new Defect(unknownSchema, detail));
  }

  private static Arrival arrival(Origin origin, byte[] key, byte[] bytes, SpecificRecord event) {
    if (event instanceof OrderPlaced order) {
      Transaction sale = Translation.sale(order);
      return new Arrival(
          origin,
          key,
          bytes,
          sale.eventId(),
          sale.occurredAt(),
          sale.receivedAt(),
          sale,
          null,
          null);
    }
    if (event instanceof OrderReturned returned) {
      Transaction back = Translation.takenBack(returned);
      return new Arrival(
          origin,
          key,
          bytes,
          back.eventId(),
          back.occurredAt(),
          back.receivedAt(),
          back,
          null,
          null);
    }
    if (event instanceof ProductRevised product) {
      return fact(
          origin,
          key,
          bytes,
          product.getEventId(),
          product.getOccurredAt(),
          product.getReceivedAt(),
          Revision.of(Translation.product(product)));
    }
    if (event instanceof StoreRevised store) {
      return fact(
          origin,
          key,
          bytes,
          store.getEventId(),
          store.getOccurredAt(),
          store.getReceivedAt(),
          Revision.of(Translation.store(store)));
    }
    if (event instanceof CustomerRevised customer) {
      return fact(
          origin,
          key,
          bytes,
          customer.getEventId(),
          customer.getOccurredAt(),
          customer.getReceivedAt(),
          Revision.of(Translation.customer(customer)));
    }
    ClockTick tick = (ClockTick) requireNonNull(event, "event is null");
    return fact(
        origin, key, bytes, tick.getEventId(), tick.getOccurredAt(), tick.getReceivedAt(), null);
  }

  private static Arrival fact(
      Origin origin,
      byte[] key,
      byte[] bytes,
      dev.highstreet.schemas.EventId id,
      Instant occurredAt,
      Instant receivedAt,
      Revision revision) {
    return new Arrival(
        origin,
        key,
        bytes,
        EventId.of(id.bytes()),
        occurredAt.toEpochMilli(),
        receivedAt.toEpochMilli(),
        null,
        revision,
        null);
  }
}
