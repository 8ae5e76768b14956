package dev.highstreet.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.simulator.emit.EmitException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WritingThreadTest {
  private static final Path FOLDER = Path.of("truth");

  private final List<String> done = new CopyOnWriteArrayList<>();

  @Test
  void stepsAreDoneInOrderHoweverManyThereAre() {
    WritingThread thread = new WritingThread(FOLDER, () -> {});
    for (int n = 0; n < 1000; n++) {
      String name = Integer.toString(n);
      thread.queue(() -> done.add(name));
    }
    thread.await();
    assertThat(done).hasSize(1000).startsWith("0", "1").endsWith("998", "999");
    thread.end(() -> {});
  }

  @Test
  void afterAFailureNothingIsDoneButTheLastStep() {
    WritingThread thread = new WritingThread(FOLDER, () -> {});
    thread.queue(
        () -> {
          throw new IOException("No space left on device");
        });
    thread.queue(() -> done.add("next"));
    thread.await();
    thread.end(() -> done.add("last"));
    assertThat(done).containsExactly("last");
    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(thread::failIfFailed)
          .isInstanceOf(EmitException.class)
          .hasMessage(
              "cannot write the truth to truth: No space left on device; free some, or write to another disk");
    }
  }

  @Test
  void whatCanWaitIsDoneWhenThereIsNothingElseToDo() throws InterruptedException {
    CountDownLatch idle = new CountDownLatch(1);
    WritingThread thread = new WritingThread(FOLDER, idle::countDown);
    assertThat(idle.await(30, TimeUnit.SECONDS)).isTrue();
    thread.end(() -> {});
  }
}
