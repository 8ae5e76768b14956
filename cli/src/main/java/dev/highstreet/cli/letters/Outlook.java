package dev.highstreet.cli.letters;

import dev.highstreet.schemas.Topic;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What the live job will make of an event that is sent now, if nothing else is wrong with it. */
enum Outlook {
  ON_TIME("on time: the live job counts it"),
  LATE("late by its own times: set aside, until backfill sales --late counts it"),
  BEHIND("behind, as time has gone on: set aside, until backfill sales --late counts it"),
  REPEATED("an event with its id was accepted before: it counts as repeated, and changes nothing"),
  REVISION("a revision: accepted whenever it comes, or repeated if it is known");

  private static final Set<Topic> REVISIONS =
      EnumSet.of(Topic.PRODUCTS, Topic.STORES, Topic.CUSTOMERS);

  private final String sentence;

  Outlook(String sentence) {
    this.sentence = sentence;
  }

  /**
   * By the rules of docs/contract.md, "What becomes of a record".
   *
   * @param accepted whether an event with its id is among the accepted ones
   */
  static Outlook of(
      Topic topic, Instant occurredAt, Instant receivedAt, LiveClock clock, boolean accepted) {
    if (REVISIONS.contains(topic)) {
      return REVISION;
    }
    if (clock.late(occurredAt, receivedAt)) {
      return LATE;
    }
    if (clock.behind(occurredAt)) {
      return BEHIND;
    }
    return accepted ? REPEATED : ON_TIME;
  }

  /** The same for people. */
  String sentence(LiveClock clock) {
    return clock.running() ? sentence : sentence + " (once a live job runs)";
  }
}
