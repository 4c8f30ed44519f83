package cases.records.variable_arity;

import io.github.cotangent.Differentiable;

// Records whose last component takes any number of arguments.
final class Input {
  private Input() {}

  record Polynomial(int degree, double... coefficients) {
    double at(double x) {
      double y = 0;
      for (int i = coefficients.length - 1; i >= 0; i--) {
        y = y * x + coefficients[i];
      }
      return y;
    }
  }

  record Point(double x, double y) {}

  record Path(Point... points) {}

  record Named(double x, Object... names) {}

  // run: values(0.7, new double[] {0.4, 0.6})
  @Differentiable
  static double values(double x, double[] a) {
    Polynomial given = new Polynomial(1, a);
    Polynomial spread = new Polynomial(2, 1, x, a[0]);
    Polynomial empty = new Polynomial(0);
    return given.at(x) * spread.at(a[1]) + empty.at(x) + spread.degree() * x;
  }

  // run: path(0.7, 1.2)
  @Differentiable
  static Path path(double x, double y) {
    Named named = new Named(x, "from", 1);
    Path path = new Path(new Point(x, y), new Point(x * y, named.x() * named.names().length));
    path.points()[0] = new Point(path.points()[1].y(), y);
    return path;
  }
}
