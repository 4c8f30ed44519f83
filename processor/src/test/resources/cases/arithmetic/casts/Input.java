package cases.arithmetic.casts;

import io.github.cotangent.Differentiable;

// (int) of an active value has derivative zero; (float) and (double) pass it on.
// run: f(2.7, 1.3f)
// tolerance: 2e-3
// step: 0.05
final class Input {
  @Differentiable
  static double f(double x, float y) {
    int whole = (int) x;
    long rounded = (long) (x * 10.0);
    double fraction = x - whole;
    float z = (float) fraction * y;
    double back = (double) z + (float) x;
    char c = (char) (x + 65);
    return back * fraction + rounded * 0 + c * x;
  }

  private Input() {}
}
