package cases.records.matrices_in_array;

import io.github.cotangent.Differentiable;

// Matrices in records in an array, whose rows are exchanged: in the end, the rows of the shadows
// stand where those of the argument do.
// run: exchanged(new Bag[] {new Bag(new double[][] {{2, 3}, {5, 7}}, 3)}, 0.5)
// run: called(new Bag[] {new Bag(new double[][] {{2, 3}, {5, 7}}, 3), null}, 0.5)
// run: deep(new Group[] {new Group(new Bag[][] {{new Bag(new double[][] {{2, 3}, {5, 7}}, 3)}})})
// run: given(new Bag[] {new Bag(new double[][] {{2, 3}, {5, 7}}, 3)}, 0.5)
// run: rotate(new Bag[] {new Bag(new double[][] {{2, 3}, {5, 7}}, 3)})
// run: whole(new Bag[] {new Bag(new double[][] {{2, 3}, {5, 7}}, 3), new Bag(new double[][] {{1, 4}, {6, 8}}, 2)})
final class Input {
  record Bag(double[][] rows, double weight) {}

  record Group(Bag[][] bags) {}

  @Differentiable
  static double exchanged(Bag[] bags, double x) {
    bags[0].rows()[0] = bags[0].rows()[1];
    bags[0].rows()[0][1] *= x;
    return bags[0].rows()[0][0] * 5 + bags[0].rows()[1][1] * bags[0].rows()[0][1] * bags[0].weight();
  }

  @Differentiable
  static double called(Bag[] bags, double x) {
    rotate(bags);
    return bags[0].rows()[0][0] * x + bags[0].rows()[1][1] * bags[0].rows()[0][1] * 8;
  }

  @Differentiable
  static void rotate(Bag[] bags) {
    double[][] rows = bags[0].rows();
    double[] first = rows[0];
    rows[0] = rows[1];
    rows[1] = first;
    rows[0][0] = rows[1][1] * rows[0][1];
  }

  @Differentiable
  static double deep(Group[] groups) {
    double[][] rows = groups[0].bags()[0][0].rows();
    double[] first = rows[0];
    rows[0] = new double[] {rows[1][0] * first[1], first[0]};
    rows[1] = rows[0];
    return rows[0][0] * rows[1][1] * groups[0].bags()[0][0].rows()[1][0] * first[0];
  }

  @Differentiable
  static Bag[] given(Bag[] bags, double x) {
    double[] row = bags[0].rows()[1];
    bags[0].rows()[1] = new double[] {row[1] * x, bags[0].rows()[0][0]};
    return new Bag[] {bags[0], new Bag(new double[][] {row, bags[0].rows()[1]}, x)};
  }

  /** Records change their places, and rows. */
  @Differentiable
  static double whole(Bag[] bags) {
    Bag first = bags[0];
    bags[0] = bags[1];
    bags[1] = new Bag(first.rows(), bags[0].weight() * first.weight());
    bags[0].rows()[1] = bags[1].rows()[0];
    bags[1].rows()[0] = bags[0].rows()[0];
    return bags[0].rows()[1][0] * bags[1].weight() + bags[1].rows()[0][1] * bags[0].rows()[1][1];
  }

  private Input() {}
}
