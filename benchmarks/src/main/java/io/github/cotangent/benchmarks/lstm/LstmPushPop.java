package io.github.cotangent.benchmarks.lstm;

import io.github.cotangent.benchmarks.problem.DoubleStack;

/** The literal adjoint by hand: each value that is overwritten goes to one stack. */
final class LstmPushPop {

  private static final int FORGET = 0;
  private static final int IN = 1;
  private static final int OUT = 2;
  private static final int CHANGE = 3;

  private final LstmInput in;
  private final LstmGradient gradient;
  private final DoubleStack stack = new DoubleStack();
  private final double[][] hidden;
  private final double[][] cell;
  private final double[][] dhidden;
  private final double[][] dcell;
  private final double[] x;
  private final double[] dx;
  private final double[] y;
  private final double[] dy;

  private LstmPushPop(LstmInput in) {
    int bits = in.bits();
    this.in = in;
    gradient = LstmGradient.zero(in);
    hidden = new double[in.layers()][];
    cell = new double[in.layers()][];
    dhidden = new double[in.layers()][bits];
    dcell = new double[in.layers()][bits];
    x = new double[bits];
    dx = new double[bits];
    y = new double[bits];
    dy = new double[bits];
    for (int layer = 0; layer < in.layers(); layer++) {
      hidden[layer] = in.state()[layer][0].clone();
      cell[layer] = in.state()[layer][1].clone();
    }
  }

  static LstmGradient gradient(LstmInput in) {
    LstmPushPop adjoint = new LstmPushPop(in);
    for (int t = 0; t < in.steps(); t++) {
      adjoint.forward(in.sequence()[t]);
    }
    double dtotal = -1.0 / (in.steps() * in.bits());
    for (int t = in.steps() - 1; t >= 0; t--) {
      adjoint.backward(in.sequence()[t], in.sequence()[t + 1], dtotal);
    }
    return adjoint.gradient;
  }

  private void forward(double[] input) {
    int last = in.layers() - 1;
    for (int i = 0; i < x.length; i++) {
      stack.push(x[i]);
      x[i] = input[i] * in.extra()[0][i];
    }
    for (int layer = 0; layer <= last; layer++) {
      double[] below = layer == 0 ? x : hidden[layer - 1];
      cell(in.main()[layer][0], in.main()[layer][1], hidden[layer], cell[layer], below);
    }
    double sum = 2;
    for (int i = 0; i < y.length; i++) {
      stack.push(y[i]);
      y[i] = hidden[last][i] * in.extra()[1][i] + in.extra()[2][i];
      double exp = Math.exp(y[i]);
      stack.push(exp);
      stack.push(sum);
      sum += exp;
    }
    stack.push(sum);
  }

  private void cell(double[][] weight, double[][] bias, double[] h, double[] c, double[] below) {
    for (int i = 0; i < h.length; i++) {
      double forget = sigmoid(below[i] * weight[FORGET][i] + bias[FORGET][i]);
      double in = sigmoid(h[i] * weight[IN][i] + bias[IN][i]);
      double out = sigmoid(below[i] * weight[OUT][i] + bias[OUT][i]);
      double change = Math.tanh(h[i] * weight[CHANGE][i] + bias[CHANGE][i]);
      stack.push(c[i]);
      c[i] = c[i] * forget + in * change;
      double tanh = Math.tanh(c[i]);
      stack.push(h[i]);
      h[i] = out * tanh;
      stack.push(forget);
      stack.push(in);
      stack.push(out);
      stack.push(change);
      stack.push(tanh);
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private void backward(double[] input, double[] next, double dtotal) {
    int last = in.layers() - 1;
    double sum = stack.pop();
    double dsum = 0;
    for (int i = y.length - 1; i >= 0; i--) {
      double dnormalised = dtotal * next[i];
      dy[i] += dnormalised;
      dsum -= dnormalised / sum;
    }
    for (int i = y.length - 1; i >= 0; i--) {
      stack.pop();
      dy[i] += dsum * stack.pop();
      gradient.extra()[1][i] += dy[i] * hidden[last][i];
      gradient.extra()[2][i] += dy[i];
      dhidden[last][i] += dy[i] * in.extra()[1][i];
      y[i] = stack.pop();
      dy[i] = 0;
    }
    for (int layer = last; layer >= 0; layer--) {
      double[] below = layer == 0 ? x : hidden[layer - 1];
      cellBackward(layer, below, layer == 0 ? dx : dhidden[layer - 1]);
    }
    for (int i = x.length - 1; i >= 0; i--) {
      x[i] = stack.pop();
      gradient.extra()[0][i] += dx[i] * input[i];
      dx[i] = 0;
    }
  }

  private void cellBackward(int layer, double[] below, double[] dbelow) {
    double[][] weight = in.main()[layer][0];
    double[][] dweight = gradient.main()[layer][0];
    double[][] dbias = gradient.main()[layer][1];
    double[] h = hidden[layer];
    double[] c = cell[layer];
    double[] dh = dhidden[layer];
    double[] dc = dcell[layer];
    for (int i = h.length - 1; i >= 0; i--) {
      double tanh = stack.pop();
      double change = stack.pop();
      double out = stack.pop();
      double in = stack.pop();
      double forget = stack.pop();
      h[i] = stack.pop();
      double dout = dh[i] * tanh * out * (1 - out);
      dc[i] += dh[i] * out * (1 - tanh * tanh);
      c[i] = stack.pop();
      double dforget = dc[i] * c[i] * forget * (1 - forget);
      double din = dc[i] * change * in * (1 - in);
      double dchange = dc[i] * in * (1 - change * change);
      dc[i] = dc[i] * forget;
      dh[i] = din * weight[IN][i] + dchange * weight[CHANGE][i];
      dbelow[i] += dforget * weight[FORGET][i] + dout * weight[OUT][i];
      dweight[FORGET][i] += dforget * below[i];
      dweight[IN][i] += din * h[i];
      dweight[OUT][i] += dout * below[i];
      dweight[CHANGE][i] += dchange * h[i];
      dbias[FORGET][i] += dforget;
      dbias[IN][i] += din;
      dbias[OUT][i] += dout;
      dbias[CHANGE][i] += dchange;
    }
  }
}
