package cases.custom.values;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import java.util.Arrays;

// A type that declares itself differentiable: as local variable, in arrays and records, passed to
// and returned from helpers, assigned again and again, and as parameter and result.
// run: network(new double[] {0.4, -0.3}, new double[] {0.2, 0.7}, new double[] {1.1, -0.8}, 3)
// run: same(new double[] {0.4, -0.3})
// run: assigned(new double[] {0.4, -0.3}, 0.7)
// run: assigned(new double[] {0.4, -0.3}, -0.7)
// run: inArray(new double[] {0.4, -0.3, 0.9}, 0.7)
// run: joined(new double[] {0.4, -0.3}, 0.7)
// run: inRecord(new double[] {0.4, -0.3}, 0.7)
// run: recursive(new double[] {0.4, -0.3}, 3)
// run: data(new double[] {0.4, -0.3}, new double[] {1.5, 0.2})
// run: early(new double[] {0.4, -0.3}, 5)
// run: copied(new double[] {0.4, -0.3}, 0.7)
// run: matrix(new double[] {0.4, -0.3}, 0.7)
// run: late(new double[] {0.4, -0.3}, 0.7)
// run: late(new double[] {0.4, -0.3}, -0.7)
// run: constants(new double[] {0.4, -0.3}, 3)
// run: otherClass(new double[] {0.4, -0.3}, 0.7)
// run: written(new double[] {0.4, -0.3}, 0.7)
// run: nullable(new double[] {0.4, -0.3}, 1)
// run: nullable(new double[] {0.4, -0.3}, 0)
// run: remade(new double[] {0.4, -0.3}, 3)
// run: remadeNumber(new double[] {0.4, -0.3}, 3)
// expect: fillPullback(new Vec[1], Vec.of(2, 3)).apply(new Vec[] {Vec.of(1, 1)}).v().at(1) = 6.0
// expect: fillPullback(new Vec[1], Vec.of(2, 3)).value()[0].at(1) = 9.0
// expect: splitPullback(Vec.all(2, 3), new Layer(Vec.of(5), Vec.of(7), 1)).apply(new Vec[] {Vec.of(1), null}).all()[1].at(0) = 2.0
// expect: splitPullback(Vec.all(2, 3), new Layer(Vec.of(5), Vec.of(7), 1)).apply(null).all()[1].at(0) = 0.0
// expect: scaledPullback(Vec.of(2, 3), 4).apply(Vec.of(1, 2)).k() = 8.0
// expect: scaledPullback(Vec.of(2, 3), 4).apply(Vec.of(1, 2)).v().at(1) = 10.0
// expect: dMoves(Vec.all(2, 3), Vec.all(5, 7), 0.5).all()[0].at(0) = 0.0
// expect: dMoves(Vec.all(2, 3), Vec.all(5, 7), 0.5).all()[1].at(0) = 17.5
// expect: dMoves(Vec.all(2, 3), Vec.all(5, 7), 0.5).more()[1].at(0) = 7.5
// expect: dMoves(Vec.all(2, 3), Vec.all(5, 7), 0.5).more()[0].at(0) = 10.5
// expect: dDetached(Vec.of(2, 3)).at(1) = 18.0
// expect: dDetached(Vec.of(2, 3)).at(0) = -1.0
// expect: dConstant(Vec.of(2, 3), Vec.of(5, 7)).u().at(1) = 10.0
// expect: dConstant(Vec.of(2, 3), Vec.of(5, 7)).w().at(1) = 20.0
// expect: dTwoConstants(Vec.of(2, 3), Vec.ONES, Vec.ONES).at(1) = 6.0
// expect: dTwoConstants(Vec.of(2, 3), Vec.of(5, 7), Vec.of(1, 2)).at(1) = 84.0
// expect: dSquare(Vec.of(1, 2)).at(1) = 4.0
// expect: dBoth(Vec.of(1, 2), Vec.of(3, 5)).u().at(0) = 3.0
// expect: dBoth(Vec.of(1, 2), Vec.of(3, 5)).w().at(1) = 2.0
// expect: dAdded(Vec.ONES, Vec.ONES).u().at(1) = 1.0
// expect: dAdded(Vec.ONES, Vec.ONES).w().at(0) = 1.0
final class Input {
  record Layer(Vec weight, Vec bias, double scale) {}

