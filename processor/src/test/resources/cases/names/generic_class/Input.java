package cases.names.generic_class;

import io.github.cotangent.Differentiable;
import java.util.List;
import java.util.Optional;

// A static method in a generic class; raw and generic foreign types in inactive code.
// run: f(1.5, java.util.List.of("a", "b"), java.util.Optional.of(3))
class Input<T extends Comparable<T>> {
  @Differentiable
  static double f(double x, List<? extends CharSequence> names, Optional<Integer> n) {
    var first = names.get(0);
    double y = x * first.length();
    for (var name : names) {
      y = y * x + name.length();
    }
    return y * n.orElse(1);
  }

  private Input() {}
}
