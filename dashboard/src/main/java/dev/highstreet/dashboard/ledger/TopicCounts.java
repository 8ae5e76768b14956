package dev.highstreet.dashboard.ledger;

/**
 * What a run did with the records of one topic, or of all of them.
 *
 * @param accepted events on which everything else is built
 * @param late received more than the allowed lateness after they occurred
 * @param behind on time by their fields, but the watermark had passed them
 * @param repeated copies of an event accepted before
 * @param quarantined kept with a reason, out of the stream
 * @param ticks clock ticks: they carry time forward and count as nothing
 * @param lines lines of the accepted orders and returns
 * @param quarantinedLines faulty lines of accepted orders and returns, and of quarantined ones
 */
public record TopicCounts(
    long accepted,
    long late,
    long behind,
    long repeated,
    long quarantined,
    long ticks,
    long lines,
    long quarantinedLines) {

  /** Nothing counted yet. */
  public static final TopicCounts NONE = new TopicCounts(0, 0, 0, 0, 0, 0, 0, 0);

  /** Events read, ticks left out. */
  public long events() {
    return accepted + late + behind + repeated + quarantined;
  }

  /** Records read, ticks among them. */
  public long records() {
    return events() + ticks;
  }

  /** These and others together. */
  public TopicCounts plus(TopicCounts other) {
    return new TopicCounts(
        accepted + other.accepted,
        late + other.late,
        behind + other.behind,
        repeated + other.repeated,
        quarantined + other.quarantined,
        ticks + other.ticks,
        lines + other.lines,
        quarantinedLines + other.quarantinedLines);
  }
}
