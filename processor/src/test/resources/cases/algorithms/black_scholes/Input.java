package cases.algorithms.black_scholes;

import io.github.cotangent.Differentiable;

// Straight-line finance: a polynomial approximation of the normal distribution, branches on sign.
// run: call(100, 95, 0.05, 0.2, 1.5)
// run: call(80, 95, 0.05, 0.2, 0.5)
final class Input {
  @Differentiable
  static double call(double spot, double strike, double rate, double sigma, double time) {
    double root = sigma * Math.sqrt(time);
    double d1 = (Math.log(spot / strike) + (rate + sigma * sigma / 2) * time) / root;
    double d2 = d1 - root;
    return spot * normal(d1) - strike * Math.exp(-rate * time) * normal(d2);
  }

  private static double normal(double x) {
    double k = 1 / (1 + 0.2316419 * Math.abs(x));
    double poly = k * (0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * -1.821255978)));
    double tail = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * poly;
    return x >= 0 ? 1 - tail : tail;
  }

  private Input() {}
}
