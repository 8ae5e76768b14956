package dev.highstreet.jobs.clean;

import dev.highstreet.jobs.ledger.LedgerStream;
import dev.highstreet.jobs.ledger.Tally;
import java.util.List;
import java.util.Queue;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** What has left an operator sideways, in the order in which it left. */
public final class SideOutputs {
  private SideOutputs() {}

  public static <T> List<T> of(AbstractStreamOperatorTestHarness<?> harness, OutputTag<T> way) {
    Queue<StreamRecord<T>> left = harness.getSideOutput(way);
    return left == null ? List.of() : left.stream().map(StreamRecord::getValue).toList();
  }

  /** Each dead letter as {@code LINE REASON}. */
  public static List<String> deadLetters(AbstractStreamOperatorTestHarness<?> harness) {
    return of(harness, WaysOut.DEAD_LETTERS).stream()
        .map(letter -> letter.line() + " " + letter.reason())
        .toList();
  }

  /** Each tally as {@code TOPIC OUTCOME REASON EVENTS/LINES}, the reason only if there is one. */
  public static List<String> tallies(AbstractStreamOperatorTestHarness<?> harness) {
    return of(harness, LedgerStream.TALLIES).stream().map(SideOutputs::text).toList();
  }

  private static String text(Tally tally) {
    String reason = tally.reason().isEmpty() ? "" : " " + tally.reason();
    return "%s %s%s %d/%d"
        .formatted(tally.topic(), tally.outcome(), reason, tally.events(), tally.lines());
  }
}
