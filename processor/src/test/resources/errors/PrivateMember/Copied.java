package errors;

import io.github.cotangent.Differentiable;

// Private methods that are copied into the generated class reach others in their turn.
final class Copied {
  private static final Integer BOXED = 3;

  private static int usesField(int n) {
    return BOXED + n; // error: PrivateMember
  }

  private static int calls(int n) {
    return usesField(n);
  }

  static final class First {
    private static int same(int n) {
      return n;
    }
  }

  static final class Second {
    private static int same(int n) { // error: PrivateMember @24
      return 2 * n;
    }
  }

  @Differentiable
  static double f(double x, int n) {
    return x * calls(n);
  }

  @Differentiable
  static double twoOfOneName(double x, int n) {
    return x * First.same(n) * Second.same(n);
  }
}
