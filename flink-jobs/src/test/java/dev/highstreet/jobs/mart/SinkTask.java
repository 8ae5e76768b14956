package dev.highstreet.jobs.mart;

import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** A sink as one task runs it, with a clock that stands still until it is set. */
final class SinkTask<E> implements AutoCloseable {
  private final OneInputStreamOperatorTestHarness<E, CommittableMessage<Void>> harness;

  private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();

  private SinkTask(Sink<E> sink) throws Exception {
    InterceptingTaskMetricGroup task =
        new InterceptingTaskMetricGroup() {
          @Override
          public InternalOperatorMetricGroup getOrAddOperator(
              OperatorID id, String name, Map<String, String> variables) {
            return metrics;
          }
        };
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new SinkWriterOperatorFactory<>(sink),
            new MockEnvironmentBuilder().setMetricGroup(task).build());
  }

  static <E> SinkTask<E> of(Sink<E> sink) throws Exception {
    SinkTask<E> task = new SinkTask<>(sink);
    task.harness.open();
    return task;
  }

  /** What a counter of the sink shows. */
  long counted(String name) {
    return ((Counter) metrics.get(name)).getCount();
  }

  @SafeVarargs
  final SinkTask<E> send(E... elements) throws Exception {
    for (E element : elements) {
      harness.processElement(new StreamRecord<>(element));
    }
    return this;
  }

  SinkTask<E> clockShows(long millis) throws Exception {
    harness.setProcessingTime(millis);
    return this;
  }

  void checkpoint() throws Exception {
    harness.prepareSnapshotPreBarrier(1);
  }

  void endInput() throws Exception {
    harness.endInput();
  }

  /** As when a job fails or is cancelled. */
  @Override
  public void close() {
    try {
      harness.close();
    } catch (Exception e) {
      throw new IllegalStateException("the task does not close", e);
    }
  }
}
