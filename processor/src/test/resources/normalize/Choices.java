/** Conditionals, short circuits and switch expressions. */
final class Choices {
  static final StringBuilder LOG = new StringBuilder();

  enum Shape {
    LINE,
    SQUARE,
    CUBE
  }

  static double f(double x) {
    LOG.append("f(").append(x).append(") ");
    return 2 * x;
  }

  static boolean test(double x) {
    LOG.append("test(").append(x).append(") ");
    return x > 1;
  }

  static double runReturn(double x) {
    return x > 0 ? f(x) : x < -1 ? -x : 0;
  }

  static double runAssign(double x, double y, double[] a) {
    double z = x > y ? x : y;
    z = z > 3 ? 3 : z;
    z += x > 0 ? f(x) : 1;
    a[0] = test(x) ? z : f(z);
    a[1] *= y > 0 ? a[0] : 2;
    return z * (x > 0 ? 1.5 : x) - (test(y) ? x : y);
  }

  static double runInteger(double x, int n) {
    int k = x > 0 ? n : -n;
    int l = test(x) ? n++ : n--;
    return k + (n > 1 ? 2 : 3) * l + (x > 1 ? n : f(n));
  }

  static boolean runCircuit(double x, double y) {
    boolean b = x > 0 && test(x) || test(y);
    boolean c = test(x) && y > 0 || x > y;
    b = !b && (test(y) || c);
    if (b || x > 0 && f(x) > 2 && test(y)) {
      return c;
    }
    return c || test(x);
  }

  static double runDefinite(double x) {
    double k;
    if (x > 0 && (k = f(x)) > 1) {
      return k;
    }
    int n;
    int m = x > 1 ? (n = 3) : (n = 4);
    boolean both;
    boolean b = (both = x > 2) || test(x);
    return x > 1 ? (b ? n : m) : both ? 1 : 2;
  }

  static double runEnum(Shape shape, double x) {
    double y =
        switch (shape) {
          case LINE -> x;
          case SQUARE -> x * x;
          case CUBE -> f(x) * x;
        };
    return y + switch (shape) {
      case LINE, SQUARE -> 1;
      default -> 2.5;
    };
  }

  static double runYield(int k, double x) {
    double y =
        switch (k) {
          case 0 -> {
            for (int i = 0; i < 3; i++) {
              if (x > i) {
                yield f(i);
              }
            }
            yield x;
          }
          case 1 -> {
            if (test(x)) {
              yield 1;
            } else {
              yield x > 0 ? 2 : f(x);
            }
          }
          case 2 -> throw new IllegalArgumentException("two");
          default -> {
            double z = x;
            while (z < 10) {
              z += 5;
              if (z > 8) {
                break;
              }
            }
            yield switch (k) {
              case 5 -> z;
              default -> -z;
            };
          }
        };
    return y;
  }

  static double runText(String s, double x) {
    return switch (s) {
      case "a":
      case "b":
        yield f(x);
      default:
        double y = x;
        yield y + 1;
    };
  }

  static Object runPromoted(boolean c, int n) {
    Object o = c ? n : 2.5;
    double wide = c ? 123456789 : 1.5f;
    Object p = c ? (n = 4) : 'c';
    return o + " " + wide + " " + p;
  }

  static double runArrays(double[] a, double[] b, boolean c) {
    double[] d = c ? a : b;
    d[0] = 7;
    return (c ? b : a)[0] + sum(c ? a : new double[] {1, 2});
  }

  static double sum(double[] a) {
    return a[0] + a[1];
  }

  static String runInside(double x, int n) {
    String s = n > 1 ? "many" : "one";
    return s + (test(x) ? "big" : f(x));
  }
}
