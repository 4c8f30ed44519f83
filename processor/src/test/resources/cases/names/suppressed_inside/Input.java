package cases.names.suppressed_inside;

import io.github.cotangent.Differentiable;
import java.util.List;

// What the compiler would warn of in the user's code, and does not, it must not warn of in its copy.
final class Input {
  private Input() {}

  // run: sum(0.7, java.util.List.of(1, 2))
  @Differentiable
  @SuppressWarnings("unchecked")
  static double sum(double x, Object o) {
    List<Integer> numbers = (List<Integer>) o;
    double y = x;
    for (int n : numbers) {
      y *= n * x;
    }
    return y;
  }

  // run: local(0.7, java.util.List.of(1, 2))
  @Differentiable
  static double local(double x, Object o) {
    @SuppressWarnings({"rawtypes", "unchecked"})
    List<Integer> numbers = (List) o;
    return x * x * numbers.size();
  }
}
