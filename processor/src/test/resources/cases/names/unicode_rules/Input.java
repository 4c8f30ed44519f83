package cases.names.unicode_rules;

import io.github.cotangent.Differentiable;

// The rules of a gradient that is not differentiated itself name methods and parameters in any alphabet.
// run: größe(0.5, new double[] {1.5, 2, -1}, 0.75)
final class Input {
  private Input() {}

  @Differentiable(order = 2)
  static double größe(double λ, double[] 数, double $x) {
    double é = λ;
    int n = 0;
    while (é < 10 && n < 数.length) {
      é = é * é * 数[n] + $x;
      n++;
    }
    return é * λ;
  }
}
