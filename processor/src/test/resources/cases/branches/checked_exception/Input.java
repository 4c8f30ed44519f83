package cases.branches.checked_exception;

import io.github.cotangent.Differentiable;
import java.io.IOException;

// A checked exception that is declared and thrown.
// run: f(1.5)
// run: f(-1.5)
final class Input {
  @Differentiable
  static double f(double x) throws IOException {
    double y = x * x;
    check(y, x);
    return y * x;
  }

  static void check(double y, double x) throws IOException {
    if (x < 0) {
      throw new IOException("negative");
    }
  }

  private Input() {}
}
