package cases.branches.plain_block;

import io.github.cotangent.Differentiable;

// A block without a purpose: what is made in it, cheap to compute again, is in scope behind it once
// the braces are gone. Seeds 91000463 and 91002227 of the random programs.
// run: block(new double[] {0.3, 1.2}, 0.7)
// run: assigned(new double[] {0.3, 1.2}, 0.7)
final class Input {
  @Differentiable
  static double block(double[] trips, double r) {
    double[] c = trips.clone();
    {
      c[1] = Math.atan2(0.5, 2.0 + Math.sin(trips[1] * r));
    }
    return c[0] * c[1] * r;
  }

  @Differentiable
  static double assigned(double[] a, double r) {
    double[] c = a.clone();
    {
      double s = Math.sin(a[0] * r);
      {
        double t = s * s;
        t *= Math.cos(t);
        c[0] = t * s;
        t = Math.exp(t);
        c[1] += t;
      }
      s = s * c[1];
      c[1] = Math.hypot(s, c[0]);
    }
    return c[0] * c[1] * r;
  }

  private Input() {}
}
