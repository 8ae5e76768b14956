package dev.highstreet.cli.sales;

/**
 * What a run did with the records of one topic.
 *
 * @param accepted events on which everything else is built
 * @param quarantined events kept aside with a reason
 * @param repeated copies of an event accepted before
 * @param late events received more than the allowed lateness after they occurred
 * @param behind events on time by their fields, whose time the watermark had passed
 * @param ticks records that carry the shop's clock, and count as nothing
 */
public record TopicCounts(
    long accepted, long quarantined, long repeated, long late, long behind, long ticks) {
  /** Nothing yet. */
  public static final TopicCounts NONE = new TopicCounts(0, 0, 0, 0, 0, 0);

  /** Events, ticks left out. */
  public long events() {
    return accepted + quarantined + repeated + late + behind;
  }

  /** Records of any kind: what conservation is about. */
  public long records() {
    return events() + ticks;
  }

  /** Both together. */
  public TopicCounts plus(TopicCounts other) {
    return new TopicCounts(
        accepted + other.accepted,
        quarantined + other.quarantined,
        repeated + other.repeated,
        late + other.late,
        behind + other.behind,
        ticks + other.ticks);
  }

  TopicCounts plus(String outcome, long events) {
    return switch (outcome) {
      case "ACCEPTED" ->
          new TopicCounts(accepted + events, quarantined, repeated, late, behind, ticks);
      case "QUARANTINED" ->
          new TopicCounts(accepted, quarantined + events, repeated, late, behind, ticks);
      case "REPEATED" ->
          new TopicCounts(accepted, quarantined, repeated + events, late, behind, ticks);
      case "LATE" -> new TopicCounts(accepted, quarantined, repeated, late + events, behind, ticks);
      case "BEHIND" ->
          new TopicCounts(accepted, quarantined, repeated, late, behind + events, ticks);
      case "TICK" -> new TopicCounts(accepted, quarantined, repeated, late, behind, ticks + events);
      default -> this; // LINE_QUARANTINED counts lines
    };
  }
}
