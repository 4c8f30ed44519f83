package io.github.cotangent.benchmarks;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * The time that a computation costs: the processor's for this thread, and the pauses for the
 * garbage collector. What other processes take of a busy machine does not count.
 */
final class Clock {

  private static final double NANOS_PER_MILLI = 1e6;

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  /** Those that stop the program; others work beside it. */
  private static final List<GarbageCollectorMXBean> COLLECTORS =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(collector -> !collector.getName().contains("Concurrent"))
          .toList();

  private Clock() {}

  /** The time so far; the difference of two is what passed. */
  static double millis() {
    double pauses = 0;
    for (GarbageCollectorMXBean collector : COLLECTORS) {
      pauses += collector.getCollectionTime();
    }
    return THREAD.getCurrentThreadCpuTime() / NANOS_PER_MILLI + pauses;
  }
}
