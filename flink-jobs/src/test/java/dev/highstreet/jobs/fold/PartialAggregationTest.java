package dev.highstreet.jobs.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartialAggregationTest {
  /** When what has been aggregated is sent at the latest, milliseconds. */
  private static final long A_MOMENT = 100;

  private static final int MANY = 1_000;

  /** How often a letter came, as {@code LETTER×TIMES}. */
  private static final class CountLetters implements Folding<String, String, Integer, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public void fold(String letter, Map<String, Integer> partials) {
      partials.merge(letter, 1, Integer::sum);
    }

    @Override
    public String delta(String letter, Integer times) {
      return letter + "×" + times;
    }
  }

  private OneInputStreamOperatorTestHarness<String, String> harness;

  @BeforeEach
  void openOperator() throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new PartialAggregation<>(new CountLetters(), new Combining(MANY, A_MOMENT)));
    harness.open();
  }

  @AfterEach
  void closeOperator() throws Exception {
    harness.close();
  }

  @Test
  void partialsAreSentAfterAMomentAndNotBefore() throws Exception {
    send("a", "b", "a");
    harness.setProcessingTime(A_MOMENT - 1);
    assertThat(output()).isEmpty();
    harness.setProcessingTime(A_MOMENT);
    assertThat(output()).containsExactlyInAnyOrder("a×2", "b×1");
  }

  @Test
  void whatComesAfterAFlushIsANewPartial() throws Exception {
    send("a");
    harness.setProcessingTime(A_MOMENT);
    send("a", "a");
    harness.setProcessingTime(2 * A_MOMENT);
    assertThat(output()).containsExactly("a×1", "a×2");
  }

  @Test
  void watermarkIsHeldUntilWhatCameBeforeItHasBeenSent() throws Exception {
    send("a");
    harness.processWatermark(5);
    assertThat(output()).isEmpty();
    harness.setProcessingTime(A_MOMENT);
    assertThat(output()).containsExactly("a×1", "watermark 5");
  }

  @Test
  void onlyTheLatestOfHeldWatermarksIsPassedOn() throws Exception {
    send("a");
    harness.processWatermark(5);
    send("b");
    harness.processWatermark(6);
    harness.setProcessingTime(A_MOMENT);
    assertThat(output()).containsExactlyInAnyOrder("a×1", "b×1", "watermark 6");
    assertThat(output()).endsWith("watermark 6");
  }

  @Test
  void watermarkPassesAtOnceWhereNothingIsHeld() throws Exception {
    harness.processWatermark(5);
    assertThat(output()).containsExactly("watermark 5");
  }

  @Test
  void everythingIsSentBeforeACheckpointsBarrier() throws Exception {
    send("a");
    harness.processWatermark(5);
    harness.prepareSnapshotPreBarrier(1);
    assertThat(output()).containsExactly("a×1", "watermark 5");
  }

  @Test
  void everythingIsSentAtTheEndOfTheInput() throws Exception {
    send("a");
    harness.processWatermark(5);
    harness.endInput();
    assertThat(output()).containsExactly("a×1", "watermark 5");
  }

  @Test
  void everythingIsSentBeforeTheLastWatermark() throws Exception {
    send("a");
    harness.processWatermark(Watermark.MAX_WATERMARK);
    assertThat(output()).containsExactly("a×1", "watermark " + Long.MAX_VALUE);
  }

  @Test
  void manyPartialsAreSentAtOnceAndTheWatermarkAfterThem() throws Exception {
    send("0");
    harness.processWatermark(5);
    for (int i = 1; i < MANY - 1; i++) {
      send(Integer.toString(i));
    }
    assertThat(output()).isEmpty();
    send("last");
    assertThat(output()).hasSize(MANY + 1).endsWith("watermark 5");
  }

  @Test
  void manyElementsOfOneGroupAreOnePartial() throws Exception {
    for (int i = 0; i < 2 * MANY; i++) {
      send("a");
    }
    harness.setProcessingTime(A_MOMENT);
    assertThat(output()).containsExactly("a×" + 2 * MANY);
  }

  @Test
  void momentPassesAlsoForWhatComesAfterAFlushBySize() throws Exception {
    for (int i = 0; i < MANY; i++) {
      send(Integer.toString(i));
    }
    send("a");
    harness.setProcessingTime(A_MOMENT);
    assertThat(output()).hasSize(MANY + 1).endsWith("a×1");
  }

  private void send(String... letters) throws Exception {
    for (String letter : letters) {
      harness.processElement(new StreamRecord<>(letter));
    }
  }

  private List<String> output() {
    Collection<Object> output = harness.getOutput();
    return output.stream()
        .map(
            element ->
                element instanceof Watermark watermark
                    ? "watermark " + watermark.getTimestamp()
                    : (String) ((StreamRecord<?>) element).getValue())
        .toList();
  }
}
