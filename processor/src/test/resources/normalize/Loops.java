/** Loops whose headers do more than test. */
final class Loops {
  static final StringBuilder LOG = new StringBuilder();

  static double f(double x) {
    LOG.append("f(").append(x).append(") ");
    return 2 * x;
  }

  static int next(int i) {
    LOG.append("next(").append(i).append(") ");
    return i + 1;
  }

  static double runPlain(double[] a, int n) {
    double s = 0;
    for (int i = 0, j = a.length; i < j; i++, j--) {
      s += a[i];
    }
    for (int i = n; --n > 0; ) {
      s += i;
    }
    int k = 0;
    while (k < n) {
      k += 2;
    }
    do {
      k--;
    } while (k > 0);
    for (; ; ) {
      if (!(s <= 10)) {
        break;
      }
      s += 4;
    }
    return s;
  }

  static double runWhile(double x, int n) {
    int k = 0;
    while (f(x) < 20 && k++ < 10) {
      if (k == 2) {
        continue;
      }
      if (k == n) {
        break;
      }
      x += 1;
    }
    while (n-- > 0) {
      x += n;
    }
    return x;
  }

  static double runDoWhile(double x, int n) {
    do {
      x -= 1;
      if (x < 3) {
        continue;
      }
      if (x > 5) {
        break;
      }
      n--;
    } while (f(x) > 4 && n > 0);
    do {
      x += 1;
    } while (f(x) < 0);
    do {
      if (x > 0) {
        return x;
      }
      break;
    } while (f(x) > 0);
    return -x;
  }

  static double runHeader(double x, int n) {
    double s = 0;
    for (int i = 0, m = next(n); next(i) <= m; i = next(i)) {
      if (i == 1) {
        continue;
      }
      s += i;
    }
    for (int i = next(0), j = i; i < 4; i++, j += next(j)) {
      s += j;
    }
    for (double[] b = {x, 1}; b[0] < 3; b[0] += f(1)) {
      s += b[0];
    }
    return s;
  }

  static double runLabels(double[] a, int n) {
    double s = 0;
    outer:
    for (int i = next(0); i < 4; i = next(i)) {
      for (int j = 0; j < a.length; j++) {
        if (a[j] > 5) {
          continue outer;
        }
        if (s > 100) {
          break outer;
        }
        if (j == n) {
          continue;
        }
        s += a[j];
      }
      s += 1;
    }
    again:
    do {
      for (int k = 0; ; k++) {
        s += 1;
        if (k > n) {
          continue again;
        }
      }
    } while (f(s) < 20);
    return s;
  }

  static int runNoReturn(int n) {
    for (int i = 0; next(i) < 10; i = next(i)) {
      return i;
    }
    int k;
    while ((k = next(n)) > 100) {
      n = k - 50;
    }
    return k;
  }

  static double runNested(double x, int n) {
    double s = 0;
    int i = 0;
    while (next(i) < 4) {
      int j = 0;
      do {
        if (j == 1) {
          continue;
        }
        s += j;
      } while (++j < next(i));
      i++;
    }
    return s + x;
  }

  static double runNamedTwice(double x, int n) {
    do {
      double v = x + 1;
      x = v;
    } while (f(
            switch (n) {
              case 1 -> {
                double v = x * 2;
                yield v;
              }
              default -> x;
            })
        < 20 && x == x && n >= 0 && x > 0);
    return x;
  }

  static double runInSwitch(double x, int n) {
    int k = 0;
    do {
      switch (n) {
        case 1:
          continue;
        case 2:
          x += 1;
          break;
        default:
          x += 2;
      }
      x += 0.5;
    } while (next(k++) < 3);
    return x;
  }
}
