package cases.branches.shadowed_scopes;

import io.github.cotangent.Differentiable;

// Blocks, and variables of the same name and of different types in sibling scopes.
// run: f(1.5, 3)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double r = 0;
    {
      double t = x * x;
      r += t;
    }
    {
      float t = 2;
      r *= t;
      {
        double u = r * x;
        r = u;
      }
    }
    for (int i = 0; i < n; i++) {
      double t = r * i;
      r += t * 0.1;
    }
    for (double t = x; t < 10; t *= 2) {
      r += t;
    }
    double t = r * r;
    return t;
  }

  private Input() {}
}
