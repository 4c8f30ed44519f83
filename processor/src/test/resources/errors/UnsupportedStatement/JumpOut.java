package errors;

import io.github.cotangent.Differentiable;

// A jump out of a try statement, though nothing in it is active.
final class JumpOut {
  @Differentiable
  static double f(double x, String text) {
    for (int i = 0; i < 3; i++) {
      try { // error: UnsupportedStatement @7
        Integer.parseInt(text);
        break;
      } catch (NumberFormatException e) {
        System.out.println(text);
      }
    }
    return x * x;
  }
}
