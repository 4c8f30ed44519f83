package cases.calls.null_receivers;

import io.github.cotangent.Differentiable;

/** A method that reads nothing of its receiver before it may end throws where that is null. */
final class Input {

  record Scale(double a, double b) {
    double six(double x) {
      double r = 1;
      for (int i = 0; i < 6; i++) {
        r *= x;
      }
      return r;
    }

    double early(double x) {
      if (x > 3) {
        return x;
      }
      double r = a;
      for (int i = 0; i < 3; i++) {
        r *= x;
      }
      return r;
    }

    /** The loop's head reads the receiver: no check is needed. */
    double power(double x) {
      double r = 1;
      for (int i = 0; i < (int) b; i++) {
        r *= x;
      }
      return r;
    }
  }

  static final class Model {
    final double[] weights = {2, 3};

    double cube(double x) {
      double r = x;
      for (int i = 0; i < 2; i++) {
        r *= x;
      }
      return r;
    }

    double weighted(double x) {
      double r = x;
      for (double w : weights) {
        r *= w * x;
      }
      return r;
    }
  }

  enum Kind {
    PLAIN,
    SQUARE;

    final double of(double x) {
      return switch (this) {
        case PLAIN -> x;
        case SQUARE -> x * x;
      };
    }
  }

  // run: six(new Input.Scale(1, 2), 0.5)
  // run: six(null, 0.5)
  @Differentiable
  static double six(Scale s, double x) {
    return s.six(x);
  }

  // run: early(new Input.Scale(1, 2), 0.5)
  // run: early(null, 5)
  @Differentiable
  static double early(Scale s, double x) {
    return s.early(x);
  }

  // run: power(new Input.Scale(1, 2.5), 0.5)
  // run: power(null, 0.5)
  @Differentiable
  static double power(Scale s, double x) {
    return s.power(x);
  }

  // run: cube(new Input.Model(), 0.5)
  // run: cube(null, 0.5)
  @Differentiable
  static double cube(Model m, double x) {
    return m.cube(x);
  }

  // run: weighted(new Input.Model(), 0.5)
  // run: weighted(null, 0.5)
  @Differentiable
  static double weighted(Model m, double x) {
    return m.weighted(x);
  }

  // run: kind(Input.Kind.SQUARE, 0.5)
  // run: kind(null, 0.5)
  @Differentiable
  static double kind(Kind k, double x) {
    return k.of(x);
  }

  private Input() {}
}
