package dev.highstreet.platform;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** A job that goes on until it is stopped, or fails at its first record when told {@code fail}. */
public final class EndlessJob {
  private EndlessJob() {}

  /** Submits it. */
  public static void main(String[] arguments) throws Exception {
    boolean fails = arguments.length > 0 && arguments[0].equals("fail");
    if (arguments.length > 0 && arguments[0].equals("refuse")) {
      throw new IllegalArgumentException("--kafka is missing");
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.fromSource(
            new NumberSequenceSource(0, Long.MAX_VALUE - 1),
            WatermarkStrategy.noWatermarks(),
            "Numbers")
        .uid("numbers")
        .map(number -> fails ? refuse(number) : number)
        .uid("check")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
    env.execute("endless");
  }

  private static Long refuse(long number) {
    throw new IllegalStateException("number %d is refused".formatted(number));
  }
}
