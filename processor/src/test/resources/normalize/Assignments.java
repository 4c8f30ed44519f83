/** Assignments of every form. */
final class Assignments {
  static final StringBuilder LOG = new StringBuilder();

  static double f(double x) {
    LOG.append("f(").append(x).append(") ");
    return 2 * x;
  }

  static double bump(double[] a, int i) {
    LOG.append("bump(").append(i).append(") ");
    a[i] += 10;
    return a[i];
  }

  static double runCompound(double x, double y) {
    x += y;
    x -= 2 * y;
    x *= x;
    x /= y;
    x %= 3;
    return x;
  }

  static int runNarrowing(double x, int n) {
    int i = 3;
    i += x;
    i *= 1.5;
    byte b = 120;
    b += 20;
    b++;
    short s = 2;
    s <<= 3;
    s -= n;
    char c = 'a';
    c++;
    --c;
    c += 1;
    long l = 4;
    l *= i;
    l >>= 1;
    l <<= n;
    float g = 1;
    g += x;
    g++;
    int k = n;
    k += l;
    k >>>= 1;
    k ^= 5;
    return i + b + s + c + k + (int) l + (int) g;
  }

  static String runText(double x, int n) {
    String s = "a";
    s += x;
    s += n + 1;
    s += 'c';
    s += null;
    boolean b = n > 0;
    b &= x > 0;
    b |= n == 5;
    b ^= true;
    return s + b;
  }

  static double runChain(double x, double[] a, double[] b) {
    double y;
    double z = y = x;
    a[0] = b[1] = y + 1;
    int i;
    double w = i = 3;
    a = b = new double[] {x, z};
    a[0] += 1;
    return b[0] + w + i;
  }

  static double runSteps(double[] a, int i) {
    double x = 0.5;
    x++;
    ++x;
    x--;
    int k = i++ + ++i;
    k = k++ - --k;
    double y = x++;
    double z = x-- * 2 + x;
    a[0]++;
    double old = a[1]++;
    double now = --a[1];
    return k + i + y + z + old + now;
  }

  static double runSlots(double[] a, int i, double x) {
    int k = 0;
    a[k++] = x * a[k];
    a[k++] += f(k);
    a[k] = k = 1;
    a[k = 0] += k;
    a[i] *= bump(a, 1);
    a[2] += bump(a, 2);
    return a[k++ + k];
  }

  static int runIndexOfItself(int[] a) {
    int[] c = {1, 2, 0};
    int x = c[c[0]] = 0;
    int y = ++c[c[2]];
    int z = c[c[1]++]++;
    return x + 10 * y + 100 * z + 1000 * c[0] + 10000 * c[1] + 100000 * c[2];
  }

  static double runSelf(double x, double y) {
    x += x++ + ++x;
    x = x++;
    y += (y = 3) * (x = y);
    return x - y;
  }

  static double runRow(double[][] m, int i) {
    double[] row;
    (row = m[1])[0] = 4;
    m[0] = row;
    m[i * i % 3][0] += f(m[0][0]);
    return row[0];
  }

  static int runBoxed(int n) {
    Integer k = n;
    k += 2;
    k++;
    Long l = 3L;
    l--;
    return k + l.intValue();
  }
}
