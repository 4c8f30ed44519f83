package errors;

import io.github.cotangent.Differentiable;
import java.util.Arrays;
import java.util.function.IntConsumer;

// Methods of the class that write into an array of an object, behind a read that is repeated.
final class ArraysOfObjects {
  private ArraysOfObjects() {}

  static final class State {
    final double[] w = {0.75};
    final double[] log = new double[9];
    int count;

    void move(double by) {
      w[0] += by;
    }

    void count() {
      count++;
      log[count]++;
    }

    void tick() {
      count++;
      w[0] = count;
    }

    double[] get() {
      return w;
    }

    double scaled(double x) {
      return x * w[0];
    }

    @Differentiable
    double own(double x) {
      double a = x * w[0];
      move(5); // error: UnsupportedExpression
      return a * a * w[0];
    }
  }

  static void move(State s) {
    s.move(2);
  }

  @Differentiable
  static double behind(double x, State s) {
    double a = x * s.w[0];
    move(s); // error: UnsupportedExpression
    return a * a;
  }

  @Differentiable
  static double nextRound(double x, int n, State s) {
    double a = x;
    for (int i = 0; i < n; i++) {
      s.tick(); // error: UnsupportedExpression
      a = a * s.w[0];
    }
    return a * a;
  }

  @Differentiable
  static double handedOut(double x, State s) {
    double[] w = s.get();
    double a = x * w[0];
    s.move(1); // error: UnsupportedExpression
    return a * a;
  }

  static double[] same(double[] array) {
    return array;
  }

  static double[] row(double[][] rows) {
    return rows[0];
  }

  @Differentiable
  static double handedBack(double x, State s) {
    double[] w = same(s.w);
    double a = x * w[0];
    s.move(1); // error: UnsupportedExpression
    return a * a;
  }

  @Differentiable
  static double rowHandedBack(double x, Table t) {
    double[] row = row(t.rows);
    double a = x * row[0];
    t.moveRow(); // error: UnsupportedExpression
    return a * a;
  }

  @Differentiable
  static double readByMethod(double x, State s) {
    double a = s.scaled(x);
    s.move(1); // error: UnsupportedExpression
    return a * a;
  }

  record Row(double[] values, double weight) {}

  static final class Table {
    final double[] first = {1, 2};
    final double[][] rows = {first, {3}};
    final Row row = new Row(new double[] {4}, 5);
    final Row[] others = {new Row(new double[] {6}, 7)};

    void moveRow() {
      rows[0][0]++;
    }

    void moveRecord() {
      row.values()[0]++;
    }

    void moveOther() {
      change(others[0]);
    }

    void moveUnread() {
      IntConsumer move = i -> first[i]++;
      move.accept(0);
    }
  }

  static void change(Row row) {
    row.values()[0] = 8;
  }

  static double product(double[] values, double x) {
    return values[0] * x;
  }

  @Differentiable
  static double rowOfMatrix(double x, Table t) {
    double a = x * t.first[0];
    t.moveRow(); // error: UnsupportedExpression
    return a * a;
  }

  @Differentiable
  static double record(double x, Table t) {
    Row row = t.row;
    double a = x * row.values()[0];
    t.moveRecord(); // error: UnsupportedExpression
    return a * a;
  }

  @Differentiable
  static double recordInArray(double x, Table t) {
    double a = x * t.others[0].values()[0];
    t.moveOther(); // error: UnsupportedExpression
    return a * a;
  }

  @Differentiable
  static double passed(double x, State s) {
    double a = product(s.w, x);
    s.move(1); // error: UnsupportedExpression
    return a * a;
  }

  @Differentiable
  static double unread(double x, Table t) {
    double a = x * t.first[1];
    t.moveUnread(); // error: UnsupportedExpression
    return a * a;
  }

  static final class Box {
    final double[] values;

    Box(double[] values) {
      this.values = values;
    }

    void move() {
      values[0]++;
    }
  }

  @Differentiable
  static double given(double x) {
    double[] w = {2, 1};
    Box box = new Box(w);
    double a = x * w[0];
    box.move(); // error: UnsupportedExpression
    return a * a;
  }

  static final class Order {
    final int[] next = {2, 0, 1};

    int[] get() {
      return next;
    }
  }

  @Differentiable
  static double twoNames(double[] a, double x) {
    Order o = new Order();
    Order p = o;
    double y = x * a[p.next[0]];
    Arrays.sort(o.next); // error: UnsupportedExpression
    return y * y;
  }

  @Differentiable
  static double byCall(double[] a, double x, Order o) {
    double y = x * a[o.next[0]];
    Arrays.sort(o.get()); // error: UnsupportedExpression
    return y * y;
  }

  @Differentiable
  static double readByMethod(double[] a, double x, State s) {
    double y = s.scaled(x) * a[0];
    Arrays.sort(s.w); // error: UnsupportedExpression
    return y * y;
  }

  @Differentiable
  static double askedAgain(double[] a, double x, Order o) {
    double y = x;
    for (int i = 0; i < 2; i++) {
      int[] next = o.next;
      y *= x * a[next[0]];
      Arrays.sort(next); // error: UnsupportedExpression
    }
    return y;
  }

  @Differentiable
  static double oneName(double[] a, double x, Order o) {
    int[] own = {2, 0};
    int[] next = o.next;
    double y = x * a[next[0]];
    Arrays.sort(next);
    Arrays.sort(own);
    return y * y * a[own[0]];
  }

  static final double[] TABLE = {2, 1};

  static void fill(double value) {
    TABLE[0] = value;
  }

  @Differentiable
  static double ofClass(double x) {
    fill(1);
    double a = x * TABLE[0];
    fill(3); // error: UnsupportedExpression
    return a * a;
  }

  @Differentiable
  static double widened(double x) {
    double[] w = {2, 1};
    double a = x * w[0];
    clear(w); // error: UnsupportedExpression
    return a * a;
  }

  static void clear(Object o) {
    ((double[]) o)[0] = 0;
  }

  @Differentiable
  static double weight(double x, Table t) {
    double a = x * t.row.weight();
    t.moveRecord();
    return a * a;
  }

  @Differentiable
  static double before(double x, State s) {
    s.move(1);
    double a = s.scaled(x);
    return a * a;
  }

  @Differentiable
  static double others(double x, State s) {
    double a = s.scaled(x);
    s.count();
    return a * a;
  }

  @Differentiable
  static double copied(double x, State s) {
    double[] w = s.w.clone();
    double a = x * w[0];
    s.move(1);
    return a * a;
  }
}
