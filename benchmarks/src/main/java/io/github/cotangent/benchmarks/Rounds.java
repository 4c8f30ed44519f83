package io.github.cotangent.benchmarks;

import com.sun.management.ThreadMXBean;
import io.github.cotangent.benchmarks.problem.Contender;
import io.github.cotangent.benchmarks.problem.Kernel;
import io.github.cotangent.benchmarks.problem.Problem;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures all contenders of a problem in rounds, each of which takes the time of every one. */
final class Rounds {

  /** As many runs the bytes that a run allocates are averaged over. */
  private static final int ALLOCATION_RUNS = 4;

  private final Problem problem;
  private final Effort effort;
  private final double[][] values;
  private final double[][] derivatives;
  private final Map<Contender, Integer> repeats = new EnumMap<>(Contender.class);

  private Rounds(Problem problem, Effort effort) {
    this.problem = problem;
    this.effort = effort;
    this.values = problem.values().buffer();
    this.derivatives = problem.derivatives().buffer();
    // The rows become old: a collection during the rounds would scatter them in memory.
    System.gc();
  }

  /** Verifies all contenders, then measures them. */
  static Measurement measure(Problem problem, Effort effort) {
    problem.kernels().keySet().forEach(problem::verify);
    return new Rounds(problem, effort).run();
  }

  private Measurement run() {
    Map<Contender, double[]> millis = new EnumMap<>(Contender.class);
    List<Contender> order = new ArrayList<>(problem.kernels().keySet());
    for (Contender contender : order) {
      repeats.put(contender, warmUp(contender));
      millis.put(contender, new double[effort.rounds()]);
    }
    Map<Contender, Double> bytes = new EnumMap<>(Contender.class);
    for (Contender contender : order) {
      bytes.put(contender, allocated(contender));
    }
    for (int round = 0; round < effort.rounds(); round++) {
      for (Contender contender : order) {
        int runs = repeats.get(contender);
        millis.get(contender)[round] = time(contender, runs) / runs;
      }
      // Nobody always runs after the same other one.
      Collections.reverse(order);
    }
    return new Measurement(problem, millis, bytes);
  }

  /** Runs a contender until it is warm; gives how many runs make a sample long enough. */
  private int warmUp(Contender contender) {
    double all = 0;
    double fastest = Double.POSITIVE_INFINITY;
    while (all < effort.warmUpMillis() || fastest == Double.POSITIVE_INFINITY) {
      double once = time(contender, 1);
      fastest = Math.min(fastest, once);
      all += once;
    }
    return (int) Math.max(1, Math.ceil(effort.sampleMillis() / fastest));
  }

  private double time(Contender contender, int runs) {
    Kernel kernel = problem.kernels().get(contender);
    // All derivatives go to the same rows: where these lie in memory must favour nobody.
    double[][] out = contender == Contender.OBJECTIVE ? values : derivatives;
    double start = Clock.millis();
    for (int i = 0; i < runs; i++) {
      kernel.run(out);
    }
    return Clock.millis() - start;
  }

  private double allocated(Contender contender) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    time(contender, ALLOCATION_RUNS);
    return (double) (thread.getCurrentThreadAllocatedBytes() - before) / ALLOCATION_RUNS;
  }
}
