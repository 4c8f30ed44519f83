package cases.calls.fields_that_change;

import io.github.cotangent.Differentiable;

// Fields of objects that calls change between the reads: each read is recorded.
// run: counted(1.2, 3)
final class Input {
  static final class Counter {
    int count;
    double rate = 0.5;

    int next() {
      rate *= 1.5;
      return count++;
    }
  }

  @Differentiable
  static double counted(double x, int n) {
    Counter c = new Counter();
    double[] a = {x, x * x, 1};
    double s = x;
    for (int i = 0; i < n; i++) {
      s *= c.next() + x * c.rate;
      a[c.count % 3] *= s * c.count;
      if (c.count > 1) {
        s += x * a[c.count - 1];
      }
    }
    return s * c.count * a[0];
  }

  private Input() {}
}
