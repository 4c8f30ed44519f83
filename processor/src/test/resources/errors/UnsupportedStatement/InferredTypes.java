package errors;

import io.github.cotangent.Differentiable;
import java.util.List;
import java.util.stream.Stream;

public final class InferredTypes {
  @Differentiable
  static double f(double a, double b) {
    return a * b;
  }

  static double uses() {
    var known = 2.0;
    dInferredTypes.FGradient typed = dInferredTypes.dF(1.0, known);
    var gradient = dInferredTypes.dF(1.0, 2.0); // error: UnsupportedStatement @9
    for (var g : List.of(dInferredTypes.dF(1.0, 2.0))) { // error: UnsupportedStatement @14
      System.out.println(g.a());
    }
    Stream.of(dInferredTypes.dF(1.0, 2.0))
        .forEach(g -> System.out.println(g.a())); // error: UnsupportedStatement @18
    Stream.of(known).forEach(k -> System.out.println(k));
    return gradient.a() + typed.a();
  }
}
