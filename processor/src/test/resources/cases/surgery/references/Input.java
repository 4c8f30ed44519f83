package cases.surgery.references;

import static io.github.cotangent.Gradients.insertGradientOf;
import static io.github.cotangent.Gradients.inspectGradientOf;
import static io.github.cotangent.Gradients.stopGradient;

import io.github.cotangent.Differentiable;

// Operations on the adjoints of arrays and records: all names of an array see the change.
// kink
// expect: dArrays(new double[] {1, 2})[0] + 10 * dArrays(new double[] {1, 2})[1] = 2.0 + 40.0
// expect: dAliased(new double[] {1, 2})[1] = 21.0
// expect: dRows(new double[][] {{1, 2}, {3}})[1][0] = 5.0
// expect: dRecords(2.0, 3.0).x() * 100 + dRecords(2.0, 3.0).y() = 600.0 + 2.0
// expect: dHalfEmpty(new Half(3, null, null)).x() = 4.0
// expect: dSeen(new double[] {1, 2})[0] + Input.seen = 2.0 + 6.0
// expect: dStopped(new double[] {1, 2})[0] = 1.0
final class Input {
  record P(double x, double y, int n) {}

  static double seen;

  @Differentiable
  static double arrays(double[] a) {
    double[] b = a.clone();
    for (int i = 0; i < b.length; i++) {
      b[i] *= b[i];
    }
    insertGradientOf(b, db -> clipped(db, 1));
    return 5 * b[0] + 7 * b[1];
  }

  static double[] clipped(double[] d, double limit) {
    double[] out = new double[d.length];
    for (int i = 0; i < d.length; i++) {
      out[i] = Math.max(-limit, Math.min(d[i], limit));
    }
    return out;
  }

  @Differentiable
  static double aliased(double[] a) {
    double[] b = a;
    double first = a[1];
    insertGradientOf(b, db -> new double[] {0, 10 * db[1]});
    return 2 * a[1] + first;
  }

  @Differentiable
  static double rows(double[][] m) {
    insertGradientOf(m, dm -> new double[][] {{0, 0}, {dm[1][0] + 3}});
    return m[0][0] + 2 * m[1][0];
  }

  @Differentiable
  static double records(double x, double y) {
    P p = new P(x, y, 4);
    insertGradientOf(p, dp -> new P(dp.x() * 2, dp.y(), 0));
    return p.x() * p.y();
  }

  record Half(double x, double[] y, double[][] z) {}

  // An array that is null has an adjoint that is.
  @Differentiable
  static double halfEmpty(Half h) {
    insertGradientOf(h, dh -> new Half(2 * dh.x(), dh.y(), dh.z()));
    return h.y() == null ? 2 * h.x() : h.y()[0] * h.z()[0][0];
  }

  @Differentiable
  static double seen(double[] a) {
    double[] b = a.clone();
    inspectGradientOf(
        b,
        db -> {
          double sum = 0;
          for (double d : db) {
            sum += d;
          }
          note(sum);
        });
    return 2 * b[0] + 4 * b[1];
  }

  static void note(double value) {
    seen = value;
  }

  @Differentiable
  static double stopped(double[] a) {
    double[] constant = stopGradient(a);
    return constant[0] * a[0];
  }

  private Input() {}
}
