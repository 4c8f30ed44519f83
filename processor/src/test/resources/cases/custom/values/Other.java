package cases.custom.values;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** Another class, linked by its generated halves. */
final class Other {
  @Differentiable
  static Vec mixed(Vec u, double k, Vec[] all) {
    Vec h = u;
    for (Vec v : all) {
      h = h.times(v).scaled(k);
    }
    all[0] = h;
    return h.plus(u);
  }

  /** Gives back what it was given. */
  @Differentiable
  static Vec same(Vec u, @NonDifferentiable Vec v) {
    return u.size() > v.size() ? v : u;
  }

  private Other() {}
}
