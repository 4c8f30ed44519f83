package cases.arrays.failing_dead_reads;

import io.github.cotangent.Differentiable;

// What fails in f fails in dF, also where nobody needs the value.
// run: row(1.5, new double[][] {{1.0}, null}, 0)
// run: row(1.5, new double[][] {{1.0}, null}, 1)
// run: length(1.5, null)
// run: length(1.5, new double[2])
// run: component(1.5, null)
// run: component(1.5, new Pair(1.0, new double[2]))
// run: component(1.5, new Pair(1.0, null))
// run: alias(1.5, new double[][] {{1.0}, {2.0}}, 2)
// run: alias(1.5, new double[][] {{1.0}, {2.0}}, 1)
// run: alias(1.5, new double[][] {{1.0}, null}, 1)
// run: branch(1.5, null, 1)
// run: branch(1.5, null, -1)
// run: branch(1.5, new double[] {}, 1)
// run: loop(1.5, null, 3)
// run: loop(1.5, new double[2], 2)
// run: loop(1.5, new double[2], 3)
// run: integers(1.5, null, 3)
// run: integers(1.5, new int[3], 3)
// run: integers(1.5, new int[3], 0)
// run: integers(1.5, new int[3], 2)
// run: text(1.5, null)
// run: text(1.5, "abc")
// run: stored(1.5, null)
// run: stored(1.5, new double[1])
// run: stored(1.5, new double[0])
// run: sized(1.5, -1)
// run: sized(1.5, 1)
// run: helper(1.5, null)
// run: helper(1.5, new double[0])
// run: helper(1.5, new double[1])
// run: copied(1.5, null, 1)
// run: copied(1.5, new double[3], 2)
// run: copied(1.5, new double[3], 4)
// run: pairs(1.5, new Pair[] {null})
// run: pairs(1.5, new Pair[] {new Pair(1.0, null)})
// run: pairs(1.5, new Pair[] {})
// run: cast(1.5, "a")
// run: cast(1.5, 3)
// run: chosen(1.5, null, true)
// run: chosen(1.5, null, false)
// run: emptied(1.5, null, new double[][] {{}}, 0)
// run: emptied(1.5, new double[0], new double[][] {{}}, 0)
// run: emptied(1.5, new double[0], new double[][] {{}}, 1)
// run: emptied(1.5, new double[0], new double[][] {null}, 0)
// run: emptied(1.5, new double[0], null, 0)
// run: unboxed(1.5, new Integer[] {null}, "a")
// run: unboxed(1.5, new Integer[] {1}, "a")
// run: unboxed(1.5, new Integer[] {1}, null)
// run: kept(1.5, new double[] {}, 1)
// run: kept(1.5, new double[] {2.0}, 1)
// run: kept(1.5, null, 1)
// run: added(1.5, new double[] {1.0, 2.0}, 2)
// run: added(1.5, new double[] {1.0, 2.0}, 3)
// run: added(1.5, null, 1)
// run: written(1.5, new double[2], 1)
// run: written(1.5, new double[2], 3)
final class Input {
  record Pair(double x, double[] v) {}

  @Differentiable
  static double row(double x, double[][] m, int i) {
    double unused = m[i][0];
    return x * x;
  }

  @Differentiable
  static double length(double x, double[] a) {
    int unused = a.length;
    return x * x;
  }

  @Differentiable
  static double component(double x, Pair p) {
    double unused = p.x();
    double[] v = p.v();
    double other = v[1];
    return x * x;
  }

  @Differentiable
  static double alias(double x, double[][] m, int i) {
    double[] row = m[i];
    double unused = row[0] * x;
    return x * x;
  }

  @Differentiable
  static double branch(double x, double[] a, int n) {
    double y = 0;
    if (n > 0) {
      y = a[0] * x;
    }
    y = x;
    return y * x;
  }

  @Differentiable
  static double loop(double x, double[] a, int n) {
    double y = 0;
    for (int i = 0; i < n; i++) {
      y = a[i] * x;
    }
    return x * x;
  }

  @Differentiable
  static double integers(double x, int[] k, int n) {
    int a = k[0] + 1;
    int b = k[2] / n;
    int c = 7 % (n - 2);
    return x * x;
  }

  @Differentiable
  static double text(double x, String s) {
    int unused = s.length();
    return x * x;
  }

  @Differentiable
  static double stored(double x, double[] a) {
    a[0] = x;
    return x * x;
  }

  @Differentiable
  static double sized(double x, int n) {
    double[] a = new double[n];
    return x * x;
  }

  private static double first(double x, double[] a) {
    double y = a[0];
    return x;
  }

  @Differentiable
  static double helper(double x, double[] a) {
    double unused = first(x, a);
    return x * x;
  }

  @Differentiable
  static double copied(double x, double[] a, int n) {
    double[] b = java.util.Arrays.copyOfRange(a, n, 5);
    double[] c = a.clone();
    return x * x;
  }

  @Differentiable
  static double pairs(double x, Pair[] ps) {
    double y = 0;
    for (Pair p : ps) {
      y = p.x() * x;
    }
    return x * x;
  }

  @Differentiable
  static double cast(double x, Object o) {
    Integer i = (Integer) o;
    return x * x;
  }

  @Differentiable
  static double chosen(double x, double[] a, boolean b) {
    double y = b ? a[0] : x;
    return x * x;
  }

  @Differentiable
  static double emptied(double x, double[] a, double[][] m, int k) {
    double y = 0;
    for (int i = 0; i < a.length; i++) {
      y = x;
    }
    for (int i = 0; i < m[k].length; i++) {
      y = x;
    }
    return x * x;
  }

  @Differentiable
  static double unboxed(double x, Integer[] k, String name) {
    int i = k[0];
    int n = 0;
    switch (name) {
      case "a" -> n = 1;
      default -> n = 2;
    }
    return x * x;
  }

  // Where a pullback is asked for, what fails must fail before there is one.

  @Differentiable
  static double[] kept(double x, double[] a, int n) {
    double y = 0;
    if (n > 0) {
      y = a[0] * x;
    }
    y = x;
    return new double[] {y * x, y};
  }

  @Differentiable
  static double[] added(double x, double[] a, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double e = a[i] * x;
      sum += e * e;
    }
    sum = x;
    return new double[] {sum * x, sum};
  }

  @Differentiable
  static void written(double x, double[] a, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double e = a[i] * x;
      sum += e * e;
    }
    sum = x;
    a[0] = sum * x;
  }

  private Input() {}
}
