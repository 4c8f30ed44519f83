package cases.records.with_arrays;

import io.github.cotangent.Differentiable;

// Records that hold arrays: storage is shared by reference, scalars are copied.
// run: f(new Input.Layer(new double[][] {{1.1, 2.2}, {0.3, 0.4}}, new double[] {0.5, 0.6}, 1.5))
// run: double[] r = {1.1, 2.2}; f(new Input.Layer(new double[][] {r, r}, r, 0.5))
final class Input {
  record Layer(double[][] weights, double[] bias, double gain) {}

  @Differentiable
  static double f(Layer layer) {
    double[] bias = layer.bias();
    double[][] w = layer.weights();
    bias[0] = bias[0] * w[0][1];
    layer.bias()[1] += layer.gain() * bias[0];
    Layer copy = new Layer(w.clone(), bias.clone(), layer.gain() * 2);
    copy.bias()[0] *= 3;
    copy.weights()[1] = bias;
    copy.weights()[0][0] *= copy.gain();
    double s = 0;
    for (int i = 0; i < 2; i++) {
      s += layer.weights()[0][i] * layer.bias()[i] * copy.bias()[i] + copy.weights()[1][i];
    }
    return s * w[1][1];
  }

  private Input() {}
}
