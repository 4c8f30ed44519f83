package cases.loops.foreach_collection;

import io.github.cotangent.Differentiable;
import java.util.List;

// Enhanced for over an Iterable of constants.
// run: f(1.1, java.util.List.of(0.5, 1.5, 2.5), java.util.List.of("a", "bcd"))
final class Input {
  @Differentiable
  static double f(double x, List<Double> factors, Iterable<String> names) {
    double y = x;
    for (double k : factors) {
      y = y * k + x;
    }
    for (String name : names) {
      y = Math.sin(y) * name.length();
    }
    return y;
  }

  private Input() {}
}
