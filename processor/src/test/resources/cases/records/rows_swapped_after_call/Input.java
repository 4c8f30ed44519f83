package cases.records.rows_swapped_after_call;

import io.github.cotangent.Differentiable;

// A helper reads the rows of matrices in an array of records; later, they are swapped.
// run: helped(new Layer[] {new Layer(new double[][] {{1.1, 0.2}, {0.3, 0.4}}, 0.5), new Layer(new double[][] {{0.6, 0.7}, {0.8, 0.9}}, 1.2)})
// run: held(new Net(new Layer[] {new Layer(new double[][] {{1.1, 0.2}, {0.3, 0.4}}, 0.5)}))
final class Input {
  record Layer(double[][] rows, double scale) {}

  record Net(Layer[] layers) {}

  @Differentiable
  static double helped(Layer[] layers) {
    double s = sum(layers);
    swap(layers);
    return s * sum(layers);
  }

  @Differentiable
  static double held(Net net) {
    double s = all(net);
    for (Layer l : net.layers()) {
      double[] t = l.rows()[0];
      l.rows()[0] = l.rows()[1];
      l.rows()[1] = t;
    }
    return s * net.layers()[0].rows()[0][1];
  }

  static double all(Net net) {
    return sum(net.layers()) * net.layers()[0].scale();
  }

  static double sum(Layer[] layers) {
    double s = 0;
    for (Layer l : layers) {
      for (int i = 0; i < 2; i++) {
        s += l.rows()[0][i] * l.scale() + l.rows()[1][i] * l.rows()[1][i];
      }
    }
    return s;
  }

  static void swap(Layer[] layers) {
    for (Layer l : layers) {
      double[] t = l.rows()[0];
      l.rows()[0] = l.rows()[1];
      l.rows()[1] = t;
    }
  }

  private Input() {}
}
