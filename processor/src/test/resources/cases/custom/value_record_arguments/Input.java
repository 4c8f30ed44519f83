package cases.custom.value_record_arguments;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;


// Arrays of records of values as arguments and results. What is expected of them is that of the
// same function of numbers, which differences are taken of.
// shares: custom/values/Vec.java
// shares: custom/values/VecSum.java
// run: flat(new double[] {2, 3, 1, -1, 0.5, 2, 3, 1}, new double[] {1, 2})
// run: flatWhole(new double[] {2, 3, 1, -1, 0.5, 2, 3, 1}, new double[] {1, 2})
// run: flatMoved(new double[] {2, 3, 1, -1, 0.5, 2, 3, 1})
// expect: dNetwork(Input.two(), Vec.of(1, 2))[0].weight().at(0) = dFlat(Input.numbers(), new double[] {1, 2})[0]
// expect: dNetwork(Input.two(), Vec.of(1, 2))[0].bias().at(1) = dFlat(Input.numbers(), new double[] {1, 2})[3]
// expect: dNetwork(Input.two(), Vec.of(1, 2))[1].weight().at(1) = dFlat(Input.numbers(), new double[] {1, 2})[5]
// expect: dNetwork(Input.two(), Vec.of(1, 2))[1].bias().at(0) = dFlat(Input.numbers(), new double[] {1, 2})[6]
// expect: dNetwork(Input.two(), Vec.of(1, 2))[1].power() = 7
// expect: networkValueAndGradient(Input.two(), Vec.of(1, 2)).gradient()[0].bias().at(0) = dFlat(Input.numbers(), new double[] {1, 2})[2]
// expect: networkValueAndGradient(Input.two(), Vec.of(1, 2)).value() = Input.network(Input.two(), Vec.of(1, 2))
// expect: networkJvp(Input.two(), Vec.of(1, 2), Input.direction()).valueDot() = dFlat(Input.numbers(), new double[] {1, 2})[1] + 2 * dFlat(Input.numbers(), new double[] {1, 2})[6]
// expect: dNetwork(new Layer[0], Vec.of(1, 2)).length = 0
// expect: dNetwork(Input.twice(), Vec.of(1, 2))[0].weight().at(0) = 52.0
// expect: dNetwork(Input.twice(), Vec.of(1, 2))[1].weight().at(0) = 130.0
// expect: dNetwork(Input.twice(), Vec.of(1, 2))[0].bias().at(0) = 52.0
// expect: dNetwork(Input.shared(), Vec.of(3, 0))[0].weight().at(0) = 72.0
// expect: dNetwork(Input.shared(), Vec.of(3, 0))[0].bias().at(0) = 24.0
// expect: dNetwork(Input.shared(), Vec.of(3, 0))[1].weight().at(0) = 96.0
// expect: dWhole(Input.whole(), Vec.of(1, 2)).layers()[1].weight().at(1) = dFlatWhole(Input.numbers(), new double[] {1, 2})[5]
// expect: dWhole(Input.whole(), Vec.of(1, 2)).layers()[0].bias().at(0) = dFlatWhole(Input.numbers(), new double[] {1, 2})[2]
// expect: dWhole(Input.whole(), Vec.of(1, 2)).out().at(0) = 6.5
// expect: wholeJvp(Input.whole(), Vec.of(1, 2), new Network(Input.direction(), Vec.of(1, 0))).valueDot() = dFlatWhole(Input.numbers(), new double[] {1, 2})[1] + 2 * dFlatWhole(Input.numbers(), new double[] {1, 2})[6] + 6.5
// expect: dMoved(Input.two())[0].weight().at(0) = dFlatMoved(Input.numbers())[0]
// expect: dMoved(Input.two())[1].weight().at(1) = dFlatMoved(Input.numbers())[5]
// expect: dMoved(Input.two())[1].bias().at(0) = dFlatMoved(Input.numbers())[6]
// expect: movedJvp(Input.two(), Input.direction()).valueDot() = dFlatMoved(Input.numbers())[1] + 2 * dFlatMoved(Input.numbers())[6]
// expect: Input.leftAlone(Input.two()) = 1
// expect: grownPullback(Input.two(), Vec.of(5, 7)).value()[1].bias().at(1) = 7.0
// expect: grownPullback(Input.two(), Vec.of(5, 7)).apply(new Layer[] {null, new Layer(Vec.of(1, 2), Vec.of(10, 20), 0), null}).v().at(1) = 22.0
// expect: grownPullback(Input.two(), Vec.of(5, 7)).apply(new Layer[] {null, new Layer(Vec.of(1, 2), Vec.of(10, 20), 0), null}).layers()[0].weight().at(0) = 1.0
// expect: grownPullback(Input.two(), Vec.of(5, 7)).apply(new Layer[] {new Layer(null, Vec.of(3, 4), 0), null, new Layer(Vec.of(3, 5), null, 0)}).layers()[1].weight().at(1) = 35.0
// expect: grownPullback(Input.two(), Vec.of(5, 7)).apply(new Layer[] {new Layer(null, Vec.of(3, 4), 0), null, new Layer(Vec.of(3, 5), null, 0)}).layers()[0].bias().at(1) = 4.0
// expect: grownPullback(Input.two(), Vec.of(5, 7)).apply(null).v().at(1) = 0.0
// expect: fillPullback(new Layer[1], Vec.of(2, 3)).apply(new Layer[] {new Layer(Vec.of(1, 1), Vec.of(4, 5), 0)}).v().at(1) = 11.0
// expect: fillPullback(new Layer[1], Vec.of(2, 3)).value()[0].weight().at(1) = 9.0
// expect: deepPullback(Input.whole(), Vec.of(5, 7)).apply(new Network(Input.direction(), Vec.of(1, 1))).by().at(1) = 6.0
// expect: dConstant(Vec.of(2, 3), Input.two()).at(0) = 1.0
// expect: dConstant(Vec.of(2, 3), Input.two()).at(1) = -1.0
// expect: Input.refuses(() -> dBoth(Input.TWO, Input.TWO)) = 1
// expect: Input.refuses(() -> dInner(Input.blocks(true))) = 1
// expect: dBoth(Input.two(), Input.two()).more()[0].weight().at(0) = 0.5
// expect: dInner(Input.blocks(false))[0].scales()[0].at(0) = 16.0
// expect: dInner(Input.blocks(false))[1].layers()[0].weight().at(0) = 11.0
// expect: dInner(Input.blocks(false))[0].layers()[0].weight().at(0) = 1.0
// expect: dInner(Input.blocks(false))[1].count() = 4
// expect: dRows(new Layer[][] {Input.two(), null})[0][1].weight().at(0) = 2.0
// expect: rowsJvp(new Layer[][] {Input.two()}, new Layer[][] {Input.direction()}).valueDot() = 1.0
// expect: dOptional(Input.gaps(), Vec.of(1, 2))[0].weight().at(0) = 2.0
// expect: dOptional(Input.gaps(), Vec.of(1, 2))[0].bias() == null ? 1 : 0 = 1
// expect: dOptional(Input.gaps(), Vec.of(1, 2))[1].bias().at(1) = 24.0
// expect: optionalJvp(Input.gaps(), Vec.of(1, 2), new Layer[] {new Layer(Vec.of(1, 0), null, 1), new Layer(Vec.of(0, 0), Vec.of(0, 1), 0), null}).valueDot() = 26.0
// expect: dOptional(Input.gaps(), Vec.of(1, 2))[2] == null ? 1 : 0 = 1
// expect: dNoLayers(new Network(null, Vec.of(2, 3))).out().at(1) = 6.0
// expect: dNoLayers(new Network(null, Vec.of(2, 3))).layers() == null ? 1 : 0 = 1
// expect: dSkipping(Input.gaps(), Vec.of(1, 2))[0].weight().at(0) = 2.0
// expect: dSkipping(Input.gaps(), Vec.of(1, 2))[1].weight().at(1) = 72.0
// expect: dSkipping(Input.gaps(), Vec.of(1, 2))[2] == null ? 1 : 0 = 1
// expect: skippingValueAndGradient(Input.gaps(), Vec.of(1, 2)).gradient()[1].weight().at(1) = 72.0
// expect: skippingJvp(Input.gaps(), Vec.of(1, 2), new Layer[] {new Layer(Vec.of(1, 0), null, 1), new Layer(Vec.of(0, 1), null, 0), null}).valueDot() = 74.0
final class Input {
  record Layer(Vec weight, Vec bias, int power) {}

