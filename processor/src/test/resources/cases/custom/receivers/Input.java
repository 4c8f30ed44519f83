package cases.custom.receivers;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.PartialOf;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

// Instance methods: of an object that is a constant, and of a record that has an adjoint.
// run: f(0.7, new Input.Line(1.5, 0.4))
// run: length(new Input.Line(1.5, 0.4), 0.3)
final class Input {
  @Differentiable
  static double f(double x, @NonDifferentiable Line line) {
    Curve curve = new Curve(3);
    return curve.at(x) * curve.at(curve.at(x * line.slope()));
  }

  @Differentiable
  static double length(Line line, double x) {
    Line other = new Line(line.at(x), line.slope() * x);
    return other.at(line.at(2)) * x;
  }

  static final class Curve {
    final int bend;

    Curve(int bend) {
      this.bend = bend;
    }

    double at(double x) {
      return Math.sin(bend * x);
    }

    @PartialOf(
        method = "at(double x)",
        wrt = "x",
        names = {"self", "x"})
    static double atByX(Curve self, double x) {
      return self.bend * Math.cos(self.bend * x);
    }
  }

  record Line(double slope, double offset) {
    double at(double x) {
      return slope * x + offset;
    }
  }

  @PullbackOf(
      type = Line.class,
      method = "at(double x)",
      names = {"self", "x", "dResult"})
  static AtAdjoints linePullback(Line self, double x, double dResult) {
    return new AtAdjoints(new Line(dResult * x, dResult), dResult * self.slope());
  }

  record AtAdjoints(Line dself, double dx) {}

  @TangentOf(
      type = Line.class,
      method = "at(double x)",
      names = {"self", "x", "selfDot", "xDot"})
  static double lineTangent(Line self, double x, Line selfDot, double xDot) {
    return selfDot.slope() * x + self.slope() * xDot + selfDot.offset();
  }

  private Input() {}
}
