package io.github.cotangent.benchmarks.lstm;

/**
 * The adjoint by hand in the best shape we know. The way forward goes step by step, so that the
 * units' calls of {@code exp} and {@code tanh} need not wait for each other, and stores the partial
 * derivatives of each step. A unit meets the others only in the softmax, so the way back goes unit
 * by unit: what is stored lies in rows over time with one bare index, and the adjoints of a unit's
 * weights are sums in local variables.
 */
final class LstmUnits {

  private static final int FORGET = 0;
  private static final int IN = 1;
  private static final int OUT = 2;
  private static final int CHANGE = 3;

  /**
   * What a unit keeps of each step.
   *
   * @param hidden its value
   * @param carry derivative of the cell with respect to the cell before: the forget gate
   * @param cellOfHidden derivative of the hidden value with respect to the cell
   * @param outOfHidden derivative of the hidden value with respect to the sum in the out gate
   * @param forgetOfCell derivative of the cell with respect to the sum in the forget gate
   * @param inOfCell derivative of the cell with respect to the sum in the in gate
   * @param changeOfCell derivative of the cell with respect to the sum in the change
   */
  private record History(
      double[] hidden,
      double[] carry,
      double[] cellOfHidden,
      double[] outOfHidden,
      double[] forgetOfCell,
      double[] inOfCell,
      double[] changeOfCell) {

    History(int steps) {
      this(
          new double[steps],
          new double[steps],
          new double[steps],
          new double[steps],
          new double[steps],
          new double[steps],
          new double[steps]);
    }
  }

  private final LstmInput in;
  private final LstmGradient gradient;
  private final History[][] histories;

  /** The network's input, and its share of the softmax, for each unit: rows over time. */
  private final double[][] inputs;

  private final double[][] shares;
  private final double[] sums;

  private LstmUnits(LstmInput in) {
    int steps = in.steps();
    this.in = in;
    gradient = LstmGradient.zero(in);
    histories = new History[in.layers()][in.bits()];
    inputs = new double[in.bits()][steps];
    shares = new double[in.bits()][steps];
    sums = new double[steps];
  }

  static LstmGradient gradient(LstmInput in) {
    LstmUnits adjoint = new LstmUnits(in);
    adjoint.forward();
    adjoint.softmax();
    for (int unit = 0; unit < in.bits(); unit++) {
      adjoint.backward(unit);
    }
    return adjoint.gradient;
  }

  private void forward() {
    for (int layer = 0; layer < in.layers(); layer++) {
      for (int unit = 0; unit < in.bits(); unit++) {
        histories[layer][unit] = new History(sums.length);
      }
      double[] hidden = in.state()[layer][0].clone();
      double[] cell = in.state()[layer][1].clone();
      for (int t = 0; t < sums.length; t++) {
        step(layer, t, hidden, cell);
      }
    }
  }

  private void step(int layer, int t, double[] hidden, double[] cell) {
    double[][] weight = in.main()[layer][0];
    double[][] bias = in.main()[layer][1];
    for (int unit = 0; unit < hidden.length; unit++) {
      double x = layer == 0 ? input(unit, t) : histories[layer - 1][unit].hidden[t];
      double h = hidden[unit];
      double forget = sigmoid(x * weight[FORGET][unit] + bias[FORGET][unit]);
      double in = sigmoid(h * weight[IN][unit] + bias[IN][unit]);
      double out = sigmoid(x * weight[OUT][unit] + bias[OUT][unit]);
      double change = Math.tanh(h * weight[CHANGE][unit] + bias[CHANGE][unit]);
      double before = cell[unit];
      cell[unit] = before * forget + in * change;
      double tanh = Math.tanh(cell[unit]);
      hidden[unit] = out * tanh;
      History u = histories[layer][unit];
      u.hidden[t] = hidden[unit];
      u.carry[t] = forget;
      u.cellOfHidden[t] = out * (1 - tanh * tanh);
      u.outOfHidden[t] = tanh * out * (1 - out);
      u.forgetOfCell[t] = before * forget * (1 - forget);
      u.inOfCell[t] = change * in * (1 - in);
      u.changeOfCell[t] = in * (1 - change * change);
    }
  }

