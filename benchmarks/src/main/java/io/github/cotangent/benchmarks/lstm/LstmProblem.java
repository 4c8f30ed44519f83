package io.github.cotangent.benchmarks.lstm;

import io.github.cotangent.benchmarks.problem.Adbench;
import io.github.cotangent.benchmarks.problem.Contender;
import io.github.cotangent.benchmarks.problem.Kernel;
import io.github.cotangent.benchmarks.problem.Numbers;
import io.github.cotangent.benchmarks.problem.Problem;
import io.github.cotangent.benchmarks.problem.Reference;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Loads the problems of {@link Lstm}. */
public final class LstmProblem {

  /** The folder of their files. */
  public static final String FOLDER = "lstm";

  private LstmProblem() {}

  /** Loads a problem. */
  public static Problem load(Path data, String name) {
    LstmInput in = LstmInput.read(Adbench.problem(data, FOLDER, name));
    Numbers expected = Adbench.expected(data, name);
    Reference value = Reference.of(expected.next());
    Reference gradient = Reference.of(expected.array(expected.nextInt()));
    Map<Contender, Kernel> kernels = new EnumMap<>(Contender.class);
    kernels.put(Contender.OBJECTIVE, out -> out[0][0] = objective(in));
    kernels.put(Contender.GENERATED, out -> generated(in).into(out[0]));
    kernels.put(Contender.PUSH_POP, out -> LstmPushPop.gradient(in).into(out[0]));
    kernels.put(Contender.SAME_SHAPE, out -> LstmStored.gradient(in).into(out[0]));
    kernels.put(Contender.BEST, out -> LstmUnits.gradient(in).into(out[0]));
    return new Problem(name, 0, value, gradient, kernels);
  }

  private static double objective(LstmInput in) {
    return Lstm.loss(in.main(), in.extra(), in.state(), in.sequence());
  }

  private static LstmGradient generated(LstmInput in) {
    var gradient = dLstm.dLoss(in.main(), in.extra(), in.state(), in.sequence());
    return new LstmGradient(gradient.main(), gradient.extra());
  }
}
