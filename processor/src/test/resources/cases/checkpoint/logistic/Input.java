package cases.checkpoint.logistic;

import static io.github.cotangent.Gradients.checkpoint;

import io.github.cotangent.Differentiable;

// The logistic map: the gradient is that of the loop that is recorded.
// run: logistic(3.1, 0.3, 17)
// run: logistic(3.1, 0.3, 1)
// run: logistic(3.1, 0.3, 0)
// expect: dLogistic(3.7, 0.4, 100).r() = dRecorded(3.7, 0.4, 100).r()
// expect: dLogistic(3.7, 0.4, 100).x0() = dRecorded(3.7, 0.4, 100).x0()
final class Input {
  @Differentiable
  static double logistic(double r, double x0, int n) {
    double x = x0;
    for (int i = 0; i < n; i++) {
      checkpoint();
      x = r * x * (1 - x);
    }
    return x;
  }

  @Differentiable
  static double recorded(double r, double x0, int n) {
    double x = x0;
    for (int i = 0; i < n; i++) {
      x = r * x * (1 - x);
    }
    return x;
  }

  private Input() {}
}