  private double input(int unit, int t) {
    inputs[unit][t] = in.sequence()[t][unit] * in.extra()[0][unit];
    return inputs[unit][t];
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** The reciprocal of each step's sum is kept: what is left to the units is a product. */
  private void softmax() {
    for (int t = 0; t < sums.length; t++) {
      sums[t] = 2;
    }
    for (int unit = 0; unit < shares.length; unit++) {
      double[] hidden = histories[in.layers() - 1][unit].hidden;
      double[] share = shares[unit];
      double weight = in.extra()[1][unit];
      double bias = in.extra()[2][unit];
      for (int t = 0; t < sums.length; t++) {
        share[t] = Math.exp(hidden[t] * weight + bias);
        sums[t] += share[t];
      }
    }
    for (int t = 0; t < sums.length; t++) {
      double all = 0;
      for (double e : in.sequence()[t + 1]) {
        all += e;
      }
      sums[t] = all / sums[t];
    }
  }

  private void backward(int unit) {
    int last = in.layers() - 1;
    double dtotal = -1.0 / (sums.length * shares.length);
    double[] share = shares[unit];
    double[] hidden = histories[last][unit].hidden;
    double weight = in.extra()[1][unit];
    double[] dx = new double[sums.length];
    double dweight = 0;
    double dbias = 0;
    for (int t = sums.length - 1; t >= 0; t--) {
      double dy = dtotal * (in.sequence()[t + 1][unit] - sums[t] * share[t]);
      dweight += dy * hidden[t];
      dbias += dy;
      dx[t] = dy * weight;
    }
    gradient.extra()[1][unit] = dweight;
    gradient.extra()[2][unit] = dbias;
    for (int layer = last; layer >= 0; layer--) {
      backward(layer, unit, layer == 0 ? inputs[unit] : histories[layer - 1][unit].hidden, dx);
    }
    double dfirst = 0;
    for (int t = sums.length - 1; t >= 0; t--) {
      dfirst += dx[t] * in.sequence()[t][unit];
    }
    gradient.extra()[0][unit] = dfirst;
  }

  /** On entry {@code d} is the adjoint of the hidden values of the unit, on return that of x. */
  private void backward(int layer, int unit, double[] x, double[] d) {
    History u = histories[layer][unit];
    double[][] weight = in.main()[layer][0];
    double forgetWeight = weight[FORGET][unit];
    double inWeight = weight[IN][unit];
    double outWeight = weight[OUT][unit];
    double changeWeight = weight[CHANGE][unit];
    double[] dweight = new double[4];
    double[] dbias = new double[4];
    double dforgetWeight = 0;
    double dinWeight = 0;
    double doutWeight = 0;
    double dchangeWeight = 0;
    double dforgetBias = 0;
    double dinBias = 0;
    double doutBias = 0;
    double dchangeBias = 0;
    double dhidden = 0;
    double dcell = 0;
    for (int t = x.length - 1; t >= 0; t--) {
      double hiddenBefore = t == 0 ? in.state()[layer][0][unit] : u.hidden[t - 1];
      double dh = dhidden + d[t];
      double dc = dcell + dh * u.cellOfHidden[t];
      double dout = dh * u.outOfHidden[t];
      double dforget = dc * u.forgetOfCell[t];
      double din = dc * u.inOfCell[t];
      double dchange = dc * u.changeOfCell[t];
      dcell = dc * u.carry[t];
      // In brackets what does not wait for the step after.
      dhidden = dc * (u.inOfCell[t] * inWeight + u.changeOfCell[t] * changeWeight);
      d[t] = dforget * forgetWeight + dout * outWeight;
      dforgetWeight += dforget * x[t];
      dinWeight += din * hiddenBefore;
      doutWeight += dout * x[t];
      dchangeWeight += dchange * hiddenBefore;
      dforgetBias += dforget;
      dinBias += din;
      doutBias += dout;
      dchangeBias += dchange;
    }
    dweight[FORGET] = dforgetWeight;
    dweight[IN] = dinWeight;
    dweight[OUT] = doutWeight;
    dweight[CHANGE] = dchangeWeight;
    dbias[FORGET] = dforgetBias;
    dbias[IN] = dinBias;
    dbias[OUT] = doutBias;
    dbias[CHANGE] = dchangeBias;
    for (int gate = 0; gate < 4; gate++) {
      gradient.main()[layer][0][gate][unit] = dweight[gate];
      gradient.main()[layer][1][gate][unit] = dbias[gate];
    }
  }
}
