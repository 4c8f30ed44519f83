package cases.records.replaced_and_not_read;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Elements that are replaced and never read: the gradient has the shape of the arguments at entry.
// run: shorter(new Bag[] {new Bag(new double[] {1.1, 2.2, 3.3}, 0.5)}, 1.5)
// run: tagged(new Tagged[] {new Tagged(7, 0.5), new Tagged(8, 1.5)}, 1.5)
// run: byHelper(new Bag[] {new Bag(new double[] {1.1, 2.2, 3.3}, 0.5)}, 1.5)
// run: constant(new Bag[] {new Bag(new double[] {1.1, 2.2, 3.3}, 0.5)}, 1.5)
// run: unread(new Bag[] {new Bag(new double[] {1.1, 2.2, 3.3}, 0.5)}, new Tagged[] {new Tagged(7, 0.5)}, 1.5)
final class Input {
  record Bag(double[] values, double weight) {}

  record Tagged(int tag, double x) {}

  @Differentiable
  static double shorter(Bag[] bags, double x) {
    double y = bags[0].values()[2] * bags[0].weight();
    bags[0] = new Bag(new double[2], x);
    return y * x;
  }

  @Differentiable
  static double tagged(Tagged[] items, double x) {
    double y = items[1].x() * x;
    items[0] = new Tagged(3, x);
    return y;
  }

  @Differentiable
  static double byHelper(Bag[] bags, double x) {
    double y = bags[0].values()[2] * x;
    clear(bags);
    return y * x;
  }

  static void clear(Bag[] bags) {
    bags[0] = new Bag(new double[1], 0);
  }

  @Differentiable
  static double constant(@NonDifferentiable Bag[] bags, double x) {
    double y = bags[0].values()[2] * x;
    bags[0] = new Bag(new double[1], 2);
    return y * x;
  }

  @Differentiable
  static double unread(Bag[] bags, Tagged[] items, double x) {
    bags[0] = new Bag(new double[2], x);
    items[0] = new Tagged(3, x);
    return x * x;
  }

  private Input() {}
}
