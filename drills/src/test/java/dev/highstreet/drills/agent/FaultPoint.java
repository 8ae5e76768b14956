package dev.highstreet.drills.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.streaming.api.operators.StreamOperator;

/**
 * What the operators of a TaskManager pass. Three folders tell and take: {@code operators} (a file
 * for each that has opened, with its name), {@code armed} (id of one that is to fail, with the
 * record at which), {@code failed} (a file for each that has).
 */
public final class FaultPoint {
  private static final long LOOK_MILLIS = 20;
  private static final Set<String> OPENED = ConcurrentHashMap.newKeySet();
  private static final AtomicBoolean LISTENS = new AtomicBoolean();
  private static final AtomicLong LEFT = new AtomicLong();

  private static volatile Path directory;
  private static volatile String armed = "";

  private FaultPoint() {}

  static void talkThrough(Path talking) {
    directory = talking;
  }

  /** Only where operators run: the JobManager has the agent, too, and must not take the order. */
  private static void listen() {
    Thread thread = new Thread(FaultPoint::look, "fault-point");
    thread.setDaemon(true);
    thread.start();
  }

  private static void look() {
    Path order = directory.resolve("armed");
    while (true) {
      try {
        List<String> idAndRecord = Files.readAllLines(order);
        Files.delete(order);
        LEFT.set(Long.parseLong(idAndRecord.get(1)));
        armed = idAndRecord.get(0);
      } catch (NoSuchFileException e) {
        // nothing is to fail now
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** An operator opens. */
  public static void opened(Object operator) {
    String id = id(operator);
    if (LISTENS.compareAndSet(false, true)) {
      listen();
    }
    if (OPENED.add(id)) {
      String name =
          ((StreamOperator<?>) operator)
              .getMetricGroup()
              .getAllVariables()
              .getOrDefault("<operator_name>", "");
      write("operators", id, name);
    }
  }

  /**
   * An operator is about to work off a record; throws if this is the one at which it is to fail.
   */
  public static void reached(Object operator) {
    if (!armed.isEmpty() && armed.equals(id(operator)) && LEFT.decrementAndGet() == 0) {
      armed = "";
      write("failed", id(operator), "");
      throw new IllegalStateException("a drill lets this operator fail");
    }
  }

  private static String id(Object operator) {
    return ((StreamOperator<?>) operator).getOperatorID().toHexString();
  }

  private static void write(String folder, String id, String text) {
    try {
      Files.writeString(directory.resolve(folder).resolve(id), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