  record Network(Layer[] layers, Vec out) {}

  record Block(Layer[] layers, Vec[] scales, int count) {}

  static final Layer[] TWO = two();

  static double[] numbers() {
    return new double[] {2, 3, 1, -1, 0.5, 2, 3, 1};
  }

  static Layer[] two() {
    return new Layer[] {
      new Layer(Vec.of(2, 3), Vec.of(1, -1), 5), new Layer(Vec.of(0.5, 2), Vec.of(3, 1), 7)
    };
  }

  static Network whole() {
    return new Network(two(), Vec.of(4, -2));
  }

  /** One record in two elements. */
  static Layer[] twice() {
    Layer one = new Layer(Vec.of(2, 3), Vec.of(3, 2), 1);
    return new Layer[] {one, one};
  }

  /** One value at three places. */
  static Layer[] shared() {
    Vec v = Vec.of(2, 0);
    return new Layer[] {new Layer(v, v, 1), new Layer(v, Vec.of(-10, 0), 1)};
  }

  static Layer[] direction() {
    return new Layer[] {
      new Layer(Vec.of(0, 1), Vec.of(0, 0), 5), new Layer(Vec.of(0, 0), Vec.of(2, 0), 7)
    };
  }

  static Block[] blocks(boolean shares) {
    Vec[] scales = {Vec.of(1, 2)};
    Layer[] layers = {new Layer(Vec.of(2, 3), Vec.of(1, -1), 5)};
    return new Block[] {
      new Block(layers, scales, 3),
      new Block(layers.clone(), shares ? scales : new Vec[] {Vec.of(7, 2)}, 4)
    };
  }

