package errors;

import io.github.cotangent.Accumulator;
import io.github.cotangent.Differentiable;
import io.github.cotangent.DifferentiableType;
import io.github.cotangent.Gradients;
import io.github.cotangent.PullbackOf;

// What does not go with types that declare themselves differentiable.
final class Values {
  record Pair(Val value, double weight) {}

  @Differentiable
  static double ofRecords(Pair[] pairs) {
    Gradients.insertGradientOf(pairs, d -> d); // error: UnsupportedExpression
    return pairs[0].weight() * pairs[1].value().get();
  }

  @Differentiable
  static double surgery(Val[] all) {
    Gradients.inspectGradientOf(all, d -> System.out.println(d)); // error: UnsupportedExpression
    return all[0].get();
  }

  @Differentiable
  static double unknown(Val v) {
    Object o = v; // error: ActiveEscapes
    return v.twice().get(); // error: UnknownDerivative
  }
}

final class Val implements DifferentiableType<Val, ValSum> {
  private final double x;

  Val(double x) {
    this.x = x;
  }

  @Override
  public ValSum accumulator() {
    return new ValSum();
  }

  @Override
  public Val copy() {
    return new Val(x);
  }

  Val twice() {
    return new Val(2 * x);
  }

  double get() {
    return x;
  }

  @PullbackOf(
      method = "get()",
      names = {"dResult", "dself"})
  static void getPullback(double dResult, ValSum dself) {
    dself.sum += dResult;
  }
}

final class ValSum implements Accumulator<Val> {
  double sum;

  @Override
  public void add(Val v) {
    sum += v.get();
  }

  @Override
  public void set(Val v) {
    sum = v.get();
  }

  @Override
  public Val freeze() {
    return new Val(sum);
  }
}
