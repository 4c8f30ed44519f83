package cases.arithmetic.literals;

import io.github.cotangent.Differentiable;

// Literals of every form.
// run: f(1.25)
final class Input {
  @Differentiable
  static double f(double x) {
    double y = 1e-3 * x + .5 * x + 2. * x + 0x1.8p1 * x + 1_000.25 * x + 3d * x;
    y += 0x1F * x + 0b101 * x + 017 * x + 1_0L * x + 2.5f * x + 'a' * x + '\n' * x + '\u0041' * x;
    y += (true ? 1 : 0) * x + Integer.MAX_VALUE * x * 1e-9 + Math.PI * x - -1 * x;
    String s = "quote \" and \\ tab \t" + """
        text
          block""" + null;
    return y * s.length() + Double.MIN_VALUE;
  }

  private Input() {}
}
