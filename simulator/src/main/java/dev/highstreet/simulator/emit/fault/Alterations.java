package dev.highstreet.simulator.emit.fault;

import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.simulator.emit.fault.Altered.Flaw;
import org.apache.avro.specific.SpecificRecord;

/** Does to an event's content what its fate says. Keeps buffers, so it belongs to one thread. */
final class Alterations {
  private final EventEncoder encoder = new EventEncoder();
  private final CorruptBytes corruptBytes = new CorruptBytes();

  /** The event as it will be on the wire; the event itself is left alone. */
  Altered alter(SpecificRecord event, Fate fate) {
    if (fate.alteration() == null) {
      return Altered.untouched(event);
    }
    return switch (fate.alteration()) {
      case CORRUPTED -> corruptBytes.corrupt(encoder.encode(event), fate.details());
      case UNKNOWN_SCHEMA -> corruptBytes.ofUnknownSchema(encoder.encode(event), fate.details());
      case OLD_SCHEMA -> old(event);
      default -> invalid(event, fate);
    };
  }

  private Altered old(SpecificRecord event) {
    return encoder
        .encodeAsBefore(event)
        .map(bytes -> new Altered(null, bytes, Flaw.NONE, null, 0, "of the schema before"))
        .orElseGet(() -> Altered.untouched(event));
  }

  private Altered invalid(SpecificRecord event, Fate fate) {
    Altered broken = InvalidFields.invalid(event, fate.details());
    if (EventFields.receivedAt(broken.event()) == EventFields.receivedAt(event)) {
      return broken;
    }
    // as bytes: the record keeps the time at which it is truly received, whatever the event says
    return new Altered(
        null,
        encoder.encode(broken.event()),
        broken.flaw(),
        broken.reason(),
        broken.line(),
        broken.detail());
  }
}
