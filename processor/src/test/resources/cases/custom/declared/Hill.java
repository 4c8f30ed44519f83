package cases.custom.declared;

import io.github.cotangent.UseDerivatives;

@UseDerivatives(HillRules.class)
final class Hill {
  private final double width;

  Hill(double width) {
    this.width = width;
  }

  double width() {
    return width;
  }

  double height(double x) {
    return Math.exp(-x * x / width);
  }

  static double mean(double a, double b) {
    return (a + b) / 2;
  }

  @UseDerivatives(ValleyRules.class)
  static final class Valley {
    static double depth(double x) {
      return -Math.cosh(x);
    }

    private Valley() {}
  }
}
