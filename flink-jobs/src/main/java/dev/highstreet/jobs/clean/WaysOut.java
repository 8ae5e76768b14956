package dev.highstreet.jobs.clean;

import dev.highstreet.jobs.event.Arrival;
import org.apache.flink.util.OutputTag;

/** The named ways by which records leave the main stream. Nothing leaves by another. */
public final class WaysOut {
  /** Sound revisions of products, stores and customers, on their way to the catalogue. */
  public static final OutputTag<Arrival> REVISIONS = new OutputTag<>("revisions") {};

  /** What was quarantined, whole records and single lines. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters") {};

  /** What was set aside because of its time. */
  public static final OutputTag<LateEvent> LATE_EVENTS = new OutputTag<>("late-events") {};

  private WaysOut() {}
}
