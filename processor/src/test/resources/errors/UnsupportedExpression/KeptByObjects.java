package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

// Arrays that an object was given, and that are written into behind a read through the object.
final class KeptByObjects {
  private KeptByObjects() {}

  static final class Box {
    final double[] values;

    Box(double[] values) {
      this.values = values;
    }
  }

  @Differentiable
  static double listed(double x) {
    double[] w = {2, 1};
    List<double[]> all = List.of(w);
    double a = x * all.get(0)[0];
    w[0] = 5; // error: UnsupportedExpression
    return a * a * w[0];
  }

  @Differentiable
  static double boxed(double x, int n) {
    double[] w = {2, 1};
    Box box = new Box(w);
    double a = x;
    for (int i = 0; i < n; i++) {
      w[0] += 1; // error: UnsupportedExpression
      a *= x * box.values[0];
    }
    return a;
  }

  @Differentiable
  static double mapped(double x, int n) {
    Map<Integer, double[]> map = new HashMap<>();
    double a = x;
    for (int i = 0; i < n; i++) {
      double[] w = {i, 1};
      map.put(i, w);
      a *= x + map.get(i)[0];
      w[0] = 7; // error: UnsupportedExpression
    }
    return a;
  }

  @Differentiable
  static double byMethod(double x) {
    List<double[]> all = new ArrayList<>();
    double[] w = {2, 1};
    double a = add(all, w, x);
    a *= x * all.get(0)[1];
    w[1] = 5; // error: UnsupportedExpression
    return a * a;
  }

  static double add(List<double[]> all, @NonDifferentiable double[] w, double x) {
    all.add(w);
    return x * w[0];
  }

  @Differentiable
  static double cloned(double x) {
    double[] w = {2, 1};
    List<double[]> all = List.of(w.clone());
    double a = x * all.get(0)[0];
    w[0] = 5;
    return a * a * w[0];
  }

  @Differentiable
  static double filledFirst(double x, int n) {
    List<double[]> all = new ArrayList<>();
    double a = x;
    for (int i = 0; i < n; i++) {
      double[] w = new double[1];
      all.add(w);
      w[0] = i;
      a *= x + all.get(i)[0];
    }
    return a;
  }
}
