package dev.highstreet.drills.agent;

import static net.bytebuddy.matcher.ElementMatchers.hasSuperType;
import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isSynthetic;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * Runs inside Flink's processes: notes every operator that opens, and lets the one that is armed
 * fail. The jobs' jar is the one that production runs.
 */
public final class FaultAgent {
  private FaultAgent() {}

  /** Takes the directory through which the drill talks to it. */
  public static void premain(String directory, Instrumentation instrumentation) {
    FaultPoint.talkThrough(Path.of(directory));
    new AgentBuilder.Default()
        .type(
            nameStartsWith("org.apache.flink.")
                .or(nameStartsWith("dev.highstreet.jobs."))
                .and(
                    hasSuperType(named("org.apache.flink.streaming.api.operators.StreamOperator"))))
        .transform(
            (builder, type, loader, module, domain) ->
                builder
                    .visit(
                        Advice.to(Opened.class)
                            .on(named("open").and(not(isAbstract())).and(not(isSynthetic()))))
                    .visit(
                        Advice.to(Reached.class)
                            .on(
                                namedOneOf(
                                        "processElement",
                                        "processElement1",
                                        "processElement2",
                                        "emitNext")
                                    .and(not(isAbstract()))
                                    .and(not(isSynthetic())))))
        .type(
            named(
                "org.apache.flink.runtime.executiongraph.failover.ExponentialDelayRestartBackoffTimeStrategy"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(RestartSoon.class).on(named("getBackoffTime"))))
        .installOn(instrumentation);
  }

  /** At the beginning of {@code open}. */
  public static final class Opened {
    private Opened() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object operator) {
      FaultPoint.opened(operator);
    }
  }

  /** Before a record is worked off. */
  public static final class Reached {
    private Reached() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object operator) {
      FaultPoint.reached(operator);
    }
  }

  /** How long Flink waits grows with every failure, and is not what is tried here. */
  public static final class RestartSoon {
    private RestartSoon() {}

    @Advice.OnMethodExit
    @SuppressWarnings("UnusedVariable") // what is assigned is returned
    static void exit(@Advice.Return(readOnly = false) long millis) {
      millis = 100;
    }
  }
}
