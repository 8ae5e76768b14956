package dev.highstreet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackTracesTest {
  @Test
  void innermostCauseIsFoundWithoutItsFrames() {
    String trace =
        """
        org.apache.flink.runtime.JobException: Recovery is suppressed
        \tat org.apache.flink.Executor.run(Executor.java:1)
        Caused by: java.io.IOException: write failed
        \tat dev.highstreet.Sink.write(Sink.java:2)
        Caused by: org.postgresql.util.PSQLException: Connection refused.
          Check that the port is right.
        \tat org.postgresql.Driver.connect(Driver.java:3)
        \t... 2 more
        """;
    assertThat(StackTraces.rootCause(trace))
        .isEqualTo(
            "org.postgresql.util.PSQLException: Connection refused. Check that the port is right.");
  }

  @Test
  void messageWithoutFramesIsItself() {
    assertThat(StackTraces.rootCause("Job not found\n")).isEqualTo("Job not found");
  }
}
