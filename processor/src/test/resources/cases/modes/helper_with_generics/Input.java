package cases.modes.helper_with_generics;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import java.util.List;

// The tangent of a helper whose parameters have type arguments.
// run: f(1.3, java.util.List.of(0.5, -1.5), new java.util.List[] {java.util.List.of("ab")})
// expect: fJvp(2.0, java.util.List.of(0.5, 1.0), new java.util.List[] {}, 1.0).valueDot() = 1.5
final class Input {
  @Differentiable(generate = {Output.GRADIENT, Output.JVP, Output.HVP})
  static double f(double x, List<Double> factors, List<String>[] names) {
    return weighted(x, factors, names);
  }

  private static double weighted(double x, List<Double> factors, List<String>[] names) {
    double sum = 0;
    for (double k : factors) {
      sum += k * x;
    }
    for (List<String> list : names) {
      sum *= x * list.size();
    }
    return sum;
  }

  private Input() {}
}
