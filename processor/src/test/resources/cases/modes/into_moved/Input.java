package cases.modes.into_moved;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

// Arrays to add to, where the function moves the arrays that they belong to, or writes into those
// that records in an array hold.
// run: swapped(new double[][] {{2, 1}, {3, 1}})
// run: records(new Input.Layer[] {new Input.Layer(new double[] {2, 1}, 3), new Input.Layer(new double[] {3, 5}, 4)})
// run: scaled(new Input.Layer[] {new Input.Layer(new double[] {2, 1}, 3), new Input.Layer(new double[] {3, 5}, 4)}, 0.5)
// run: replaced(new double[][] {{2, 1}, {3, 1}}, new double[] {1.5, 2.5})
// expect: Input.recordsAdded() = 0.0
// expect: Input.scaledAdded() = 0.0
// expect: Input.replacedAdded() = 0.0
// expect: Input.hvpAdded() = 0.0
final class Input {
  record Layer(double[] b, int kind) {}

  @Differentiable(
      generate = {
        Output.GRADIENT,
        Output.VALUE_AND_GRADIENT,
        Output.VALUE_AND_GRADIENT_INTO,
        Output.HVP,
        Output.HVP_INTO
      })
  static double swapped(double[][] a) {
    double[] row = a[0];
    a[0] = a[1];
    a[1] = row;
    return a[0][0] * a[0][0] * a[1][0];
  }

  @Differentiable(
      generate = {
        Output.GRADIENT,
        Output.VALUE_AND_GRADIENT,
        Output.VALUE_AND_GRADIENT_INTO,
        Output.HVP,
        Output.HVP_INTO
      })
  static double records(Layer[] a) {
    Layer first = a[0];
    a[0] = a[1];
    a[1] = first;
    return a[0].b()[0] * a[0].b()[0] * a[1].b()[0];
  }

  @Differentiable(generate = {Output.GRADIENT, Output.VALUE_AND_GRADIENT_INTO})
  static double scaled(Layer[] a, double k) {
    for (Layer layer : a) {
      layer.b()[0] *= k * layer.kind();
    }
    return a[0].b()[0] * a[1].b()[0] * a[1].b()[1];
  }

  @Differentiable(generate = {Output.GRADIENT, Output.VALUE_AND_GRADIENT_INTO})
  static double replaced(double[][] a, double[] b) {
    double k = a[0][0];
    a[0] = new double[] {k * k, k * 3, 1};
    a[1] = b;
    b[0] *= 2;
    return a[0][0] * a[1][1] * a[0][1] * a[1][0];
  }

  private static Layer[] layers(double... b) {
    return new Layer[] {
      new Layer(new double[] {b[0], b[1]}, 3), new Layer(new double[] {b[2], b[3]}, 4)
    };
  }

  /** How far an array that held ones is from the gradient. */
  private static double off(double[] given, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < given.length; i++) {
      sum += Math.abs(given[i] - 1 - gradient[i]);
    }
    return sum;
  }

  static double recordsAdded() {
    Layer[] a = layers(2, 1, 3, 5);
    Layer[] da = layers(1, 1, 1, 1);
    dInput.recordsValueAndGradientInto(a, da);
    Layer[] gradient = dInput.dRecords(a);
    return off(da[0].b(), gradient[0].b()) + off(da[1].b(), gradient[1].b());
  }

  static double scaledAdded() {
    Layer[] a = layers(2, 1, 3, 5);
    Layer[] da = layers(1, 1, 1, 1);
    Layer[] returned = dInput.scaledValueAndGradientInto(a, 0.5, da).gradient().a();
    Layer[] gradient = dInput.dScaled(a, 0.5).a();
    return off(da[0].b(), gradient[0].b())
        + off(da[1].b(), gradient[1].b())
        + (returned == da ? 0 : 1);
  }

  static double replacedAdded() {
    double[][] a = {{2, 1}, {3, 1}};
    double[] b = {1.5, 2.5};
    double[][] da = {{1, 1}, {1, 1}};
    double[] first = da[0];
    double[] db = {1, 1};
    dInput.replacedValueAndGradientInto(a, b, da, db);
    double[][] gradient = dInput.dReplaced(a, b).a();
    return off(first, gradient[0])
        + off(da[1], gradient[1])
        + off(db, dInput.dReplaced(a, b).b())
        + (first == da[0] ? 0 : 1);
  }

  static double hvpAdded() {
    Layer[] a = layers(2, 1, 3, 5);
    Layer[] da = layers(1, 1, 1, 1);
    dInput.recordsHvpInto(a, layers(0.5, 1, -2, 0.25), da);
    Layer[] hvp = dInput.recordsHvp(a, layers(0.5, 1, -2, 0.25));
    return off(da[0].b(), hvp[0].b()) + off(da[1].b(), hvp[1].b());
  }

  private Input() {}
}
