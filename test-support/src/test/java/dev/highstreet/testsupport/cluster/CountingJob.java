package dev.highstreet.testsupport.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Counts from 1 to its first argument; each process that counts leaves a file of its name. */
public final class CountingJob {
  private CountingJob() {}

  /** Takes how far to count, and the directory of the files. */
  public static void main(String[] arguments) throws Exception {
    StreamExecutionEnvironment flink = StreamExecutionEnvironment.getExecutionEnvironment();
    flink
        .fromSequence(1, Long.parseLong(arguments[0]))
        .map(new LeaveTrace(arguments[1]))
        .sinkTo(new DiscardingSink<>());
    flink.execute("count");
  }

  private static final class LeaveTrace extends RichMapFunction<Long, Long> {
    private static final long serialVersionUID = 1L;
    private final String directory;

    LeaveTrace(String directory) {
      this.directory = directory;
    }

    @Override
    public void open(OpenContext context) {
      try {
        Path trace = Path.of(directory, Long.toString(ProcessHandle.current().pid()));
        Files.writeString(trace, "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Long map(Long value) {
      return value;
    }
  }
}
