package io.github.cotangent.benchmarks.gmm;

import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.FastMath;

/** {@link Gmm#objective} with Hipparchus' numbers, each of which carries its whole gradient. */
final class GmmHipparchus {

  private final GmmInput in;
  private final int parameters;

  private GmmHipparchus(GmmInput in) {
    int k = in.components();
    this.in = in;
    this.parameters = k * (1 + in.dimension() + in.icf()[0].length);
  }

  /** The gradient, in the order of the reference. */
  static double[] gradient(GmmInput in) {
    return new GmmHipparchus(in).objective().getGradient();
  }

  private Gradient[] variables(double[] values, int first) {
    Gradient[] variables = new Gradient[values.length];
    for (int i = 0; i < values.length; i++) {
      variables[i] = Gradient.variable(parameters, first + i, values[i]);
    }
    return variables;
  }

  private Gradient[][] variables(double[][] values, int first) {
    Gradient[][] variables = new Gradient[values.length][];
    for (int i = 0; i < values.length; i++) {
      variables[i] = variables(values[i], first + i * values[i].length);
    }
    return variables;
  }

  private Gradient constant(double value) {
    return Gradient.constant(parameters, value);
  }

  private Gradient objective() {
    int k = in.components();
    int d = in.dimension();
    Gradient[] alphas = variables(in.alphas(), 0);
    Gradient[][] means = variables(in.means(), k);
    Gradient[][] icf = variables(in.icf(), k + k * d);
    Gradient[][] diagonals = new Gradient[k][d];
    Gradient[] sums = new Gradient[k];
    for (int c = 0; c < k; c++) {
      sums[c] = constant(0);
      for (int i = 0; i < d; i++) {
        diagonals[c][i] = FastMath.exp(icf[c][i]);
        sums[c] = sums[c].add(icf[c][i]);
      }
    }
    Gradient total = constant(0);
    Gradient[] terms = new Gradient[k];
    for (double[] x : in.x()) {
      for (int c = 0; c < k; c++) {
        Gradient norm = squaredNorm(product(diagonals[c], icf[c], centered(x, means[c])));
        terms[c] = alphas[c].add(sums[c]).subtract(norm.multiply(0.5));
      }
      total = total.add(logSumExp(terms));
    }
    return total.subtract(logSumExp(alphas).multiply(in.points())).add(prior(diagonals, sums, icf));
  }

  private static Gradient[] centered(double[] x, Gradient[] mean) {
    Gradient[] centered = new Gradient[x.length];
    for (int j = 0; j < x.length; j++) {
      centered[j] = mean[j].negate().add(x[j]);
    }
    return centered;
  }

  private static Gradient[] product(Gradient[] diagonal, Gradient[] row, Gradient[] v) {
    int d = v.length;
    Gradient[] product = new Gradient[d];
    for (int i = 0; i < d; i++) {
      product[i] = diagonal[i].multiply(v[i]);
    }
    int next = d;
    for (int column = 0; column < d; column++) {
      for (int i = column + 1; i < d; i++) {
        product[i] = product[i].add(row[next].multiply(v[column]));
        next++;
      }
    }
    return product;
  }

  private Gradient squaredNorm(Gradient[] v) {
    Gradient sum = constant(0);
    for (Gradient e : v) {
      sum = sum.add(e.square());
    }
    return sum;
  }

  private Gradient logSumExp(Gradient[] v) {
    Gradient max = v[0];
    for (Gradient e : v) {
      max = FastMath.max(max, e);
    }
    Gradient sum = constant(0);
    for (Gradient e : v) {
      sum = sum.add(FastMath.exp(e.subtract(max)));
    }
    return max.add(FastMath.log(sum));
  }

  /** Without the constants, which have no derivative. */
  private Gradient prior(Gradient[][] diagonals, Gradient[] sums, Gradient[][] icf) {
    Gradient result = constant(0);
    for (int c = 0; c < sums.length; c++) {
      Gradient squares = squaredNorm(diagonals[c]);
      for (int i = diagonals[c].length; i < icf[c].length; i++) {
        squares = squares.add(icf[c][i].square());
      }
      result =
          result
              .add(squares.multiply(0.5 * in.gamma() * in.gamma()))
              .subtract(sums[c].multiply(in.m()));
    }
    return result;
  }
}
