package split;

import io.github.cotangent.Differentiable;

/** Cut into pieces of about ten lines, as if that were what HotSpot compiles. */
final class Input {
  @Differentiable
  static double f(double[] x, double a) {
    double sum = 0.0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0.0) {
        continue;
      }
      double y = a * x[i];
      double z = Math.sin(y) / (1.0 + y * y);
      sum = sum * 0.5 + z * z * y;
    }
    double scale = a * a + 1.0;
    sum = Math.sqrt(sum * sum + scale);
    if (sum > 2.0) {
      sum = Math.log(sum) * scale;
    } else {
      sum = sum * sum - scale;
    }
    return sum / scale;
  }
}
