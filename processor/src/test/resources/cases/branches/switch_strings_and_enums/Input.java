package cases.branches.switch_strings_and_enums;

import io.github.cotangent.Differentiable;

// Switches over a string, an enum and a char.
// run: f(1.5, "sin", Input.Mode.FAST, 'b')
// run: f(1.5, "cos", Input.Mode.SLOW, 'x')
// run: f(1.5, "other", Input.Mode.NONE, 'a')
final class Input {
  enum Mode {
    FAST,
    SLOW,
    NONE
  }

  @Differentiable
  static double f(double x, String name, Mode mode, char c) {
    double y = switch (name) {
      case "sin" -> Math.sin(x);
      case "cos", "cosine" -> Math.cos(x);
      default -> x;
    };
    switch (mode) {
      case FAST:
        y = y * y;
        break;
      case SLOW:
        y = y * x + 1;
        break;
      default:
        break;
    }
    double z = switch (mode) {
      case FAST -> y;
      case SLOW -> y * 2;
      case NONE -> x;
    };
    switch (c) {
      case 'a' -> z *= x;
      case 'b' -> z *= z;
      default -> {}
    }
    return y * z;
  }

  private Input() {}
}
