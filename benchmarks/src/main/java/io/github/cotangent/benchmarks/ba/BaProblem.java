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
  private static final int ROWS = 2;

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
    double[][] dcamera = new double[ROWS][in.camera(0).length];
    double[][] dpoint = new double[ROWS][in.point(0).length];
    double[] dweight = new double[ROWS];
    for (int i = 0; i < out.length; i++) {
      double weight = in.weights()[i];
      dBa.reprojectionErrorJacobianInto(
          in.camera(i), in.point(i), weight, in.features()[i], dcamera, dpoint, dweight);
      int next = 0;
      for (int row = 0; row < ROWS; row++) {
        next = move(dcamera[row], out[i], next);
        next = move(dpoint[row], out[i], next);
        out[i][next++] = dweight[row];
        dweight[row] = 0;
      }
      out[i][next] = dBa.dWeightError(weight);
    }
  }

  /** Moves a row of a block to its place, and leaves zeros, which the next Jacobian is added to. */
  private static int move(double[] row, double[] to, int at) {
    for (int i = 0; i < row.length; i++) {
      to[at + i] = row[i];
      row[i] = 0;
    }
    return at + row.length;
  }
}
