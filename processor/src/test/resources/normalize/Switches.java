/** Old switches. */
final class Switches {
  static final StringBuilder LOG = new StringBuilder();

  enum Shape {
    LINE,
    SQUARE,
    CUBE
  }

  static int next(int i) {
    LOG.append("next(").append(i).append(") ");
    return i + 1;
  }

  static double runGroups(int k, double x) {
    double y;
    switch (k) {
      case 0:
        y = x;
        break;
      case 1:
      case 2:
        {
          y = x * 2;
          break;
        }
      default:
        y = -x;
    }
    return y;
  }

  static double runShared(int k, double x) {
    double y = 0;
    switch (next(k)) {
      case 0:
        double t = x * 2, u;
        y = t;
        break;
      case 1:
        t = x;
        u = t + 1;
        y = u;
        break;
      case 2:
        int only = 3;
        y = only;
    }
    double t = y;
    return t;
  }

  static double runNamedTwice(int k, double x) {
    switch (k) {
      case 0:
        {
          double t = x + 1;
          x = t * t;
        }
        break;
      case 1:
        double t;
      case 2:
        t = x;
        x = t + 2;
    }
    return x;
  }

  static double runFalls(int k, double x) {
    double y = 1;
    switch (k) {
      case 0:
        y += x;
      case 1:
        y *= 2;
        if (x > 3) {
          break;
        }
      case 2:
        y -= x;
        break;
      case 5:
        y = 9;
    }
    return y;
  }

  static double runDefault(int k, double x) {
    double y;
    switch (k) {
      case 5:
        y = 1;
        break;
      default:
        x += 1;
      case 2:
        x *= 2;
      case 1:
        y = x;
    }
    return y;
  }

  static double runReturns(int k, double x) {
    switch (k) {
      case 0:
        x += 1;
      case 1:
        return x;
      default:
        return -x;
    }
  }

  static double runEnum(Shape s, double x) {
    switch (s) {
      case LINE:
        x += 1;
      case SQUARE:
        x *= x;
        break;
      case CUBE:
        return x;
    }
    return -x;
  }

  static double runLoops(int k, double x) {
    double y = 0;
    outer:
    for (int i = 0; i < 3; i++) {
      switch (k) {
        case 0:
          y += 1;
          continue;
        case 1:
          for (int j = 0; j < 3; j++) {
            if (j == 1) {
              break;
            }
            y += 10;
          }
        case 2:
          switch (i) {
            case 1:
              break;
            default:
              y += 100;
          }
          if (y > 200) {
            break outer;
          }
          break;
        default:
          y += x;
          continue outer;
      }
      y += 0.5;
    }
    return y;
  }

  static double runText(String s, double x) {
    switch (s) {
      case "a":
        x = 3;
      case "b":
        x += 1;
        break;
    }
    switch (s) {
      default:
    }
    switch (s) {
      case "c":
    }
    return x;
  }

  static double runArrows(int k, double x) {
    switch (k) {
      case 0, 1 -> x = 3;
      case 2 -> {
        if (x > 0) {
          break;
        }
        x += 1;
      }
      default -> throw new IllegalStateException("k " + k);
    }
    return x;
  }

  static double runLabelled(int k, double x) {
    done:
    switch (k) {
      case 1:
        x += 1;
      case 2:
        while (true) {
          if (!(x <= 2)) {
            break done;
          }
          x += 1;
        }
      default:
        x = 0;
    }
    return x;
  }
}