  @Differentiable
  static double network(double[] w, double[] b, double[] x, int steps) {
    Layer layer = new Layer(Vec.of(w), Vec.of(b), w[0]);
    Vec input = Vec.of(x);
    Vec h = layer.bias();
    for (int i = 0; i < steps; i++) {
      h = cell(layer, h, input);
    }
    return h.dot(h) + h.at(0);
  }

  static Vec cell(Layer layer, Vec h, Vec x) {
    Vec z = layer.weight().times(h).plus(x.scaled(layer.scale()));
    return z.plus(layer.bias()).tanh();
  }

  @Differentiable
  static double same(double[] a) {
    Vec v = Vec.of(a);
    Vec w = v;
    return v.times(w).dot(w.plus(v)) * w.at(1);
  }

  @Differentiable
  static double assigned(double[] a, double x) {
    Vec v = Vec.of(a);
    Vec first = v;
    if (x > 0) {
      v = v.times(v);
    } else {
      v = v.scaled(x);
      v = v.plus(first);
    }
    Vec w = x > 0.5 ? v : first;
    v = v.times(w);
    return v.dot(first) * x;
  }

  @Differentiable
  static double inArray(double[] a, double x) {
    Vec[] all = new Vec[a.length];
    for (int i = 0; i < a.length; i++) {
      all[i] = Vec.of(a[i], x * a[i]);
    }
    all[1] = all[0];
    all[0] = all[0].times(all[2]);
    Vec sum = all[0];
    for (Vec v : all) {
      sum = sum.plus(v.tanh());
    }
    return sum.dot(all[0]) + all[1].at(1);
  }

  @Differentiable
  static double joined(double[] a, double x) {
    Vec v = Vec.of(a);
    Vec[] parts = {v, v.scaled(x), v};
    Vec all = Vec.join(parts);
    return all.dot(all.tanh()) * all.size();
  }

  @Differentiable
  static double inRecord(double[] a, double x) {
    Layer layer = new Layer(Vec.of(a), Vec.of(x, x * x), x);
    Layer next = new Layer(layer.bias(), layer.weight().times(layer.bias()), layer.scale() * x);
    for (int i = 0; i < 2; i++) {
      next = new Layer(next.bias(), next.weight().scaled(next.scale()), x);
    }
    return next.weight().dot(next.bias()) * next.scale() + total(layer);
  }

  static double total(Layer layer) {
    return layer.weight().at(0) * layer.bias().at(1) * layer.scale();
  }

  @Differentiable
  static double recursive(double[] a, int n) {
    return halves(Vec.of(a), n).at(0);
  }

  static Vec halves(Vec v, int n) {
    if (n == 0) {
      return v;
    }
    Vec h = halves(v.scaled(0.5), n - 1);
    return h.times(v).plus(v);
  }

  @Differentiable
  static double data(double[] a, @NonDifferentiable double[] k) {
    Vec constant = Vec.of(k);
    Vec h = constant;
    for (int i = 0; i < 3; i++) {
      h = h.times(Vec.of(a)).plus(constant);
    }
    return h.dot(constant);
  }

  @Differentiable
  static double early(double[] a, int n) {
    Vec h = Vec.of(a);
    for (int i = 0; i < n; i++) {
      if (h.dot(h) < 0.01) {
        return h.at(0);
      }
      h = h.times(h).scaled(a[0]);
    }
    return h.at(1);
  }

  @Differentiable
  static double copied(double[] a, double x) {
    Vec[] all = {Vec.of(a), Vec.of(x, x)};
    Vec[] more = Arrays.copyOf(all, 3);
    more[2] = more[0].times(more[1]);
    Vec[] same = more.clone();
    System.arraycopy(more, 1, same, 0, 2);
    more[1] = same[1];
    Arrays.fill(all, same[0]);
    return all[1].dot(more[1]) * same[2].at(0) + all[0].at(1);
  }

