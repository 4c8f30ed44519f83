package cases.calls.constant_record_refused;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// A constant record must not hold an array that is differentiated.
// run: weighted(new double[] {1, 2}, new Input.Data(new double[] {3}, null))
// run: weighted(new double[] {1, 2}, null)
// refuse: double[] a = {1, 2}; weighted(a, new Input.Data(a, null))
// run: first(new double[] {1, 2}, new Input.Data[] {null, new Input.Data(new double[] {3}, null)})
// refuse: double[] a = {1, 2}; first(a, new Input.Data[] {null, new Input.Data(a, null)})
// refuse: double[] a = {1, 2}; deep(a, new Input.Table(new Input.Data(new double[1], new double[][] {a}), null))
// refuse: double[] a = {1, 2}; deep(a, new Input.Table(null, new Input.Data[][] {{new Input.Data(a, null)}}))
// run: deep(new double[] {1, 2}, new Input.Table(null, new Input.Data[][] {null}))
// run: scaled(new double[] {1, 2}, null, 2.0)
// run: scaled(new double[] {1, 2}, new Input.Table(null, null), 2.0)
// run: scaled(new double[] {1, 2}, new Input.Table(new Input.Data(new double[] {3}, null), null), 2.0)
final class Input {
  record Data(double[] values, double[][] rows) {}

  record Table(Data head, Data[][] cells) {}

  @Differentiable
  static double weighted(double[] x, @NonDifferentiable Data d) {
    return d == null ? x[0] : x[0] * d.values()[0];
  }

  @Differentiable
  static double first(double[] x, @NonDifferentiable Data[] d) {
    return x[0] * d[1].values()[0];
  }

  @Differentiable
  static double deep(double[] x, @NonDifferentiable Table t) {
    return t.head() == null ? x[0] * x[1] : x[0] * t.head().values()[0];
  }

  @Differentiable
  static double[] scaled(double[] x, @NonDifferentiable Table t, double k) {
    x[0] *= k * x[1];
    x[1] *= t == null ? 2 : t.head() == null ? 3 : t.head().values()[0];
    return x;
  }

  private Input() {}
}
