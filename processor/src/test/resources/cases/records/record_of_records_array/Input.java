package cases.records.record_of_records_array;

import io.github.cotangent.Differentiable;

// A record that holds an array of records that hold arrays.
// run: f(new Input.Net(new Input.Layer[] {new Input.Layer(new double[] {1.1, 0.2}, 0.3), new Input.Layer(new double[] {0.4, 0.5}, 0.6)}, 1.5), 0.7)
final class Input {
  record Layer(double[] w, double b) {}

  record Net(Layer[] layers, double gain) {}

  @Differentiable
  static double f(Net net, double x) {
    double y = x;
    for (Layer layer : net.layers()) {
      double s = layer.b();
      for (double w : layer.w()) {
        s += w * y;
      }
      y = Math.tanh(s) * net.gain();
    }
    Layer first = net.layers()[0];
    first.w()[0] *= y;
    net.layers()[1] = new Layer(first.w(), y);
    return y * net.layers()[1].w()[0] + net.layers()[1].b() * net.layers()[0].w()[1];
  }

  private Input() {}
}
