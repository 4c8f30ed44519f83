package cases.arithmetic.foreign_constants;

import io.github.cotangent.Differentiable;
import java.util.List;
import java.util.Map;
import java.util.Random;

// Calls on foreign objects with no differentiable data flowing back are left as they are.
// run: f(1.5, new java.util.Random(7), java.util.List.of(3, 4, 5))
// run: g(0.5, java.util.Map.of("a", 2.0))
final class Input {
  @Differentiable
  static double f(double x, Random random, List<Integer> sizes) {
    double y = x;
    for (int size : sizes) {
      y = y * random.nextDouble() + x * size;
      double noise = random.nextGaussian();
      y += noise * y;
    }
    int longest = sizes.stream().mapToInt(Integer::intValue).max().orElse(0);
    return y * longest * sizes.get(0);
  }

  @Differentiable
  static double g(double x, Map<String, Double> settings) {
    double factor = settings.get("a");
    double other = settings.getOrDefault("b", 1.5);
    return x * factor + x * x * other;
  }

  private Input() {}
}
