package io.github.cotangent.benchmarks.typical;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** All of them, each at a point of a size that people use. */
public final class TypicalFunctions {

  private record Newton(double a, double x0) {}

  private record Heat(double[] u0, double k) {}

  private record Two(double[][] a, double[][] b) {}

  private record Convolution(double[][] image, double[][] kernel) {}

  private record Equations(double[][] a0, double[] b0) {}

  private record Logistic(double[] w, double b) {}

  private record Network(double[][] w1, double[] b1, double[][] w2, double[] b2) {}

  private record Recurrent(double[][] w, double[][] u, double[] b) {}

  private record Markov(double[][] a, double[][] b, double[] pi) {}

  private record Spring(double k, double damping) {}

  private record Bodies(double[] m, double[][] x0, double[][] v0) {}

  private record Lorenz(double[] p, double[] y0) {}

  private final Random random = new Random(1);

  private TypicalFunctions() {}

  /** The functions, in the order of the table. */
  public static List<Typical<?>> all() {
    TypicalFunctions made = new TypicalFunctions();
    return List.of(
        new Typical<>(
            "Rosenbrock, 100", made.vector(100), Curves::rosenbrock, dCurves::dRosenbrock),
        new Typical<>(
            "Newton's root",
            new Newton(2, 1),
            p -> Curves.newton(p.a, p.x0),
            p -> dCurves.dNewton(p.a, p.x0)),
        new Typical<>(
            "oscillator, 1000 steps",
            new double[] {1, 0.1},
            p -> Curves.oscillator(p, 0.01, 1000),
            p -> dCurves.dOscillator(p, 0.01, 1000)),
        new Typical<>(
            "heat, 100 × 100",
            new Heat(made.vector(100), 0.1),
            p -> Curves.heat(p.u0, p.k, 100),
            p -> dCurves.dHeat(p.u0, p.k, 100)),
        new Typical<>(
            "recurrence, 1000", made.vector(1000), Curves::recurrence, dCurves::dRecurrence),
        new Typical<>(
            "matrix product, 32",
            new Two(made.matrix(32, 32), made.matrix(32, 32)),
            p -> Matrices.product(p.a, p.b),
            p -> dMatrices.dProduct(p.a, p.b)),
        new Typical<>(
            "convolution, 32 by 3",
            new Convolution(made.matrix(32, 32), made.matrix(3, 3)),
            p -> Matrices.convolution(p.image, p.kernel),
            p -> dMatrices.dConvolution(p.image, p.kernel)),
        new Typical<>("Cholesky, 30", made.dominant(30), Matrices::cholesky, dMatrices::dCholesky),
        new Typical<>(
            "linear equations, 30",
            new Equations(made.dominant(30), made.vector(30)),
            p -> Matrices.solution(p.a0, p.b0),
            p -> dMatrices.dSolution(p.a0, p.b0)),
        made.logistic(),
        made.network(),
        made.recurrent(),
        made.markov(),
        new Typical<>(
            "spring, records, 500 steps",
            new Spring(2, 0.1),
            p -> Motion.spring(p.k, p.damping, 0.01, 500),
            p -> dMotion.dSpring(p.k, p.damping, 0.01, 500)),
        new Typical<>(
            "5 bodies, 50 steps",
            new Bodies(new double[] {1, 0.5, 0.2, 0.1, 0.05}, made.matrix(5, 3), made.matrix(5, 3)),
            p -> Motion.bodies(p.m, p.x0, p.v0, 0.001, 50),
            p -> dMotion.dBodies(p.m, p.x0, p.v0, 0.001, 50)),
        new Typical<>(
            "Lorenz, arrays, 200 steps",
            new Lorenz(new double[] {10, 28, 2.6}, new double[] {1, 1, 1}),
            p -> Motion.lorenz(p.p, p.y0, 0.001, 200),
            p -> dMotion.dLorenz(p.p, p.y0, 0.001, 200)));
  }

  private Typical<Logistic> logistic() {
    double[][] x = matrix(200, 20);
    double[] y = new double[200];
    for (int i = 0; i < y.length; i++) {
      y[i] = i % 2;
    }
    return new Typical<>(
        "logistic regression, 200 × 20",
        new Logistic(vector(20), 0),
        p -> Losses.logistic(p.w, p.b, x, y),
        p -> dLosses.dLogistic(p.w, p.b, x, y));
  }

  private Typical<Network> network() {
    double[][] x = matrix(200, 20);
    int[] y = new int[200];
    for (int i = 0; i < y.length; i++) {
      y[i] = i % 10;
    }
    return new Typical<>(
        "network, 20-16-10, 200 points",
        new Network(matrix(16, 20), vector(16), matrix(10, 16), vector(10)),
        p -> Losses.network(p.w1, p.b1, p.w2, p.b2, x, y),
        p -> dLosses.dNetwork(p.w1, p.b1, p.w2, p.b2, x, y));
  }

  private Typical<Recurrent> recurrent() {
    double[][] x = matrix(30, 8);
    double[] y = vector(16);
    return new Typical<>(
        "recurrent network, 8-16, 30 steps",
        new Recurrent(matrix(16, 8), scaled(matrix(16, 16), 0.2), vector(16)),
        p -> Losses.recurrent(p.w, p.u, p.b, x, y),
        p -> dLosses.dRecurrent(p.w, p.u, p.b, x, y));
  }

  private Typical<Markov> markov() {
    int[] seen = new int[200];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = random.nextInt(4);
    }
    double[] start = new double[6];
    Arrays.fill(start, 1.0 / 6);
    return new Typical<>(
        "hidden Markov model, 6, 200 steps",
        new Markov(probabilities(6, 6), probabilities(6, 4), start),
        p -> Losses.markov(p.a, p.b, p.pi, seen),
        p -> dLosses.dMarkov(p.a, p.b, p.pi, seen));
  }

  private double[] vector(int n) {
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = random.nextGaussian();
    }
    return v;
  }

  private double[][] matrix(int rows, int columns) {
    double[][] m = new double[rows][];
    for (int i = 0; i < rows; i++) {
      m[i] = vector(columns);
    }
    return m;
  }

  private static double[][] scaled(double[][] m, double by) {
    for (double[] row : m) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= by;
      }
    }
    return m;
  }

  /** A symmetric matrix whose diagonal is large. */
  private double[][] dominant(int n) {
    double[][] m = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        m[i][j] = i == j ? n + 10.0 : Math.cos(i - j);
      }
    }
    return m;
  }

  private double[][] probabilities(int rows, int columns) {
    double[][] m = new double[rows][columns];
    for (double[] row : m) {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        row[j] = 0.5 + random.nextDouble();
        sum += row[j];
      }
      for (int j = 0; j < columns; j++) {
        row[j] /= sum;
      }
    }
    return m;
  }
}