  static double refuses(Runnable call) {
    try {
      call.run();
      return 0;
    } catch (IllegalArgumentException expected) {
      return 1;
    }
  }

  static double leftAlone(Layer[] layers) {
    Layer[] before = layers.clone();
    dInput.dMoved(layers);
    dInput.movedJvp(layers, direction());
    return layers[0] == before[0] && layers[1] == before[1] ? 1 : 0;
  }

  @Differentiable(
      generate = {Output.GRADIENT, Output.VALUE_AND_GRADIENT, Output.PULLBACK, Output.JVP})
  static double network(Layer[] layers, @NonDifferentiable Vec x) {
    Vec h = x;
    for (Layer layer : layers) {
      h = h.times(layer.weight()).plus(layer.bias());
    }
    return h.dot(h);
  }

  static Layer[] unpacked(double[] p) {
    Layer[] layers = new Layer[p.length / 4];
    for (int i = 0; i < layers.length; i++) {
      layers[i] =
          new Layer(Vec.of(p[4 * i], p[4 * i + 1]), Vec.of(p[4 * i + 2], p[4 * i + 3]), 5 + 2 * i);
    }
    return layers;
  }

  @Differentiable
  static double flat(double[] p, @NonDifferentiable double[] x) {
    return network(unpacked(p), Vec.of(x));
  }

  @Differentiable(generate = {Output.GRADIENT, Output.VALUE_AND_GRADIENT, Output.JVP})
  static double whole(Network net, @NonDifferentiable Vec x) {
    Vec h = x;
    for (int i = 0; i < net.layers().length; i++) {
      Layer layer = net.layers()[i];
      h = h.times(layer.weight()).plus(layer.bias());
    }
    return h.dot(net.out()) + net.out().at(0) * 2;
  }

  @Differentiable
  static double flatWhole(double[] p, @NonDifferentiable double[] x) {
    return whole(new Network(unpacked(p), Vec.of(4, -2)), Vec.of(x));
  }

  /** An element that is overwritten, also in a helper; another one that changes its place. */
  @Differentiable(generate = {Output.GRADIENT, Output.VALUE_AND_GRADIENT, Output.JVP})
  static double moved(Layer[] layers) {
    Layer first = layers[0];
    layers[0] = new Layer(layers[1].bias().times(first.weight()), layers[1].weight(), 1);
    double before = layers[0].weight().dot(first.bias());
    layers[1] = first;
    replace(layers);
    return before + layers[1].weight().dot(layers[0].bias()) * layers[1].bias().at(0);
  }

