package cases.surgery.scalars;

import static io.github.cotangent.Gradients.insertGradientOf;
import static io.github.cotangent.Gradients.inspectGradientOf;
import static io.github.cotangent.Gradients.stopGradient;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;

// Operations on the adjoints of numbers: where they stand decides what has been added by then.
// kink
// expect: dScaled(3.0) = 61.0
// expect: dBetween(3.0) = 13.0
// expect: dFloats(3f) = 1.5f
// expect: dFloatsSeen(3f) + Input.log[1] = 4.5 + 1.5
// expect: dSeen(3.0) + 100 * Input.log[0] + 1000 * Input.log[1] = 1511.0
// expect: dCaptured(2.0) + Input.log[0] = 4.0 + 5.0
// expect: dStopped(3.0) = 3.0
// expect: dUnused(3.0) = 1.0
// expect: dBranch(3.0) + dBranch(-3.0) = 10.0 - 6.0
final class Input {
  static final double[] log = new double[2];

  @Differentiable
  static double scaled(double x) {
    double y = x * x;
    insertGradientOf(y, dy -> 10 * dy);
    return y + x;
  }

  // Only the second use of x comes after the statement.
  @Differentiable
  static double between(double x) {
    double y = 3 * x;
    insertGradientOf(x, dx -> 10 * dx);
    return y + x;
  }

  @Differentiable
  static float floats(float x) {
    float y = x;
    Gradients.insertGradientOf(y, dy -> dy * 0.5);
    return 3 * y;
  }

  // The lambdas take a double, as javac reads them: the same overload, and no cast in vain.
  @Differentiable
  static float floatsSeen(float x) {
    float y = 3 * x;
    Gradients.inspectGradientOf(y, dy -> log(1, dy));
    Gradients.insertGradientOf(y, dy -> half((float) dy));
    Gradients.insertGradientOf(x, dx -> twice(dx));
    return 3 * y;
  }

  static float half(float x) {
    return x / 2;
  }

  static double twice(double x) {
    return 2 * x;
  }

  static float twice(float x) {
    return -x;
  }

  @Differentiable
  static double seen(double x) {
    double y = x * x;
    inspectGradientOf(x, dx -> log(0, dx));
    inspectGradientOf(y, dy -> log(1, dy));
    double z = 2 * y;
    inspectGradientOf(
        x,
        dx -> {
          for (int i = 0; i < 2; i++) {
            log(0, dx + 6);
          }
        });
    return z / 2 + 5 * x;
  }

  static void log(int i, double value) {
    log[i] = value;
  }

  // What the lambda captures has the value that it had there.
  @Differentiable
  static double captured(double x) {
    double k = x + 3;
    final double seen = k;
    inspectGradientOf(x, dx -> log(0, seen));
    k = k * 100;
    return x * x + 0 * k;
  }

  @Differentiable
  static double stopped(double x) {
    return stopGradient(x) * x;
  }

  // No derivative flows through y: there is nothing to change.
  @Differentiable
  static double unused(double x) {
    double y = x * x;
    insertGradientOf(y, dy -> dy + 100);
    return x;
  }

  @Differentiable
  static double branch(double x) {
    double y = x * 2;
    if (x > 0) {
      insertGradientOf(y, dy -> dy + 4);
    } else {
      insertGradientOf(y, dy -> dy - 4);
    }
    return y;
  }

  private Input() {}
}
