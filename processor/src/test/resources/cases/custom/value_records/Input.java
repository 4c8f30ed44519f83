package cases.custom.value_records;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import java.util.Arrays;

// Arrays of records that hold values of a type that declares itself differentiable.
// shares: custom/values/Vec.java
// shares: custom/values/VecSum.java
// run: made(new double[] {0.4, -0.3}, 0.7)
// run: indexed(new double[] {0.4, -0.3}, 3)
// run: overwritten(new double[] {0.4, -0.3}, 0.7, 3)
// run: sameTwice(new double[] {0.4, -0.3}, 0.7)
// run: none(new double[] {0.4, -0.3}, 0)
// run: none(new double[] {0.4, -0.3}, 2)
// run: nulls(new double[] {0.4, -0.3}, 1)
// run: throughHelpers(new double[] {0.4, -0.3}, 0.7)
// run: copied(new double[] {0.4, -0.3}, 0.7)
// run: nested(new double[] {0.4, -0.3}, 0.7)
// run: rows(new double[] {0.4, -0.3}, 0.7)
// run: summed(new double[] {0.4, -0.3}, 3)
// run: otherClass(new double[] {0.4, -0.3}, 0.7)
// run: early(new double[] {0.4, -0.3}, 0.7, 3)
final class Input {
  record Layer(Vec weight, Vec bias, int power) {}

  record Network(Layer[] layers, Vec out) {}

  /** The loop that a deep network is. */
  @Differentiable
  static double network(Layer[] layers, @NonDifferentiable Vec x) {
    Vec h = x;
    for (Layer layer : layers) {
      h = h.times(layer.weight()).plus(layer.bias()).tanh();
    }
    return h.dot(h);
  }

  /** As a component of a record. */
  @Differentiable
  static double whole(Network net, @NonDifferentiable Vec x) {
    Vec h = x;
    for (int i = 0; i < net.layers().length; i++) {
      h = cell(net.layers()[i], h);
    }
    return h.dot(net.out());
  }

  static Vec cell(Layer layer, Vec h) {
    Vec z = h.times(layer.weight()).plus(layer.bias());
    for (int k = 1; k < layer.power(); k++) {
      z = z.times(z);
    }
    return z;
  }

  @Differentiable
  static double made(double[] a, double x) {
    Vec v = Vec.of(a);
    Layer[] layers = {new Layer(v, v.scaled(x), 1), new Layer(v.times(v), v, 2)};
    Vec h = Vec.of(x, x);
    for (Layer layer : layers) {
      h = cell(layer, h);
    }
    return h.dot(v);
  }

  @Differentiable
  static double indexed(double[] a, int n) {
    Layer[] layers = new Layer[n];
    for (int i = 0; i < n; i++) {
      layers[i] = new Layer(Vec.of(a[0], a[1] + i), Vec.of(a), 1);
    }
    Vec h = layers[0].bias();
    for (int i = n - 1; i >= 0; i--) {
      h = h.times(layers[i].weight()).plus(layers[i].bias());
    }
    return h.dot(layers[n - 1].weight());
  }

  /** An element that is another record in each round, and read before and after. */
  @Differentiable
  static double overwritten(double[] a, double x, int n) {
    Layer[] layers = {new Layer(Vec.of(a), Vec.of(x, 1), 1), new Layer(Vec.of(x, x), Vec.of(a), 1)};
    double total = 0;
    for (int i = 0; i < n; i++) {
      Layer before = layers[0];
      layers[0] = new Layer(before.bias().times(layers[1].weight()), before.weight(), 1);
      total += before.weight().dot(layers[0].weight()) * (i + 1);
      layers[1] = before;
    }
    return total + layers[1].bias().dot(layers[0].bias());
  }

  /** One record in two elements, and one value in two records. */
  @Differentiable
  static double sameTwice(double[] a, double x) {
    Vec v = Vec.of(a);
    Layer one = new Layer(v, v.scaled(x), 1);
    Layer[] layers = new Layer[3];
    layers[0] = one;
    layers[1] = new Layer(one.bias(), v, 1);
    layers[2] = one;
    layers[0] = layers[1];
    Vec h = v;
    for (Layer layer : layers) {
      h = h.times(layer.weight()).plus(layer.bias());
    }
    return h.dot(one.weight());
  }

  @Differentiable
  static double none(double[] a, int n) {
    Layer[] layers = new Layer[n];
    Arrays.fill(layers, new Layer(Vec.of(a), Vec.of(a), 1));
    Vec h = Vec.of(a);
    for (Layer layer : layers) {
      h = h.times(layer.weight());
    }
    return h.dot(h);
  }

