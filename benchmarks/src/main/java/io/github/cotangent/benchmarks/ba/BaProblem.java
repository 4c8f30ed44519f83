package io.github.cotangent.benchmarks.ba;

import io.github.cotangent.benchmarks.problem.Adbench;
import io.github.cotangent.benchmarks.problem.Contender;
import io.github.cotangent.benchmarks.problem.Kernel;
import io.github.cotangent.benchmarks.problem.Numbers;
import io.github.cotangent.benchmarks.problem.Problem;
import io.github.cotangent.benchmarks.problem.Reference;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Loads the problems of {@link Ba}. */
public final class BaProblem {

  /** The folder of their files. */
  public static final String FOLDER = "ba";

  private static final String FULL = "bafull";
  private static final int ERRORS = 3;
  private static final int JACOBIAN = 31;

  private BaProblem() {}

  /** Loads a problem. */
  public static Problem load(Path data, String name) {
    Numbers file = Adbench.problem(data, FOLDER, name);
    BaInput in = name.startsWith(FULL) ? BaInput.readFull(file) : BaInput.readReplicated(file);
    Numbers expected = Adbench.expected(data, name);
    int lines = expected.nextInt();
    double[][] errors = new double[lines][];
    double[][] jacobian = new double[lines][];
    for (int i = 0; i < lines; i++) {
      errors[i] = expected.array(ERRORS);
      jacobian[i] = expected.array(JACOBIAN);
    }
    Map<Contender, Kernel> kernels = new EnumMap<>(Contender.class);
    kernels.put(Contender.OBJECTIVE, out -> objective(in, out));
    kernels.put(Contender.GENERATED, out -> generated(in, out));
    kernels.put(Contender.PUSH_POP, out -> BaPushPop.jacobian(in, out));
    kernels.put(Contender.SAME_SHAPE, out -> BaRecord.jacobian(in, out));
    kernels.put(Contender.BEST, out -> BaScalars.jacobian(in, out));
    int count = in.observations();
    return new Problem(
        name, count, new Reference(errors, count), new Reference(jacobian, count), kernels);
  }

  private static void objective(BaInput in, double[][] out) {
    for (int i = 0; i < out.length; i++) {
      double weight = in.weights()[i];
      double[] error = Ba.reprojectionError(in.camera(i), in.point(i), weight, in.features()[i]);
      out[i][0] = error[0];
      out[i][1] = error[1];
      out[i][2] = Ba.weightError(weight);
    }
  }

  private static void generated(BaInput in, double[][] out) {
    double[][] seeds = {{1, 0}, {0, 1}};
    for (int i = 0; i < out.length; i++) {
      double weight = in.weights()[i];
      var pullback =
          dBa.reprojectionErrorPullback(in.camera(i), in.point(i), weight, in.features()[i]);
      int next = 0;
      for (double[] seed : seeds) {
        var gradient = pullback.apply(seed);
        next = put(gradient.camera(), out[i], next);
        next = put(gradient.point(), out[i], next);
        out[i][next++] = gradient.weight();
      }
      out[i][next] = dBa.dWeightError(weight);
    }
  }

  private static int put(double[] from, double[] to, int at) {
    System.arraycopy(from, 0, to, at, from.length);
    return at + from.length;
  }
}
