package cases.branches.switch_expression_falls;

import io.github.cotangent.Differentiable;

// Switch expressions of statement groups, some of which run into the next.
// run: f(1.5, 0)
// run: f(1.5, 1)
// run: f(1.5, 2)
// run: f(-1.5, 2)
// run: f(1.5, 3)
// run: f(1.5, 9)
// run: labels(1.5, Mode.FAST)
// run: labels(1.5, Mode.SLOW)
// run: labels(1.5, Mode.OFF)
// run: nested(1.5, 0, 1)
// run: nested(1.5, 0, 7)
// run: nested(1.5, 1, 0)
// run: nested(1.5, 1, 1)
// run: nested(1.5, 2, 2)
// run: inLoop(1.2, 5)
// run: inLoop(0.7, 0)
final class Input {
  enum Mode {
    FAST,
    SLOW,
    OFF
  }

  @SuppressWarnings("fallthrough")
  @Differentiable
  static double f(double x, int k) {
    double y = x;
    return x
        * switch (k) {
          case 0:
            y = y * y;
          case 1:
            double z = y + 1;
            yield y * z;
          case 2:
            z = Math.sin(x);
            if (x > 0) {
              yield z;
            }
            y = z * x;
          default:
            y = y * x;
          case 3:
            yield y * y;
        };
  }

  @Differentiable
  static double labels(double x, Mode mode) {
    double weight =
        switch (mode) {
          case FAST:
          case SLOW:
            yield x * x;
          case OFF:
            yield 2 * x;
        };
    return weight * x;
  }

  @SuppressWarnings("fallthrough")
  @Differentiable
  static double nested(double x, int k, int m) {
    double y =
        switch (k) {
          case 0:
            double inner =
                switch (m) {
                  case 1:
                    x = x * x;
                  default:
                    yield 3 * x;
                };
            yield inner * x;
          case 1:
            for (int i = 0; i < 5; i++) {
              x = x * 1.1;
              if (i == m) {
                yield x * x;
              }
              switch (i) {
                case 3:
                  yield x;
                default:
              }
            }
          default:
            yield Math.exp(x);
        };
    return y * x;
  }

  @SuppressWarnings("fallthrough")
  @Differentiable
  static double inLoop(double x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum +=
          switch (i % 3) {
            case 0:
              x = x * x;
            case 1:
              if (x > 2) {
                yield Math.log(x);
              }
            default:
              yield x;
          };
    }
    return sum;
  }

  private Input() {}
}
