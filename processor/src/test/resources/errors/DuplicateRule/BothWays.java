package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.PartialOf;
import io.github.cotangent.UseDerivatives;

// Two rules for one method: one that its class names, one that the caller's class names.
@UseDerivatives(CallersRules.class)
final class BothWays {
  @Differentiable
  static double caller(double x) {
    return x * Slope.of(x); // error: DuplicateRule @21
  }

  private BothWays() {}
}

@UseDerivatives(OwnRules.class)
final class Slope {
  static double of(double x) {
    return x * x;
  }

  private Slope() {}
}

final class OwnRules {
  @PartialOf(type = Slope.class, method = "of(double x)", wrt = "x", names = "x")
  static double byX(double x) {
    return 2 * x;
  }

  private OwnRules() {}
}

final class CallersRules {
  @PartialOf(type = Slope.class, method = "of(double x)", wrt = "x", names = "x")
  static double byX(double x) {
    return x + x;
  }

  private CallersRules() {}
}
