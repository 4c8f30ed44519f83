package cases.records.pullback_of_record_arrays;

import io.github.cotangent.Differentiable;

// The seed of a pullback is an array of records: flat ones, ones that hold arrays, and rows of them.
// run: write(new Input.Point[] {new Input.Point(1.1, 0.2), new Input.Point(0.3, 0.4)}, 0.7)
// run: points(1.5, 0.5)
// run: bags(new double[] {1.1, 0.2}, 0.5)
// run: grid(1.5, new Input.Point(0.3, 0.4))
final class Input {
  record Point(double x, double y) {}

  record Bag(double[] values, Point center, int count) {}

  @Differentiable
  static void write(Point[] p, double k) {
    p[1] = new Point(p[0].x() * k, p[1].y() * p[0].y());
  }

  @Differentiable
  static Point[] points(double a, double b) {
    Point first = new Point(a * b, a);
    return new Point[] {first, new Point(b * b, 2), first};
  }

  @Differentiable
  static Bag[] bags(double[] a, double k) {
    a[0] *= k;
    return new Bag[] {
      new Bag(a, new Point(k, a[1]), 1), new Bag(new double[] {k * k}, new Point(1, k), 2)
    };
  }

  @Differentiable
  static Point[][] grid(double a, Point p) {
    Point[] row = {p, new Point(a, p.x() * a)};
    return new Point[][] {row, {new Point(a * a, p.y())}};
  }

  private Input() {}
}
