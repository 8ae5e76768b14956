package dev.highstreet.cli.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.testsupport.FlinkExtension;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class JobWatchIT {
  private static final Duration BRIEFLY = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration ALWAYS = Duration.ZERO;

  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  @Test
  void jobThatRestartsAgainAndAgainIsGivenUpWithItsCause() throws Exception {
    JobClient job = submit(FailAtOnce.INSTANCE);
    JobWatch watch = watch(job, new JobWatch.Patience(ALWAYS, BRIEFLY, LONG));
    assertThatThrownBy(() -> lookForever(watch))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("has restarted")
        .hasMessageContaining("IllegalStateException: the till is shut");
  }

  @Test
  void jobThatCountsNothingIsGivenUp() throws Exception {
    JobClient job = submit(number -> number);
    JobWatch watch = watch(job, new JobWatch.Patience(ALWAYS, LONG, BRIEFLY));
    assertThatThrownBy(() -> lookForever(watch))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("has counted nothing")
        .hasMessageContaining("it stands at 7 records");
  }

  @Test
  void jobThatSomebodyCancelsIsNoFailure() throws Exception {
    JobClient job = submit(number -> number);
    FLINK.rest().cancel(job.getJobID().toHexString(), Duration.ofMinutes(1));
    JobWatch watch = watch(job, new JobWatch.Patience(ALWAYS, LONG, LONG));
    assertThat(watch.look(7, true)).contains(Ending.CANCELLED);
  }

  @Test
  void jobThatSomebodyStopsIsNoFailure() throws Exception {
    JobClient job = submit(number -> number);
    FLINK.rest().stopWithSavepoint(job.getJobID().toHexString(), Duration.ofMinutes(1));
    JobWatch watch = watch(job, new JobWatch.Patience(ALWAYS, LONG, LONG));
    assertThat(watch.look(7, true)).contains(Ending.STOPPED);
  }

  @Test
  void clusterThatDoesNotAnswerForAMomentIsWaitedFor() {
    JobWatch watch = new JobWatch(absent(), "1", new JobWatch.Patience(ALWAYS, LONG, BRIEFLY));
    assertThatCode(() -> watch.look(7, true)).doesNotThrowAnyException();
  }

  @Test
  void clusterThatStaysAwayIsGivenUp() {
    JobWatch watch = new JobWatch(absent(), "1", new JobWatch.Patience(ALWAYS, BRIEFLY, LONG));
    assertThatThrownBy(() -> lookForever(watch))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("No Flink cluster answers");
  }

  private static FlinkRest absent() {
    return FlinkRest.at(URI.create("http://127.0.0.1:1"));
  }

  private static void lookForever(JobWatch watch) {
    while (true) {
      assertThat(watch.look(7, true)).isEmpty();
    }
  }

  private static JobWatch watch(JobClient job, JobWatch.Patience patience) {
    return new JobWatch(FLINK.rest(), job.getJobID().toHexString(), patience);
  }

  private static JobClient submit(MapFunction<Long, Long> step) throws Exception {
    StreamExecutionEnvironment env = FLINK.environment(1);
    env.fromSource(
            new NumberSequenceSource(0, Long.MAX_VALUE - 1),
            WatermarkStrategy.noWatermarks(),
            "Numbers")
        .uid("numbers")
        .map(step)
        .returns(Long.class)
        .uid("step")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
    return FLINK.submit(env);
  }

  private enum FailAtOnce implements MapFunction<Long, Long> {
    INSTANCE;

    @Override
    public Long map(Long number) {
      throw new IllegalStateException("the till is shut");
    }
  }
}
