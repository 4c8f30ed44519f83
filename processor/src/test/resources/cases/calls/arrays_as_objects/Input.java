package cases.calls.arrays_as_objects;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import java.lang.reflect.Array;

// A method of another class that takes an array as an object may write into it none the less.
// run: written(3, new double[] {2})
// run: ofRecord(3, new Input.Held(new double[] {2}, 1))
// run: copied(3, new double[] {2}, new double[] {5})
final class Input {
  record Held(double[] values, int n) {}

  @Differentiable
  static double written(double x, @NonDifferentiable double[] a) {
    double s = x * a[0];
    Array.setDouble(a, 0, 5);
    return s * x * a[0];
  }

  @Differentiable
  static double ofRecord(double x, @NonDifferentiable Held held) {
    double s = x * held.values()[0];
    Elsewhere.write(held);
    return s * x * held.values()[0];
  }

  @Differentiable
  static double copied(double x, @NonDifferentiable double[] a, Object from) {
    double s = x * a[0];
    System.arraycopy(from, 0, a, 0, 1);
    return s * x * a[0];
  }

  private Input() {}
}
