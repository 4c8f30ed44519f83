package cases.checkpoint.values;

import io.github.cotangent.Accumulator;

/** The adjoint of a vector, while it is being collected. */
final class VecSum implements Accumulator<Vec> {
  final double[] sum;

  VecSum(int size) {
    sum = new double[size];
  }

  @Override
  public void add(Vec v) {
    add(1, v);
  }

  void add(double k, Vec v) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += k * v.at(i);
    }
  }

  @Override
  public void set(Vec v) {
    java.util.Arrays.fill(sum, 0);
    add(v);
  }

  @Override
  public Vec freeze() {
    return Vec.of(sum);
  }
}
