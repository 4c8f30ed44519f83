import java.util.List;
import java.util.Random;

/** Code without derivatives among code with them. */
final class Inactive {
  static final StringBuilder LOG = new StringBuilder();

  static double f(double x) {
    LOG.append("f(").append(x).append(") ");
    return 2 * x;
  }

  static double runUnknown(double x, int n) {
    Random random = new Random(3);
    double y = x * random.nextDouble();
    double noise = 0.5 * random.nextDouble();
    y += noise + random.nextInt(5) * f(random.nextDouble());
    double[] a = new double[n + 5];
    a[random.nextInt(3)] += x * random.nextInt(4);
    int[] count = new int[4];
    count[random.nextInt(4)]++;
    count[random.nextInt(4)] += random.nextInt(4);
    return y + a[random.nextInt(3)] + count[random.nextInt(4)];
  }

  static double runList(List<Double> list, double x) {
    double y = 0;
    for (int i = 0; i < list.size(); i++) {
      y += x * list.get(i);
    }
    return y / list.size();
  }

  static String runText(double x, int n) {
    LOG.append("x is ").append(x).append(' ');
    LOG.append(f(x)).append(n > 1 ? "many" : "few");
    String s = "n" + n++ + n;
    return s.trim() + String.valueOf(f(n)).length() + s.charAt(0);
  }

  static double runAssert(double x) {
    assert x < 100 : "x is " + x;
    int k = 0;
    assert f(x) < 10 : "f is " + f(x);
    assert k++ >= 0;
    assert f(k) > 1;
    return k;
  }

  static double runThrow(double x, int n) {
    if (f(x) > 13) {
      throw new IllegalArgumentException("x is " + x);
    }
    if (n > 3) {
      throw n > 4 ? new IllegalStateException() : new ArithmeticException();
    }
    Runnable task = () -> LOG.append("task ");
    task.run();
    return x;
  }
}
