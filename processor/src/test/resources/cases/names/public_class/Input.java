package cases.names.public_class;

import io.github.cotangent.Differentiable;

// A public class with public, protected and package-private methods, and Javadoc to link.
// run: visible(1.5)
// run: protectedOne(1.5)
// run: packaged(1.5, 2)
public class Input {
  /** Public: x². */
  @Differentiable
  public static double visible(double x) {
    return x * x;
  }

  @Differentiable
  protected static double protectedOne(double x) {
    return visible(x) * x;
  }

  @Differentiable
  static double packaged(double x, double y) {
    return protectedOne(x) * y;
  }
}
