package cases.modes.workspace;

import com.sun.management.ThreadMXBean;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.runtime.Workspace;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

// A call on a workspace makes no array anew that the call before has left there.
// run: relaxed(new double[] {0.5, 1.5, -0.25, 0.75}, 3)
// run: relaxed(new double[] {0.5, 1.5}, 0)
// run: halved(new double[] {3.5, 0.25}, 1.0)
// run: inPlace(new double[] {0.5, 1.5, -0.25})
// run: stepped(new double[] {0.5, 1.5, -0.25}, 3)
// run: keeping(new double[] {0.5, 1.5}, new java.util.ArrayList<>())
// run: keepingInside(new double[] {0.5, 1.5}, new java.util.ArrayList<>())
// run: keepingStored(new double[] {0.5, 1.5}, new java.util.ArrayList<>())
// run: keepingRow(new double[] {0.5, 1.5}, new java.util.ArrayList<>())
// run: rows(new double[][] {{0.5, 1.5}, {2.5, -1.5}})
// run: followed(new double[] {0.5, 1.5, -0.25}, 0.75, 3)
// run: followed(new double[] {0.5}, 0.75, 0)
// expect: Input.allocatedByHalved() = 0.0
// expect: Input.allocatedInPlace() = 0.0
// expect: Input.otherSizes() = 1.0
// expect: Input.handedOut() = 2.0
// expect: Input.handedOutAsRow() = 2.0
// expect: Input.handedOutByCall() = 2.0
// expect: Input.handedOutInside() = 2.0
// expect: Input.rowsOfTheCaller() = 0.5
final class Input {

