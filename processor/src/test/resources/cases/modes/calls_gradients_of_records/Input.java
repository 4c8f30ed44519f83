package cases.modes.calls_gradients_of_records;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// The rules of gradients with respect to records, several numbers, and names that are in the way.
// run: Uses#point(new Input.Point(0.3, 0.5), 1.5)
// run: Uses#numbers(new double[] {0.3, 0.5}, 1.5, -0.7)
// run: Uses#layer(new Input.Layer(new double[] {0.3, 0.5}, new double[][] {{0.2, 0.4}, {1.1, -0.6}}, 1.5, 7), new double[] {0.6, -0.4})
// run: Uses#both(new Input.Layer(new double[] {0.3, 0.5}, new double[][] {{0.2, 0.4}}, 1.5, 7), new Input.Point(0.8, 0.2), 1.1)
// run: Uses#cloud(new Input.Point[] {new Input.Point(0.3, 0.5), new Input.Point(1.5, -0.7)}, 1.2)
// run: Input.Point p = new Input.Point(0.3, 0.5); Uses#cloud(new Input.Point[] {p, p}, 1.2)
// run: Uses#layers(new Input.Layer[] {new Input.Layer(new double[] {0.3, 0.5}, new double[][] {{0.2}}, 1.5, 7), new Input.Layer(new double[] {0.9, 0.4}, new double[][] {{1.2}}, 0.5, 7)})
// run: Input.Layer l = new Input.Layer(new double[] {0.3, 0.5}, new double[][] {{0.2}}, 1.5, 7); Uses#layers(new Input.Layer[] {l, l})
// run: Uses#names(0.7, 1.3, new double[] {0.4, 0.2})
// run: Uses#narrowed(new Input.Point(0.3, 0.5), 1.5, new double[] {0.6, 0.9})
// first order
final class Input {
  record Point(double x, double y) {}

  record Layer(double[] bias, double[][] weights, double scale, int id) {}

  @Differentiable(order = 2)
  static double point(Point p, double scale) {
    double z = p.x();
    while (z < 2) {
      z = z * 1.5 + p.y() * p.y() * scale;
    }
    return z * z * scale;
  }

  @Differentiable(order = 2)
  static double numbers(double[] x, double a, double b) {
    double sum = 0;
    for (double v : x) {
      sum += v * v * v * a * a * b;
    }
    return sum * b;
  }

  @Differentiable(order = 2)
  static double layer(Layer layer, double[] x) {
    double sum = 0;
    for (int i = 0; i < layer.bias().length; i++) {
      double y = layer.bias()[i];
      for (int j = 0; j < x.length; j++) {
        y += layer.weights()[i][j] * x[j];
      }
      sum += Math.tanh(y) * layer.scale() * layer.scale();
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double both(Layer layer, Point p, double s) {
    double sum = 0;
    for (double w : layer.weights()[0]) {
      sum += w * w * p.x() * p.x() * s * layer.scale();
    }
    return sum * p.y() * sum + layer.bias()[0] * layer.bias()[1] * s * s;
  }

  @Differentiable(order = 2)
  static double cloud(Point[] points, double s) {
    double sum = 0;
    for (Point p : points) {
      sum += p.x() * p.x() * p.y() * s * s;
    }
    return sum * sum;
  }

  @Differentiable(order = 2)
  static double layers(Layer[] layers) {
    double x = 0.5;
    for (Layer l : layers) {
      x = Math.sin(l.weights()[0][0] * x + l.bias()[0] * l.bias()[1]) * l.scale();
    }
    return x * x;
  }

  @Differentiable(order = 2)
  static double names(double x, double dx, double[] dResult) {
    double sum = 0;
    for (double v : dResult) {
      sum += v * v * x * x * dx * dx;
    }
    return sum;
  }

  @Differentiable(order = 2, wrt = {"p", "y"})
  static double narrowed(Point p, double s, double[] y) {
    return p.x() * p.x() * y[0] * y[1] * s + p.y() * p.y() * y[0];
  }

  private Input() {}
}

final class Uses {
  @Differentiable
  static double point(Input.Point p, double scale) {
    dInput.PointGradient g = dInput.dPoint(p, scale);
    return g.p().x() * g.p().y() + g.scale() * g.scale() * p.x();
  }

  @Differentiable
  static double numbers(double[] x, double a, double b) {
    dInput.NumbersGradient g = dInput.dNumbers(x, a, b);
    return g.x()[0] * g.x()[1] * g.a() + g.b() * g.b();
  }

  @Differentiable
  static double layer(Input.Layer layer, double[] x) {
    dInput.LayerGradient g = dInput.dLayer(layer, x);
    Input.Layer l = g.layer();
    return l.bias()[0] * l.weights()[0][1] * l.scale() + g.x()[0] * g.x()[1] + l.scale() * l.id();
  }

  @Differentiable
  static double both(Input.Layer layer, Input.Point p, double s) {
    dInput.BothGradient g = dInput.dBoth(layer, p, s);
    return g.layer().weights()[0][0] * g.p().x() + g.s() * g.p().y() + g.layer().bias()[1];
  }

  @Differentiable
  static double cloud(Input.Point[] points, double s) {
    dInput.CloudGradient g = dInput.dCloud(points, s);
    double sum = g.s();
    for (Input.Point p : g.points()) {
      sum += p.x() * p.y();
    }
    return sum;
  }

  @Differentiable
  static double layers(Input.Layer[] layers) {
    Input.Layer[] g = dInput.dLayers(layers);
    return g[0].scale() * g[1].weights()[0][0] + g[0].bias()[1] * g[1].bias()[0];
  }

  @Differentiable
  static double names(double x, double dx, double[] v) {
    dInput.NamesGradient g = dInput.dNames(x, dx, v);
    return g.x() * g.dx() + g.dResult()[0] * g.dResult()[1];
  }

  @Differentiable
  static double narrowed(Input.Point p, @NonDifferentiable double s, double[] y) {
    dInput.NarrowedGradient g = dInput.dNarrowed(p, s, y);
    return g.p().x() * g.p().y() + g.y()[0] * g.y()[1];
  }

  private Uses() {}
}
