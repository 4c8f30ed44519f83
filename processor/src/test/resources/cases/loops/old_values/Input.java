package cases.loops.old_values;

import io.github.cotangent.Differentiable;

// Variables that hold what an assignment behind them overwrites: that is not recorded twice.
// run: change(new double[] {0.3, -0.5, 0.9, 0.2})
// run: twice(new double[] {0.3, -0.5, 0.9, 0.2})
// run: left(new double[] {0.3, -0.5, 0.9, 0.2})
// run: leftBehind(new double[] {0.3, -0.5, 0.9, 0.2})
// run: sometimes(new double[] {0.3, -0.5, 0.9, 0.2})
// run: changed(new double[] {0.3, -0.5, 0.9, 0.2})
// run: exchanged(new double[] {0.3, -0.5, 0.9, 0.2})
// run: straight(0.7)
// run: whole(new double[] {0.3, -0.5, 0.9, 0.2})
final class Input {

  @Differentiable
  static double change(double[] x) {
    double level = 1;
    double y = 0;
    for (int i = 0; i < x.length; i++) {
      double last = level;
      level = Math.sin(level * x[i]) + x[i];
      y += (level - last) * last * last;
    }
    return y + level;
  }

  @Differentiable
  static double twice(double[] x) {
    double v = 1;
    double y = 0;
    for (int i = 0; i < x.length; i++) {
      double first = v;
      v = v * v * x[i];
      double second = v;
      double third = v;
      v = v * first + x[i];
      y += first * second * third * v;
    }
    return y;
  }

  @Differentiable
  static double left(double[] x) {
    double v = 1;
    double y = 0;
    for (int i = 0; i < x.length; i++) {
      double last = v;
      y += last * last * x[i];
      if (i == 2) {
        break;
      }
      v = v * v * last + x[i];
      y += last * v;
    }
    return y * v;
  }

  @Differentiable
  static double leftBehind(double[] x) {
    double v = 1;
    double y = 0;
    for (int i = 0; i < x.length; i++) {
      if (i == 1) {
        continue;
      }
      double last = v;
      v = v * v * x[i] + last;
      if (i == 2) {
        break;
      }
      y += last * v * v;
    }
    return y * v;
  }

  @Differentiable
  static double sometimes(double[] x) {
    double v = 1;
    double y = 0;
    for (int i = 0; i < x.length; i++) {
      double last = v;
      if (i % 2 == 0) {
        v = v * v * x[i];
      }
      y += last * last * v;
      v = v * x[i] + last * v;
    }
    return y * v;
  }

  @Differentiable
  static double changed(double[] x) {
    double v = 1;
    double y = 0;
    for (int i = 0; i < x.length; i++) {
      double last = v;
      last = last * 2;
      v = v * v * x[i] + last * last;
      y += last * v;
    }
    return y;
  }

  @Differentiable
  static double exchanged(double[] x) {
    double a = 1;
    double b = 2;
    for (int i = 0; i < x.length; i++) {
      double spare = a * 1.0;
      double old = a;
      a = b * x[i] * a;
      b = old * old * spare;
    }
    return a * b;
  }

  @Differentiable
  static double straight(double x) {
    double y = x * x;
    double old = y;
    y = y * y * old;
    double older = y;
    if (older > 0) {
      y = Math.sin(y) * old;
    }
    return y * older * old;
  }

  @Differentiable
  static double whole(double[] x) {
    int k = 0;
    double y = 1;
    while (k < x.length) {
      int from = k;
      k = k + 1 + from % 2;
      y += y * x[from] * x[from];
    }
    return y;
  }
}