  @Differentiable
  static double matrix(double[] a, double x) {
    Vec[][] rows = new Vec[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        rows[i][j] = Vec.of(a).scaled(x + i + 2 * j);
      }
    }
    rows[1] = rows[0];
    rows[0][0] = rows[0][1].plus(rows[1][0]);
    return rows[1][0].dot(rows[1][1]);
  }

  /** What flows into the constant does not come out at the argument. */
  @Differentiable
  static double detached(Vec v) {
    Vec h = v.detached();
    for (int i = 0; i < 2; i++) {
      h = h.times(v);
    }
    return h.at(1) - v.dot(v.detached()) + v.at(0) + v.at(1) * (v.at(1) - v.detached().at(1));
  }

  @Differentiable
  static double constant(Vec u, Vec w) {
    return held(u, u, w) + held(w, u, w);
  }

  static double held(Vec u, @NonDifferentiable Vec k, Vec w) {
    Vec h = k;
    if (w.size() > 1) {
      h = h.plus(w);
    }
    return h.at(1) * u.at(1);
  }

  /** A variable that starts as one constant does not make another one active. */
  @Differentiable
  static double twoConstants(Vec w, @NonDifferentiable Vec x, @NonDifferentiable Vec target) {
    Vec h = x;
    for (int i = 0; i < 2; i++) {
      h = h.times(w);
    }
    return h.dot(target);
  }

  @Differentiable
  static double late(double[] a, double x) {
    Vec h;
    Vec k = null;
    if (x > 0) {
      h = Vec.of(a);
    } else {
      h = Vec.of(a).scaled(x);
      k = h;
    }
    h = h.tanh();
    double s = h.dot(h);
    return k == null ? s : s * k.at(0);
  }

  @Differentiable
  static double constants(double[] a, int n) {
    Vec h = Vec.ONES;
    Vec sum = Vec.ONES;
    for (int i = 0; i < n; i++) {
      h = h.times(Vec.of(a));
      sum = sum.plus(h);
    }
    return sum.dot(Vec.ONES);
  }

  @Differentiable
  static double otherClass(double[] a, double x) {
    Vec v = Vec.of(a);
    Vec[] all = {v, v.scaled(x)};
    Vec m = Other.mixed(v, x, all);
    Vec w = Other.same(m, v);
    w = w.plus(Other.same(w, m));
    return w.dot(all[0]) + all[1].at(0);
  }

  @Differentiable
  static double written(double[] a, double x) {
    Vec[] all = new Vec[2];
    fill(all, Vec.of(a));
    Vec before = all[0];
    fill(all, before.scaled(x));
    return all[0].dot(before) + all[1].at(1);
  }

  @Differentiable
  static void fill(Vec[] all, Vec v) {
    for (int i = 0; i < all.length; i++) {
      all[i] = v.times(v);
    }
  }

  @Differentiable
  static double nullable(double[] a, int n) {
    Vec[] all = new Vec[2];
    all[n] = Vec.of(a);
    Vec sum = null;
    for (Vec v : all) {
      if (v != null) {
        sum = sum == null ? v : sum.plus(v);
      }
    }
    return sum.dot(sum);
  }

  /** A variable that an operation gives a value in each round, and a branch another one. */
  @Differentiable
  static double remade(double[] a, int n) {
    Vec w = Vec.of(a);
    double total = 0;
    for (int i = 0; i < n; i++) {
      Vec v = w.tanh();
      if (i > 0) {
        v = v.times(w);
      }
      total += v.dot(w) * (i + 1);
    }
    return total;
  }

  @Differentiable
  static double remadeNumber(double[] a, int n) {
    Vec w = Vec.of(a);
    double total = 0;
    for (int i = 0; i < n; i++) {
      double x = w.dot(w);
      if (i > 0) {
        x = x * w.at(0);
      }
      total += x * x * (i + 1);
    }
    return total;
  }

  @Differentiable
  static double moves(Vec[] all, Vec[] more, double x) {
    all[0] = more[1].scaled(x);
    more[1] = all[1];
    return all[0].dot(more[1]) * more[0].at(0);
  }

  @Differentiable
  static double square(Vec v) {
    return v.dot(v);
  }

  @Differentiable
  static double both(Vec u, Vec w) {
    return u.dot(w);
  }

  @Differentiable
  static double added(Vec u, Vec w) {
    Vec sum = u.plus(w);
    return sum.at(0) + sum.at(1);
  }

  @Differentiable
  static Vec scaled(Vec v, double k) {
    return v.scaled(k).plus(v);
  }

  @Differentiable
  static Vec[] split(Vec[] all, Layer layer) {
    Vec[] out = new Vec[2];
    out[0] = all[0].times(all[1]);
    out[1] = cell(layer, all[0], out[0]);
    return out;
  }

  @Differentiable
  static Layer moved(Layer layer, Vec by) {
    return new Layer(layer.weight().plus(by), layer.bias().times(by), layer.scale() * by.at(0));
  }

  private Input() {}
}
