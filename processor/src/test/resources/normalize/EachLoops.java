import java.util.List;

/** Enhanced for loops. */
final class EachLoops {
  static final StringBuilder LOG = new StringBuilder();

  record Point(double x, double[] w) {}

  static double[] copy(double[] a) {
    LOG.append("copy ");
    return a.clone();
  }

  static double runArray(double[] a, int[] k) {
    double s = 0;
    for (double v : a) {
      s += v;
    }
    for (double v : k) {
      s += v / 2;
    }
    return s;
  }

  static double runRows(double[][] m) {
    double s = 0;
    for (double[] r : m) {
      for (double v : r) {
        s += v;
      }
      r[0] = s;
    }
    return s;
  }

  static double runOnce(double[] a) {
    double s = 0;
    for (double v : copy(a)) {
      a[0] += v;
      s += v;
    }
    for (double v : a) {
      a = new double[] {1};
      s += v;
    }
    for (double v : new double[] {s, 1}) {
      v *= 2;
      s += v;
    }
    return s;
  }

  static double runJumps(double[][] m, double x) {
    int i = 0;
    outer:
    for (double[] r : m) {
      for (double v : r) {
        if (v > x) {
          continue outer;
        }
        if (v < 0) {
          break outer;
        }
        i++;
      }
    }
    return i;
  }

  static double runList(List<Double> values, double x) {
    double s = 0;
    for (double v : values) {
      if (v < 0) {
        continue;
      }
      s += v * x;
    }
    for (Double v : values) {
      s += v;
    }
    return s;
  }

  static double runRecords(Point[] points) {
    double s = 0;
    for (Point p : points) {
      for (double w : p.w()) {
        s += p.x() * w;
      }
    }
    return s;
  }
}
