package dev.highstreet.cli.console;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The memory that a platform would run in, in bytes.
 *
 * @param machine of the machine or the container
 * @param heap the most that this process's heap may take
 */
public record Memory(long machine, long heap) {
  /** The platform's heap, Flink's and Kafka's buffers, and Postgres. */
  public static final long MACHINE_NEEDED = 3L << 30;

  /** The platform's heap alone; with less, a replay of half a million lines fails. */
  public static final long HEAP_NEEDED = 1L << 30;

  /** What this process has. */
  public static Memory ofThisMachine() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Memory(system.getTotalMemorySize(), Runtime.getRuntime().maxMemory());
  }

  /**
   * Refuses to start what would be killed later.
   *
   * @throws CommandException naming what there is, what it takes, and the way out
   */
  public void refuseIfTooLittle() {
    if (machine < MACHINE_NEEDED) {
      throw CommandException.usedWrongly(
          "this machine has %,d MB of memory, and the embedded platform takes %,d MB: use a larger one, or servers elsewhere (--kafka, --database, --flink)"
              .formatted(megabytes(machine), megabytes(MACHINE_NEEDED)));
    }
    if (heap < HEAP_NEEDED) {
      throw CommandException.usedWrongly(
          "Java's heap is limited to %,d MB, and the embedded platform takes %,d MB: take the -Xmx out of HIGHSTREET_JAVA_OPTIONS or JAVA_TOOL_OPTIONS"
              .formatted(megabytes(heap), megabytes(HEAP_NEEDED)));
    }
  }

  /** Whole megabytes (2^20 bytes), rounded down. */
  public static long megabytes(long bytes) {
    return bytes >> 20;
  }
}
