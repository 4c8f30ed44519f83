package cases.surgery.value_records;

import static io.github.cotangent.Gradients.insertGradientOf;
import static io.github.cotangent.Gradients.inspectGradientOf;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Operations on the adjoints of elements of arrays of records of values, and of what is in them.
// shares: custom/values/Vec.java
// shares: custom/values/VecSum.java
// kink
// expect: dElement(Input.layers(), Vec.of(1, 1))[0].weight().at(0) = 3.0
// expect: dElement(Input.layers(), Vec.of(1, 1))[0].weight().at(1) = 3.0
// expect: dElement(Input.layers(), Vec.of(1, 1))[0].bias().at(0) = 50.0
// expect: dElement(Input.layers(), Vec.of(1, 1))[1].weight().at(0) = 3.0
// expect: dElement(Input.layers(), Vec.of(1, 1))[1].bias().at(0) = 10.0
// expect: dComponent(Input.layers(), Vec.of(1, 1))[0].weight().at(0) + 0 * Input.seen[0] = 5.0
// expect: dComponent(Input.layers(), Vec.of(1, 1))[0].bias().at(0) + Input.seen[1] = 2.5 + 4.0
// expect: dMixed(new Cell[] {new Cell(Vec.of(2, 3), 5)}).length + dMixed(new Cell[] {new Cell(Vec.of(2, 3), 5)})[0].scale() = 1.0 + 200.0
// expect: dMixed(new Cell[] {new Cell(Vec.of(2, 3), 5)})[0].weight().at(0) = 3.0
final class Input {
  record Layer(Vec weight, Vec bias) {}

  record Cell(Vec weight, double scale) {}

  static double[] seen = new double[2];

  static Layer[] layers() {
    return new Layer[] {
      new Layer(Vec.of(2, 3), Vec.of(1, -1)), new Layer(Vec.of(5, 2), Vec.of(3, 1))
    };
  }

  static Vec atMost(Vec v, double limit) {
    return Vec.of(Math.min(v.at(0), limit), Math.min(v.at(1), limit));
  }

  /** Clips the gradient of each layer's weight, and stretches that of its bias. */
  @Differentiable
  static double element(Layer[] layers, @NonDifferentiable Vec x) {
    Vec h = x;
    for (Layer layer : layers) {
      insertGradientOf(
          layer, dlayer -> new Layer(atMost(dlayer.weight(), 3), dlayer.bias().scaled(10)));
      h = h.times(layer.weight()).plus(layer.bias());
    }
    return h.at(0) + 4 * h.at(1);
  }

  @Differentiable
  static double component(Layer[] layers, @NonDifferentiable Vec x) {
    Vec h = x;
    for (int i = 0; i < layers.length; i++) {
      int at = i;
      Vec bias = layers[i].bias();
      insertGradientOf(bias, dbias -> atMost(dbias, 2.5));
      Vec z = h.times(layers[i].weight()).plus(bias);
      inspectGradientOf(z, dz -> note(at, dz.at(1)));
      h = z;
    }
    return h.at(0) + 4 * h.at(1);
  }

  static void note(int at, double value) {
    seen[at] = value;
  }

  @Differentiable
  static double mixed(Cell[] cells) {
    Cell first = cells[0];
    insertGradientOf(
        first, dfirst -> new Cell(atMost(dfirst.weight(), 3), dfirst.scale() * 100));
    return first.weight().at(0) * first.scale();
  }

  private Input() {}
}
