package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

final class Other {
  @Differentiable(generate = Output.JVP)
  static double first(double x) {
    double a = x * x;
    double b = Partner.plain(a); // error: UnknownTangent
    return b + x;
  }

  @Differentiable(order = 2)
  static double second(double x) {
    double a = x * x;
    return Partner.once(a); // error: UnknownTangent
  }

  // Of this one a tangent is all that is needed.
  @Differentiable(generate = Output.JVP)
  static double tangentOnly(double x) {
    return Partner.once(x);
  }

  private Other() {}
}

final class Partner {
  @Differentiable
  static double plain(double x) {
    return x * x;
  }

  @Differentiable(generate = Output.JVP)
  static double once(double x) {
    return x * x;
  }

  // An error here, too: nothing is generated in these tests.
  @Differentiable(wrt = "y") // error: UnknownWrt
  static double wrong(double x) {
    return x;
  }

  private Partner() {}
}
