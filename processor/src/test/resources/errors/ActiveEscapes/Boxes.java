package errors;

import io.github.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

// Active values that leave for wider or foreign types.
final class Boxes {
  @Differentiable
  static double boxed(double x) {
    Double t = x * x; // error: ActiveEscapes @16
    return t;
  }

  @Differentiable
  static double object(double[] a) {
    Object o = a; // error: ActiveEscapes @16
    return o.hashCode() * a[0];
  }

  @Differentiable
  static double collection(double x) {
    List<Double> list = new ArrayList<>();
    list.add(x); // error: ActiveEscapes
    return list.get(0) * x;
  }

  @Differentiable
  static double consumed(double x) {
    DoubleSummaryStatistics stats = new DoubleSummaryStatistics();
    stats.accept(x * x); // error: ActiveEscapes
    return stats.getSum() + x;
  }

  @Differentiable
  static double cast(double x) {
    Number n = (Number) x; // error: ActiveEscapes
    return n.doubleValue() + x;
  }

  @Differentiable
  static double constructed(double[] a) {
    Holder holder = new Holder(a); // error: ActiveEscapes
    return holder.values[0] * a[0];
  }

  static final class Holder {
    final double[] values;

    Holder(double[] values) {
      this.values = values;
    }
  }

  @Differentiable
  static double objects(double x) {
    Object[] all = {x, "text"}; // error: ActiveEscapes
    return all.length * x;
  }
}
