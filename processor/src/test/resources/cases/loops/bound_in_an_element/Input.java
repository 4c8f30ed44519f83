package cases.loops.bound_in_an_element;

import io.github.cotangent.Differentiable;

// A bound in a record of an array: the record gets a name before the loop, which is counted then.
// Not where another record may come into its place, or the index that leads to it changes.
// run: f(new double[] {0.5, 1.25, 3}, new Input.Layer[] {new Input.Layer(new double[] {1, 2}), new Input.Layer(new double[] {0.5, 3, 1})})
// run: replaced(new double[] {0.5, 1.25}, new Input.Layer[] {new Input.Layer(new double[] {1, 2}), new Input.Layer(new double[] {0.5, 3, 1})})
// run: exchanged(new double[] {0.5, 1.25}, new Input.Layer[] {new Input.Layer(new double[] {1, 2}), new Input.Layer(new double[] {0.5, 3, 1})})
// run: moving(new double[] {0.5, 1.25}, new Input.Layer[] {new Input.Layer(new double[] {1, 2}), new Input.Layer(new double[] {0.5, 3, 1})})
// run: inHeader(new double[] {0.5, 1.25}, new Input.Layer[] {new Input.Layer(new double[] {1, 2}), new Input.Layer(new double[] {0.5, 3, 1})})
final class Input {
  record Layer(double[] w) {
    int size() {
      return w.length;
    }
  }

  @Differentiable
  static double f(double[] x, Layer[] layers) {
    double sum = 1;
    for (int l = 0; l < layers.length; l++) {
      for (int i = 0; i < layers[l].size(); i++) {
        sum *= 1 + x[i] * layers[l].w()[i];
      }
    }
    return sum;
  }

  @Differentiable
  static double replaced(double[] x, Layer[] layers) {
    double sum = 1;
    for (int i = 0; i < layers[1].size(); i++) {
      sum *= x[0] + layers[1].w()[i];
      layers[1] = layers[0];
    }
    return sum;
  }

  @Differentiable
  static double exchanged(double[] x, Layer[] layers) {
    double sum = 1;
    for (int i = 0; i < layers[1].size(); i++) {
      sum *= x[0] + layers[1].w()[i];
      exchange(layers);
    }
    return sum;
  }

  private static void exchange(Layer[] layers) {
    Layer first = layers[0];
    layers[0] = layers[1];
    layers[1] = first;
  }

  @Differentiable
  static double moving(double[] x, Layer[] layers) {
    double sum = 1;
    int l = 0;
    for (int i = 0; i < layers[l].size(); i++) {
      sum *= x[0] + layers[l].w()[i];
      l = 1;
    }
    return sum;
  }

  @Differentiable
  static double inHeader(double[] x, Layer[] layers) {
    double sum = 1;
    for (int i = 0, l = 1; i < layers[l].size(); i++) {
      sum *= x[0] + layers[l].w()[i];
    }
    return sum;
  }

  private Input() {}
}
