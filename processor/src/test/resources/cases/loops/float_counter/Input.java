package cases.loops.float_counter;

import io.github.cotangent.Differentiable;

// A loop counted by an active floating-point variable.
// run: f(0.3, 2.0)
final class Input {
  @Differentiable
  static double f(double step, double end) {
    double area = 0;
    for (double t = 0; t < end; t += step) {
      area += t * t * step;
    }
    return area;
  }

  private Input() {}
}
