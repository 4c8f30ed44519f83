package cases.records.constant_components;

import io.github.cotangent.Differentiable;

// The constants in a gradient are those of the argument, also where the element was replaced.
// run: replaced(Input.points(), 2.0)
// expect: dReplaced(Input.points(), 2.0).points()[0].id() = 7
// expect: dReplaced(Input.points(), 2.0).points()[1].id() = 8
// run: moved(Input.points(), 2.0)
// expect: dMoved(Input.points(), 2.0).points()[0].name().length() = 1
// expect: dMoved(Input.points(), 2.0).points()[1].name().length() = 2
// expect: movedValueAndGradient(Input.points(), 2.0).gradient().points()[0].id() = 7
final class Input {
  record Point(double x, int id, String name) {}

  static Point[] points() {
    return new Point[] {new Point(1.5, 7, "a"), new Point(2.5, 8, "bc")};
  }

  @Differentiable
  static double replaced(Point[] points, double k) {
    points[0] = new Point(k * points[0].x(), 3, "new");
    return points[0].x() * points[1].x() * points[0].id();
  }

  @Differentiable
  static double moved(Point[] points, double k) {
    Point first = points[0];
    points[0] = points[1];
    points[1] = new Point(first.x() * k, first.id() + 1, null);
    return points[0].x() * points[1].x() * points[0].id();
  }

  private Input() {}
}
