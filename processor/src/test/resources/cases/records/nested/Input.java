package cases.records.nested;

import io.github.cotangent.Differentiable;

// Records in records, deep reads, sharing of one inner record.
// run: f(new Input.Line(new Input.Point(1.1, 2.2), new Input.Point(0.3, 0.4), 1.5), 2.0)
final class Input {
  record Point(double x, double y) {}

  record Line(Point from, Point to, double width) {}

  @Differentiable
  static double f(Line line, double k) {
    Point p = line.from();
    Line turned = new Line(line.to(), p, line.width() * k);
    Line thick = new Line(p, p, turned.width() * turned.from().x());
    double dx = turned.to().x() - turned.from().x();
    double dy = line.to().y() - line.from().y();
    return Math.hypot(dx, dy) * turned.width() + thick.from().x() * thick.to().x() * thick.width();
  }

  private Input() {}
}
