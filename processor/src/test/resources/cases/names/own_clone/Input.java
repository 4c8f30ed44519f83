package cases.names.own_clone;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

// What is called clone() need not be that of an array.
// run: reversed(new double[] {0.5, 1.5, -0.25}, new int[] {2, 0, 1})
// run: weighted(new double[] {0.5, 1.5, -0.25}, new Weights())
final class Input {

  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double reversed(double[] x, int[] order) {
    int[] copy = clone(order);
    copy[0] = 1;
    return x[copy[0]] * x[copy[1]] * x[order[0]];
  }

  static int[] clone(int[] order) {
    int[] reversed = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      reversed[i] = order[order.length - 1 - i];
    }
    return reversed;
  }

  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double weighted(double[] x, Weights weights) {
    double[] w = weights.clone();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += w[i] * x[i] * x[i];
    }
    return sum;
  }

  static final class Weights {

    @Override
    public double[] clone() {
      return new double[] {2, 3, 4};
    }
  }
}
