package errors;

import io.github.cotangent.Differentiable;

// Private members and types that the generated class cannot reach.
final class Members {
  private static final double[] TABLE = {1, 2};
  private static final double COMPUTED = Math.sqrt(2);
  private static final int CONSTANT = 3;

  private record Pair(double a, double b) {}

  private enum Mode {
    ON
  }

  @Differentiable
  static double fields(double x) {
    return x * TABLE[0] // error: PrivateMember @16
        + x * COMPUTED // error: PrivateMember
        + x * COMPUTED * TABLE[1] // The same two: said once for a method.
        + x * CONSTANT;
  }

  @Differentiable
  static double parameter(Pair p) { // error: PrivateMember
    return p.a() * p.b();
  }

  @Differentiable
  static double local(double x) {
    Pair p = new Pair(x, x); // error: PrivateMember
    return p.a();
  }

  @Differentiable
  static double enumeration(double x) {
    return Mode.ON.ordinal() * x; // error: PrivateMember
  }

  @Differentiable
  private static double hidden(double x) { // error: PrivateMember
    return x;
  }

  private static final class Nested {
    @Differentiable
    static double f(double x) { // error: PrivateMember
      return x;
    }
  }
}
