package cases.records.array_copies;

import io.github.cotangent.Differentiable;
import java.util.Arrays;

// Operations of the JDK on arrays of records, overlaps included; records stored as they are made.
// run: f(2, 3, 5, 7)
// run: f(-1.5, 0.5, 2, 1)
// run: literal(3)
final class Input {
  record Point(double x, double y) {}

  @Differentiable
  static double f(double a, double b, double c, double d) {
    Point[] p = {new Point(a, b), new Point(c, d), new Point(a * d, 1)};
    Point[] q = p.clone();
    q[0] = new Point(q[0].x() * q[1].y(), 2);
    System.arraycopy(q, 0, q, 1, 2);
    Point[] r = Arrays.copyOf(q, 2);
    Point[] t = new Point[2];
    Arrays.fill(t, r[1]);
    Point[] w = Arrays.copyOfRange(p, 1, 3);
    p = p.clone();
    p[2] = p[0];
    return q[2].x() * t[1].x() * w[1].x() * p[2].y();
  }

  @Differentiable
  static double literal(double x) {
    Point a = new Point(x, x * x);
    Point[] q = {a, new Point(x, 3)};
    q[1] = q[0];
    q = new Point[] {q[1], q[0], new Point(x * x, 1)};
    return q[0].y() * q[1].x() * q[2].x();
  }
}
