package io.github.cotangent.benchmarks.lstm;

/**
 * The adjoint by hand in the shape that the compiler chose: step by step, layer by layer, unit by
 * unit, with all results of {@code exp} and {@code tanh} stored for the sweep back.
 */
final class LstmStored {

  private static final int FORGET = 0;
  private static final int IN = 1;
  private static final int OUT = 2;
  private static final int CHANGE = 3;

  /** What a layer's step computes, each with an element for each unit. */
  private record Step(
      double[] x,
      double[] hiddenBefore,
      double[] cellBefore,
      double[] forget,
      double[] in,
      double[] out,
      double[] change,
      double[] tanh,
      double[] cell,
      double[] hidden) {

    static Step after(double[] x, double[] hidden, double[] cell) {
      int n = x.length;
      return new Step(
          x,
          hidden,
          cell,
          new double[n],
          new double[n],
          new double[n],
          new double[n],
          new double[n],
          new double[n],
          new double[n]);
    }
  }

  private final LstmInput in;
  private final LstmGradient gradient;
  private final Step[][] steps;
  private final double[][] shares;
  private final double[][] dhidden;
  private final double[][] dcell;
  private final double[] dx;

  private LstmStored(LstmInput in) {
    this.in = in;
    gradient = LstmGradient.zero(in);
    steps = new Step[in.steps()][in.layers()];
    shares = new double[in.steps()][in.bits()];
    dhidden = new double[in.layers()][in.bits()];
    dcell = new double[in.layers()][in.bits()];
    dx = new double[in.bits()];
  }

  static LstmGradient gradient(LstmInput in) {
    LstmStored adjoint = new LstmStored(in);
    for (int t = 0; t < in.steps(); t++) {
      adjoint.forward(t);
    }
    double dtotal = -1.0 / (in.steps() * in.bits());
    for (int t = in.steps() - 1; t >= 0; t--) {
      adjoint.backward(t, dtotal);
    }
    return adjoint.gradient;
  }

  private void forward(int t) {
    double[] input = in.sequence()[t];
    double[] first = in.extra()[0];
    double[] x = new double[in.bits()];
    for (int i = 0; i < x.length; i++) {
      x[i] = input[i] * first[i];
    }
    for (int layer = 0; layer < in.layers(); layer++) {
      double[] hidden = t == 0 ? in.state()[layer][0] : steps[t - 1][layer].hidden;
      double[] cell = t == 0 ? in.state()[layer][1] : steps[t - 1][layer].cell;
      Step step = Step.after(x, hidden, cell);
      cell(in.main()[layer][0], in.main()[layer][1], step);
      steps[t][layer] = step;
      x = step.hidden;
    }
    softmax(x, in.extra()[1], in.extra()[2], shares[t]);
  }

  private static void softmax(double[] x, double[] weight, double[] bias, double[] shares) {
    double sum = 2;
    for (int i = 0; i < x.length; i++) {
      shares[i] = Math.exp(x[i] * weight[i] + bias[i]);
      sum += shares[i];
    }
    for (int i = 0; i < x.length; i++) {
      shares[i] /= sum;
    }
  }

  private static void cell(double[][] weight, double[][] bias, Step s) {
    for (int i = 0; i < s.x.length; i++) {
      double x = s.x[i];
      double h = s.hiddenBefore[i];
      double forget = sigmoid(x * weight[FORGET][i] + bias[FORGET][i]);
      double in = sigmoid(h * weight[IN][i] + bias[IN][i]);
      double out = sigmoid(x * weight[OUT][i] + bias[OUT][i]);
      double change = Math.tanh(h * weight[CHANGE][i] + bias[CHANGE][i]);
      double cell = s.cellBefore[i] * forget + in * change;
      double tanh = Math.tanh(cell);
      s.forget[i] = forget;
      s.in[i] = in;
      s.out[i] = out;
      s.change[i] = change;
      s.tanh[i] = tanh;
      s.cell[i] = cell;
      s.hidden[i] = out * tanh;
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private void backward(int t, double dtotal) {
    int last = in.layers() - 1;
    double[] next = in.sequence()[t + 1];
    double[] weight = in.extra()[1];
    double[] hidden = steps[t][last].hidden;
    double all = 0;
    for (double e : next) {
      all += e;
    }
    for (int i = 0; i < next.length; i++) {
      double dy = dtotal * (next[i] - all * shares[t][i]);
      gradient.extra()[1][i] += dy * hidden[i];
      gradient.extra()[2][i] += dy;
      dhidden[last][i] += dy * weight[i];
    }
    for (int layer = last; layer > 0; layer--) {
      cellBackward(layer, steps[t][layer], dhidden[layer - 1]);
    }
    cellBackward(0, steps[t][0], dx);
    for (int i = 0; i < dx.length; i++) {
      gradient.extra()[0][i] += dx[i] * in.sequence()[t][i];
      dx[i] = 0;
    }
  }

  private void cellBackward(int layer, Step s, double[] dx) {
    double[][] weight = in.main()[layer][0];
    double[][] dweight = gradient.main()[layer][0];
    double[][] dbias = gradient.main()[layer][1];
    double[] dh = dhidden[layer];
    double[] dc = dcell[layer];
    for (int i = 0; i < dh.length; i++) {
      double tanh = s.tanh[i];
      double change = s.change[i];
      double out = s.out[i];
      double in = s.in[i];
      double forget = s.forget[i];
      double dcell = dc[i] + dh[i] * out * (1 - tanh * tanh);
      double dout = dh[i] * tanh * out * (1 - out);
      double dforget = dcell * s.cellBefore[i] * forget * (1 - forget);
      double din = dcell * change * in * (1 - in);
      double dchange = dcell * in * (1 - change * change);
      dc[i] = dcell * forget;
      dh[i] = din * weight[IN][i] + dchange * weight[CHANGE][i];
      dx[i] += dforget * weight[FORGET][i] + dout * weight[OUT][i];
      dweight[FORGET][i] += dforget * s.x[i];
      dweight[IN][i] += din * s.hiddenBefore[i];
      dweight[OUT][i] += dout * s.x[i];
      dweight[CHANGE][i] += dchange * s.hiddenBefore[i];
      dbias[FORGET][i] += dforget;
      dbias[IN][i] += din;
      dbias[OUT][i] += dout;
      dbias[CHANGE][i] += dchange;
    }
  }
}