  static void replace(Layer[] layers) {
    layers[1] = new Layer(layers[1].bias(), layers[0].weight().times(layers[1].weight()), 1);
  }

  @Differentiable
  static double flatMoved(double[] p) {
    return moved(unpacked(p));
  }

  @Differentiable
  static Layer[] grown(Layer[] layers, Vec v) {
    Layer[] out = new Layer[layers.length + 1];
    out[0] = layers[0];
    out[1] = new Layer(layers[0].weight().plus(v), v, 1);
    out[2] = new Layer(layers[1].weight().times(v), layers[1].bias(), 1);
    return out;
  }

  @Differentiable
  static void fill(Layer[] layers, Vec v) {
    for (int i = 0; i < layers.length; i++) {
      layers[i] = new Layer(v.times(v), v, i);
    }
  }

  @Differentiable
  static Network deep(Network net, Vec by) {
    Layer[] layers = net.layers().clone();
    for (int i = 0; i < layers.length; i++) {
      layers[i] = new Layer(layers[i].weight().times(by), layers[i].bias(), layers[i].power());
    }
    return new Network(layers, net.out().plus(by).plus(by.scaled(2)));
  }

  /** What flows into a constant does not come out at the caller's, nor at another place of it. */
  @Differentiable
  static double constant(Vec v, @NonDifferentiable Layer[] data) {
    Layer[] now = data.clone();
    now[0] = new Layer(v.times(v), data[1].weight(), 1);
    Vec h = now[0].bias().plus(now[1].weight()).plus(now[1].bias());
    return h.dot(Vec.ONES) + v.at(0) - v.at(1);
  }

  @Differentiable
  static double both(Layer[] layers, Layer[] more) {
    layers[0] = more[0];
    return layers[0].weight().at(0) * layers[1].weight().at(0);
  }

  @Differentiable
  static double inner(Block[] blocks) {
    double sum = 0;
    for (Block block : blocks) {
      for (Layer layer : block.layers()) {
        sum += layer.weight().dot(block.scales()[0]);
      }
      block.scales()[0] = block.scales()[0].times(blocks[1].scales()[0]);
      blocks[0].layers()[0] = block.layers()[0];
    }
    return sum + blocks[0].scales()[0].at(0) * blocks[0].layers()[0].weight().at(0) - 3 * blocks[1].layers()[0].weight().at(0);
  }

  @Differentiable(generate = {Output.GRADIENT, Output.VALUE_AND_GRADIENT, Output.JVP})
  static double rows(Layer[][] rows) {
    rows[0][0] = rows[0][1];
    return rows[0][0].weight().at(0) * rows[0][1].weight().at(0) * 2 + rows[0][0].weight().at(1) * 0 + rows[0][1].bias().at(0) * 0.5;
  }

  static Layer[] gaps() {
    return new Layer[] {
      new Layer(Vec.of(1, 3), null, 1), new Layer(Vec.of(1, 1), Vec.of(0, 6), 0), null
    };
  }

  /** A record may be null in the array, and a value in a record. */
  @Differentiable(generate = {Output.GRADIENT, Output.VALUE_AND_GRADIENT, Output.JVP})
  static double optional(Layer[] layers, @NonDifferentiable Vec x) {
    Vec h = x;
    for (int i = 0; i < layers.length - 1; i++) {
      Layer layer = layers[i];
      h = h.times(layer.weight());
      if (layer.bias() != null) {
        h = h.plus(layer.bias());
      }
    }
    return h.dot(h);
  }

  @Differentiable(generate = {Output.GRADIENT, Output.VALUE_AND_GRADIENT, Output.JVP})
  static double skipping(Layer[] layers, @NonDifferentiable Vec x) {
    Vec h = x;
    for (Layer layer : layers) {
      if (layer == null) {
        continue;
      }
      h = h.times(layer.weight());
    }
    return h.dot(h);
  }

  @Differentiable
  static double noLayers(Network net) {
    double sum = net.out().dot(net.out());
    if (net.layers() != null) {
      sum += net.layers()[0].weight().at(0);
    }
    return sum;
  }

  private Input() {}
}