  @Differentiable
  static double nulls(double[] a, int n) {
    Layer[] layers = new Layer[2];
    layers[n] = new Layer(Vec.of(a), null, 1);
    Vec h = Vec.of(a);
    for (int i = 0; i < layers.length; i++) {
      if (layers[i] != null) {
        h = h.times(layers[i].weight());
      }
    }
    return h.dot(h);
  }

  @Differentiable
  static double throughHelpers(double[] a, double x) {
    Vec v = Vec.of(a);
    Layer[] layers = {new Layer(v, v, 1), new Layer(v.scaled(x), v, 1)};
    replace(layers, 0, v.scaled(x * x));
    Layer[] more = doubled(layers);
    replace(more, 1, more[0].bias());
    return through(layers, v).dot(through(more, v));
  }

  @Differentiable
  static void replace(Layer[] layers, int i, Vec by) {
    layers[i] = new Layer(layers[i].bias().times(by), by, layers[i].power());
  }

  static Layer[] doubled(Layer[] layers) {
    Layer[] out = new Layer[2 * layers.length];
    for (int i = 0; i < layers.length; i++) {
      out[2 * i] = layers[i];
      out[2 * i + 1] = new Layer(layers[i].bias(), layers[i].weight().times(layers[0].bias()), 1);
    }
    return out;
  }

  static Vec through(Layer[] layers, Vec x) {
    Vec h = x;
    for (Layer layer : layers) {
      h = h.times(layer.weight()).plus(layer.bias());
    }
    return h;
  }

  @Differentiable
  static double copied(double[] a, double x) {
    Layer[] layers = {new Layer(Vec.of(a), Vec.of(x, x), 1), new Layer(Vec.of(x, 1), Vec.of(a), 1)};
    Layer[] more = Arrays.copyOf(layers, 3);
    more[2] = new Layer(more[0].bias(), more[1].weight(), 1);
    Layer[] same = more.clone();
    System.arraycopy(more, 1, same, 0, 2);
    Arrays.fill(layers, same[1]);
    more[1] = same[0];
    return through(same, layers[0].weight()).dot(through(more, layers[1].bias()));
  }

  record Block(Layer[] layers, Vec[] scales) {}

  /** Arrays in records in arrays. */
  @Differentiable
  static double nested(double[] a, double x) {
    Block[] blocks = new Block[2];
    for (int i = 0; i < 2; i++) {
      Vec[] scales = {Vec.of(x, 1), Vec.of(a)};
      blocks[i] = new Block(new Layer[] {new Layer(Vec.of(a), scales[i], 1)}, scales);
    }
    blocks[0].scales()[1] = blocks[1].layers()[0].weight();
    Vec h = Vec.of(a);
    for (Block block : blocks) {
      h = through(block.layers(), h).times(block.scales()[0]);
      block.layers()[0] = new Layer(h, block.scales()[1], 1);
    }
    return through(blocks[0].layers(), h).dot(blocks[1].layers()[0].weight());
  }

  @Differentiable
  static double rows(double[] a, double x) {
    Layer[][] rows = new Layer[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        rows[i][j] = new Layer(Vec.of(a).scaled(x + i), Vec.of(a), 1);
      }
    }
    rows[1] = rows[0];
    rows[0][0] = rows[1][1];
    rows[1][1] = new Layer(rows[0][0].bias(), rows[0][0].weight(), 1);
    return through(rows[0], Vec.of(a)).dot(through(rows[1], Vec.of(x, x)));
  }

  /** A sum over the layers, of which each round stands alone. */
  @Differentiable
  static double summed(double[] a, int n) {
    Layer[] layers = new Layer[n];
    for (int i = 0; i < n; i++) {
      layers[i] = new Layer(Vec.of(a[0] * i, a[1]), Vec.of(a), 1);
    }
    double penalty = 0;
    for (Layer layer : layers) {
      penalty += layer.weight().tanh().dot(layer.bias());
    }
    return penalty * penalty;
  }

  @Differentiable
  static double otherClass(double[] a, double x) {
    Layer[] layers = {new Layer(Vec.of(a), Vec.of(x, 1), 1), new Layer(Vec.of(x, x), Vec.of(a), 1)};
    Layer[] more = Other.turned(layers, layers[1].bias());
    Vec h = through(more, Vec.of(a)).plus(through(layers, Vec.of(a)));
    return Other.weighted(new Network(more, h)) * layers[0].weight().at(0);
  }

  @Differentiable
  static double early(double[] a, double x, int n) {
    Layer[] layers = {new Layer(Vec.of(a), Vec.of(x, 1), 1), null};
    for (int i = 0; i < n; i++) {
      layers[1] = new Layer(layers[0].bias(), layers[0].weight().scaled(x), 1);
      if (layers[1].bias().dot(layers[1].weight()) < -0.1) {
        return layers[1].bias().at(0);
      }
      layers[0] = layers[1];
    }
    return layers[0].weight().dot(layers[1].bias());
  }

  private Input() {}
}
