package cases.algorithms.mandelbrot;

import io.github.cotangent.Differentiable;

// Complex iteration with an escape test, on a pair of scalars.
// run: f(0.35, 0.4)
// run: f(0.1, 0.1)
final class Input {
  @Differentiable
  static double f(double a, double b) {
    double re = 0;
    double im = 0;
    int i = 0;
    for (; i < 6 && re * re + im * im < 4; i++) {
      double t = re * re - im * im + a;
      im = 2 * re * im + b;
      re = t;
    }
    return re * re + im * im + i;
  }

  private Input() {}
}
