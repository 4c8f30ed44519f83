package io.github.cotangent.benchmarks.gmm;

import io.github.cotangent.benchmarks.problem.DoubleStack;

/** The literal adjoint by hand: each value that is overwritten goes to one stack. */
final class GmmPushPop {

  private final GmmFrame frame;
  private final DoubleStack stack = new DoubleStack();
  private final double[] terms;
  private final double[] dterms;
  private final double[] centered;
  private final double[] dcentered;
  private final double[] product;
  private final double[] dproduct;

  private GmmPushPop(GmmInput in) {
    frame = new GmmFrame(in);
    terms = new double[in.components()];
    dterms = new double[in.components()];
    centered = new double[in.dimension()];
    dcentered = new double[in.dimension()];
    product = new double[in.dimension()];
    dproduct = new double[in.dimension()];
  }

  static GmmGradient gradient(GmmInput in) {
    GmmPushPop adjoint = new GmmPushPop(in);
    for (int i = 0; i < in.points(); i++) {
      adjoint.forward(in.x()[i]);
    }
    for (int i = in.points() - 1; i >= 0; i--) {
      adjoint.backward();
    }
    return adjoint.frame.finish();
  }

  private void forward(double[] x) {
    for (int c = 0; c < terms.length; c++) {
      double[] mean = frame.in.means()[c];
      for (int j = 0; j < centered.length; j++) {
        stack.push(centered[j]);
        centered[j] = x[j] - mean[j];
      }
      multiply(frame.diagonals[c], frame.in.icf()[c]);
      double norm = 0;
      for (double e : product) {
        stack.push(norm);
        norm += e * e;
      }
      stack.push(terms[c]);
      terms[c] = frame.in.alphas()[c] + frame.sums[c] - 0.5 * norm;
    }
    logSumExp();
  }

  private void multiply(double[] diagonal, double[] row) {
    int d = centered.length;
    for (int i = 0; i < d; i++) {
      stack.push(product[i]);
      product[i] = diagonal[i] * centered[i];
    }
    int next = d;
    for (int column = 0; column < d; column++) {
      for (int i = column + 1; i < d; i++) {
        stack.push(product[i]);
        product[i] += row[next] * centered[column];
        next++;
      }
    }
  }

  private void logSumExp() {
    double max = terms[0];
    for (double e : terms) {
      stack.push(max);
      max = Math.max(max, e);
    }
    double sum = 0;
    for (double e : terms) {
      double exp = Math.exp(e - max);
      stack.push(exp);
      stack.push(sum);
      sum += exp;
    }
    stack.push(max);
    stack.push(sum);
  }

  private void backward() {
    logSumExpBackward();
    for (int c = terms.length - 1; c >= 0; c--) {
      terms[c] = stack.pop();
      frame.gradient.alphas()[c] += dterms[c];
      frame.dsums[c] += dterms[c];
      double dnorm = -0.5 * dterms[c];
      dterms[c] = 0;
      for (int j = product.length - 1; j >= 0; j--) {
        stack.pop();
        dproduct[j] += 2 * product[j] * dnorm;
      }
      multiplyBackward(c);
      double[] dmean = frame.gradient.means()[c];
      for (int j = centered.length - 1; j >= 0; j--) {
        centered[j] = stack.pop();
        dmean[j] -= dcentered[j];
        dcentered[j] = 0;
      }
    }
  }

  private void logSumExpBackward() {
    double sum = stack.pop();
    double max = stack.pop();
    double dmax = 1;
    double dsum = 1 / sum;
    for (int c = terms.length - 1; c >= 0; c--) {
      stack.pop();
      double exp = stack.pop();
      dterms[c] += dsum * exp;
      dmax -= dsum * exp;
    }
    for (int c = terms.length - 1; c >= 0; c--) {
      double before = stack.pop();
      if (terms[c] > before) {
        dterms[c] += dmax;
        dmax = 0;
      }
      max = before;
    }
    dterms[0] += max == terms[0] ? dmax : 0;
  }

  private void multiplyBackward(int c) {
    double[] row = frame.in.icf()[c];
    double[] drow = frame.gradient.icf()[c];
    double[] diagonal = frame.diagonals[c];
    double[] ddiagonal = frame.ddiagonals[c];
    int next = row.length;
    for (int column = centered.length - 1; column >= 0; column--) {
      for (int i = centered.length - 1; i > column; i--) {
        next--;
        product[i] = stack.pop();
        drow[next] += dproduct[i] * centered[column];
        dcentered[column] += dproduct[i] * row[next];
      }
    }
    for (int i = centered.length - 1; i >= 0; i--) {
      product[i] = stack.pop();
      ddiagonal[i] += dproduct[i] * centered[i];
      dcentered[i] += dproduct[i] * diagonal[i];
      dproduct[i] = 0;
    }
  }
}
