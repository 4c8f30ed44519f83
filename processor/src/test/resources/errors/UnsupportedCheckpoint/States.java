package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;
import io.github.cotangent.NonDifferentiable;
import java.util.List;

final class States {
  record Bag(double[] values) {}

  @Differentiable
  static double bags(Bag[] bags, int n) {
    for (int i = 0; i < n; i++) { // error: UnsupportedCheckpoint
      Gradients.checkpoint();
      Bag bag = bags[0];
      bag.values()[0] *= bag.values()[1];
    }
    return bags[0].values()[0];
  }

  @Differentiable
  static double[] returned(double[] u, int n) {
    for (int i = 0; i < n; i++) { // error: UnsupportedCheckpoint
      Gradients.checkpoint();
      double[] v = u.clone();
      v[0] *= v[1];
      if (v[0] > 10) {
        return v;
      }
      u = v;
    }
    return u;
  }

  @Differentiable
  static double stored(double[][] m, int n) {
    for (int i = 0; i < n; i++) { // error: UnsupportedCheckpoint
      Gradients.checkpoint();
      store(m);
    }
    return m[0][0];
  }

  static void store(double[][] m) {
    m[0] = m[0].clone();
    m[0][0] *= m[0][1];
  }

  @Differentiable
  static double generic(double x, @NonDifferentiable List<Integer> a, int n) {
    List<Integer> list = a;
    double y = x;
    for (int i = 0; i < n; i++) { // error: UnsupportedCheckpoint
      Gradients.checkpoint();
      list = list == null ? a : list;
      y = y * x;
    }
    return y * list.size();
  }

  private States() {}
}