  /** An array of its own, a matrix of recorded values, and flags. */
  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double relaxed(double[] x, int rounds) {
    double[] state = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      state[i] = Math.sin(x[i]);
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 1; i < x.length; i++) {
        if (state[i] > state[i - 1]) {
          state[i] = state[i] * state[i - 1] + x[i];
        }
      }
    }
    double sum = 0;
    for (double s : state) {
      sum += s * s;
    }
    return sum;
  }

  /** As often as it takes: a tape that grows. */
  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double halved(double[] x, @NonDifferentiable double limit) {
    double y = x[0] + x[1];
    while (y * y > limit) {
      y = y * 0.5 * Math.cos(y * x[1]);
    }
    return y;
  }

  /** Writes into its argument: a copy. */
  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double inPlace(double[] x) {
    for (int i = 1; i < x.length; i++) {
      x[i] = x[i] * x[i - 1];
    }
    return x[x.length - 1];
  }

  /** What a loop makes is another array in each round. */
  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double stepped(double[] x, int steps) {
    double[] state = x.clone();
    for (int step = 0; step < steps; step++) {
      double[] next = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        next[i] = state[i] * state[(i + 1) % x.length] + x[i];
      }
      state = next;
    }
    return state[0];
  }

  /** An array that outlives the call is no array of the workspace. */
  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double keeping(double[] x, List<int[]> seen) {
    int[] order = new int[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      order[i] = x.length - 1 - i;
      sum += x[order[i]] * x[i];
    }
    seen.add(order);
    return sum;
  }

  /** The same for one that is found again as a row. */
  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double keepingRow(double[] x, List<int[]> seen) {
    int[] order = new int[x.length];
    int[][] table = new int[1][0];
    int[][] kept = new int[1][0];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      order[i] = x.length - 1 - i;
      sum += x[order[i]] * x[i];
    }
    table[0] = order;
    System.arraycopy(table, 0, kept, 0, 1);
    int[] row = kept[0];
    seen.add(row);
    return sum;
  }

  /** The same for one that a called method stores in a row. */
  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double keepingStored(double[] x, List<int[]> seen) {
    int[] order = new int[x.length];
    int[][] kept = new int[1][0];
    double sum = squared(x, order, kept);
    seen.add(kept[0]);
    return sum;
  }

  private static double squared(double[] x, int[] order, int[][] kept) {
    kept[0] = order;
    double sum = 0;
    for (int i : order) {
      sum += x[i] * x[i];
    }
    return sum;
  }

  /** The same for one that a called method hands on. */
  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double keepingInside(double[] x, List<int[]> seen) {
    int[] order = new int[x.length];
    return counted(x, order, seen);
  }

  private static double counted(double[] x, int[] order, List<int[]> seen) {
    seen.add(order);
    double sum = 0;
    for (double e : x) {
      sum += e * e;
    }
    return sum;
  }

  /** The rows of the caller's come into a matrix of the workspace, and stay as they are. */
  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double rows(double[][] x) {
    double[][] m = new double[2][2];
    m[0] = x[1];
    return m[0][0] * m[0][1] + m[1][0] + x[0][0];
  }

  /** What is read once before a loop has a name of its own, also beside the workspace. */
  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double followed(double[] x, double y, int rounds) {
    double[] path = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y = Math.tanh(y - x[x.length - 1]) + x[i];
      path[i] = y;
    }
    double sum = 0;
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < x.length; i++) {
        path[i] += Math.sin(path[i] * y);
        sum += path[i] * sum + y;
      }
    }
    return sum;
  }

  static double allocatedByHalved() {
    double[] x = {35.0, 0.25};
    double[] dx = new double[2];
    Workspace workspace = new Workspace();
    return allocated(() -> dInput.halvedValueAndGradientInto(x, 1e-6, dx, workspace));
  }

  static double allocatedInPlace() {
    double[] x = {0.5, 1.5, -0.25};
    double[] dx = new double[3];
    Workspace workspace = new Workspace();
    return allocated(() -> dInput.inPlaceValueAndGradientInto(x, dx, workspace));
  }

  /** What one call allocates, in bytes, behind the first few. */
  private static double allocated(Runnable call) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long before = threads.getThreadAllocatedBytes(thread);
      long measuring = threads.getThreadAllocatedBytes(thread) - before;
      before = threads.getThreadAllocatedBytes(thread);
      call.run();
      least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before - measuring);
    }
    return least;
  }

  static double otherSizes() {
    Workspace workspace = new Workspace();
    for (int n = 5; n > 1; n--) {
      for (int rounds = 0; rounds < 3; rounds++) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
          x[i] = 0.25 * i - 0.5;
        }
        double[] dx = new double[n];
        double value = dInput.relaxedValueAndGradientInto(x, rounds, dx, workspace);
        if (value != relaxed(x, rounds)
            || !java.util.Arrays.equals(dx, dInput.dRelaxed(x, rounds))) {
          return n;
        }
      }
    }
    return 1;
  }

  private static final double[] X = {1, 2};

  static double handedOut() {
    return seenInTwoCalls((seen, w) -> dInput.keepingValueAndGradientInto(X, seen, new double[2], w));
  }

  static double handedOutAsRow() {
    return seenInTwoCalls(
        (seen, w) -> dInput.keepingRowValueAndGradientInto(X, seen, new double[2], w));
  }

  static double handedOutByCall() {
    return seenInTwoCalls(
        (seen, w) -> dInput.keepingStoredValueAndGradientInto(X, seen, new double[2], w));
  }

  static double handedOutInside() {
    return seenInTwoCalls(
        (seen, w) -> dInput.keepingInsideValueAndGradientInto(X, seen, new double[2], w));
  }

  private static double seenInTwoCalls(BiConsumer<List<int[]>, Workspace> call) {
    List<int[]> seen = new ArrayList<>();
    Workspace workspace = new Workspace();
    call.accept(seen, workspace);
    call.accept(seen, workspace);
    return seen.stream().distinct().count();
  }

  static double rowsOfTheCaller() {
    double[][] x = {{0.5, 1.5}, {2.5, -1.5}};
    double[][] dx = new double[2][2];
    Workspace workspace = new Workspace();
    dInput.rowsValueAndGradientInto(x, dx, workspace);
    dInput.rowsValueAndGradientInto(x, dx, workspace);
    return x[1][0] == 2.5 && x[1][1] == -1.5 && dx[1][0] == -1.5 * 2 ? x[0][0] : Double.NaN;
  }
}
