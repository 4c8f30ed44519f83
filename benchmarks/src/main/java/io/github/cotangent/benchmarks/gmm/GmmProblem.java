package io.github.cotangent.benchmarks.gmm;

import io.github.cotangent.benchmarks.problem.Adbench;
import io.github.cotangent.benchmarks.problem.Contender;
import io.github.cotangent.benchmarks.problem.Kernel;
import io.github.cotangent.benchmarks.problem.Numbers;
import io.github.cotangent.benchmarks.problem.Problem;
import io.github.cotangent.benchmarks.problem.Reference;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Loads the problems of {@link Gmm}. */
public final class GmmProblem {

  /** The folder of their files. */
  public static final String FOLDER = "gmm";

  /** With more parameters Hipparchus takes minutes, or more memory than there is. */
  private static final int HIPPARCHUS_LIMIT = 330;

  /** Up to here, strips of points are the best shape; above it, rows. */
  private static final int FEW_DIMENSIONS = 10;

  private GmmProblem() {}

  /** Loads a problem. */
  public static Problem load(Path data, String name) {
    GmmInput in = GmmInput.read(Adbench.problem(data, FOLDER, name));
    Numbers expected = Adbench.expected(data, name);
    Reference value = Reference.of(expected.next());
    int parameters = expected.nextInt();
    Reference gradient = Reference.of(expected.array(parameters));
    Map<Contender, Kernel> kernels = new EnumMap<>(Contender.class);
    kernels.put(Contender.OBJECTIVE, out -> out[0][0] = objective(in));
    kernels.put(Contender.GENERATED, out -> generated(in).into(out[0]));
    kernels.put(Contender.PUSH_POP, out -> GmmPushPop.gradient(in).into(out[0]));
    kernels.put(Contender.SAME_SHAPE, out -> GmmStored.gradient(in).into(out[0]));
    kernels.put(
        Contender.BEST,
        in.dimension() <= FEW_DIMENSIONS
            ? out -> GmmStrips.gradient(in).into(out[0])
            : out -> GmmRows.gradient(in).into(out[0]));
    if (parameters <= HIPPARCHUS_LIMIT) {
      kernels.put(Contender.HIPPARCHUS, out -> out[0] = GmmHipparchus.gradient(in));
    }
    return new Problem(name, 0, value, gradient, kernels);
  }

  private static double objective(GmmInput in) {
    return Gmm.objective(in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
  }

  private static GmmGradient generated(GmmInput in) {
    var g = dGmm.dObjective(in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
    return new GmmGradient(g.alphas(), g.means(), g.icf());
  }
}
