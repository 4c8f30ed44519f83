package cases.calls.checked_exceptions;

import io.github.cotangent.Differentiable;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

// What runs the primal declares its checked exceptions; what only runs backward does not.
// run: f(1.5)
// run: f(-1.5)
// run: throughHelpers(1.5, 3)
// run: throughHelpers(1.5, 9)
// run: throughHelpers(-1.5, 3)
// run: arrays(new double[] {1.5, 2.5}, 1)
// run: arrays(new double[] {1.5, -2.5}, 1)
// run: arrays(new double[] {1.5, 2.5}, 2)
// run: linked(1.5, new double[] {1.5, 2.5})
// run: linked(-1.5, new double[] {1.5, 2.5})
// run: linked(1.5, new double[] {})
// run: recursive(1.5, 4)
// run: recursive(1.5, -1)
// run: scaled(new double[] {1.5, 2.5}, 2.0)
// run: scaled(new double[] {1.5, 2.5}, 0.0)
// run: Box#area(new Box(1.5, 2.5), 2.0)
// run: Box#area(new Box(1.5, -2.5), 2.0)
// run: constants(1.5, "2")
// run: constants(1.5, "")
final class Input {

  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  @Differentiable
  static double f(double x) throws IOException {
    if (x < 0) {
      throw new IOException("x = " + x);
    }
    return x * x;
  }

  private static double root(double x) throws Refused {
    if (x < 0) {
      throw new Refused("negative");
    }
    return Math.sqrt(x);
  }

  private static void fill(double[] a, double x) throws TimeoutException {
    for (int i = 0; i < a.length; i++) {
      if (i > 5) {
        throw new TimeoutException();
      }
      a[i] = x * (i + 1);
    }
  }

  @Differentiable
  static double throughHelpers(double x, int n)
      throws Refused, TimeoutException, IllegalStateException {
    double[] a = new double[n];
    fill(a, x);
    double sum = 0;
    for (double v : a) {
      sum += root(v);
    }
    return sum;
  }

  @Differentiable
  static double arrays(double[] a, int n) throws Exception {
    for (int i = 0; i <= n; i++) {
      if (a[i] < 0) {
        throw new Exception();
      }
      a[i] = a[i] * a[0];
    }
    return a[n];
  }

  @Differentiable
  static double linked(double x, double[] a) throws IOException, Refused {
    return f(x) * Other.norm(a) * Other.positive(x);
  }

  @Differentiable
  static double recursive(double x, int n) throws Refused {
    if (n < 0) {
      throw new Refused("n");
    }
    return n == 0 ? x : x * recursive(x, n - 1);
  }

  @Differentiable
  static double[] scaled(double[] a, double s) throws Refused {
    if (s == 0) {
      throw new Refused("s");
    }
    double[] out = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      out[i] = a[i] * s;
    }
    return out;
  }

  record Box(double width, double height) {
    @Differentiable
    double area(double x) throws Refused {
      if (height < 0) {
        throw new Refused("height");
      }
      return width * height * x;
    }
  }

  static int count(String text) throws IOException {
    if (text.isEmpty()) {
      throw new IOException();
    }
    return Integer.parseInt(text);
  }

  @Differentiable
  static double constants(double x, String text) throws IOException {
    return x * x * count(text);
  }

  private Input() {}
}
