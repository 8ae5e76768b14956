package dev.highstreet.simulator.emit.fault;

import dev.highstreet.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * One event's way to the topics.
 *
 * @param event as it truly is
 * @param content as it will be on the wire
 */
record Journey(Topic topic, String key, SpecificRecord event, Fate fate, Altered content) {
  /** What others refer to: nobody may miss it, and it is never late or behind. */
  private static final Set<Topic> FACTS = EnumSet.of(Topic.PRODUCTS, Topic.STORES, Topic.CUSTOMERS);

  static boolean isFact(Topic topic) {
    return FACTS.contains(topic);
  }

  /** When the collector receives it: the time of its record. */
  long receivedAt() {
    return EventFields.receivedAt(event) + fate.delay();
  }

  /** The record. */
  Held first() {
    return held(receivedAt() + fate.displacement(), false);
  }

  /** Whether it is written twice. */
  boolean isRepeated() {
    return fate.again() > 0;
  }

  /** The record that is written again. */
  Held copy() {
    return held(receivedAt() + fate.displacement() + fate.again(), true);
  }

  private Held held(long due, boolean isCopy) {
    return new Held(due, EventFields.eventId(event), isCopy, topic, key, receivedAt(), content);
  }

  /** What befalls the event; empty for nothing out of the ordinary. */
  Set<FaultKind> kinds() {
    Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
    if (fate.delay() > Fate.MINUTE) {
      kinds.add(FaultKind.DELAYED);
    }
    if (fate.displacement() > 0) {
      kinds.add(FaultKind.DISORDERED);
    }
    if (isRepeated()) {
      kinds.add(FaultKind.REPEATED);
    }
    if (!content.detail().isEmpty()) {
      kinds.add(fate.alteration());
    }
    return kinds;
  }

  /** The whole of it, with what a correct pipeline makes of it. */
  InjectedFault fault() {
    long occurredAt = EventFields.occurredAt(event);
    long delay = isFact(topic) ? 0 : receivedAt() - occurredAt;
    long age = isFact(topic) ? 0 : copy().due() - occurredAt;
    return new InjectedFault(
        EventFields.eventId(event),
        topic,
        key,
        occurredAt,
        receivedAt(),
        kinds(),
        detail(),
        content.outcome(delay),
        content.reason(),
        content.line(),
        isRepeated() ? content.copyOutcome(delay, age) : null);
  }

  private String detail() {
    List<String> parts = new ArrayList<>();
    if (fate.delay() > 0) {
      parts.add("received %s after it occurred".formatted(Duration.ofMillis(fate.delay())));
    }
    if (fate.displacement() > 0) {
      parts.add("written %s after that".formatted(Duration.ofMillis(fate.displacement())));
    }
    if (!content.detail().isEmpty()) {
      parts.add(content.detail());
    }
    if (isRepeated()) {
      parts.add("written again after %s".formatted(Duration.ofMillis(fate.again())));
    }
    return String.join("; ", parts);
  }
}
