package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.tensor.Tensor;
import java.util.List;

final class States {
  record Bag(double[] values) {}

  @Differentiable
  static double bags(Bag[] bags, int n) {
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint();
      Bag bag = bags[0];
      bag.values()[0] *= bag.values()[1]; // error: UnsupportedCheckpoint
    }
    return bags[0].values()[0];
  }

  @Differentiable
  static double[] returned(double[] u, int n) {
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint();
      double[] v = u.clone();
      v[0] *= v[1];
      if (v[0] > 10) {
        return v; // error: UnsupportedCheckpoint
      }
      u = v;
    }
    return u;
  }

  @Differentiable
  static double stored(double[][] m, int n) {
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint();
      store(m); // error: UnsupportedCheckpoint
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
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint();
      list = list == null ? a : list; // error: UnsupportedCheckpoint
      y = y * x;
    }
    return y * list.size();
  }

  @Differentiable
  static double values(Tensor x, Tensor[] weights, int n) {
    Tensor h = x;
    for (int i = 0; i < n; i++) { // error: UnsupportedCheckpoint
      Gradients.checkpoint();
      h = h.times(weights[i]);
    }
    return h.sum();
  }

  record Layer(Tensor weights, Tensor bias) {}

  @Differentiable
  static double records(Tensor x, Layer[] layers, int n) {
    Tensor h = x;
    for (int i = 0; i < n; i++) { // error: UnsupportedCheckpoint
      Gradients.checkpoint();
      h = h.times(layers[i].weights());
    }
    return h.sum();
  }

  // All of them in one compilation, of two loops.
  @Differentiable
  static double[] several(double[] x, @NonDifferentiable List<Integer> a, double[][] m, int n) {
    double[] u = x;
    List<Integer> list = a;
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint();
      list = list == null ? a : list; // error: UnsupportedCheckpoint
      m[0] = u.clone(); // error: UnsupportedCheckpoint
      m[1] = u.clone(); // error: UnsupportedCheckpoint
    }
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint();
      double[] v = u.clone();
      v[0] *= v[1] * m[0][0];
      if (v[0] > 10) {
        return v; // error: UnsupportedCheckpoint
      }
      if (v[0] > 5) {
        return v; // error: UnsupportedCheckpoint
      }
      u = v;
    }
    return u;
  }

  private States() {}
}
