package io.github.cotangent.benchmarks;

import io.github.cotangent.benchmarks.problem.Adbench;
import io.github.cotangent.benchmarks.problem.Contender;
import io.github.cotangent.benchmarks.problem.Kernel;
import io.github.cotangent.benchmarks.problem.Problem;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time of one run of a contender, by JMH: each in a process of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ContenderBenchmark {

  /** The name of the problem's file, without its end. */
  @Param({"gmm_d2_K5", "gmm_d10_K25", "lstm_l2_c1024", "bafull_n20_m500_p3000"})
  public String problem;

  /** Who runs. Hipparchus takes part in problems of up to 330 parameters. */
  @Param({"OBJECTIVE", "GENERATED", "PUSH_POP", "SAME_SHAPE", "BEST"})
  public Contender contender;

  private Kernel kernel;
  private double[][] out;

  /** Loads the problem and verifies the contender. */
  @Setup
  public void load() {
    Path data =
        Adbench.find()
            .orElseThrow(() -> new IllegalStateException("set -D" + Adbench.PROPERTY + "="));
    Problem loaded = Problems.load(data, problem);
    if (!loaded.kernels().containsKey(contender)) {
      throw new IllegalStateException(contender + " takes no part in " + problem);
    }
    loaded.verify(contender);
    kernel = loaded.kernels().get(contender);
    out = loaded.reference(contender).buffer();
  }

  /** Runs it once. */
  @Benchmark
  public double[][] run() {
    kernel.run(out);
    return out;
  }
}
