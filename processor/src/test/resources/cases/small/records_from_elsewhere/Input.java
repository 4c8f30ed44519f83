package cases.small.records_from_elsewhere;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/**
 * Records that come from arrays, from other records and from methods with loops stay records; the
 * small methods that they cross are put in place nevertheless.
 */
final class Input {
  private Input() {}

  record Vec(double x, double y) {
    static final Vec ZERO = new Vec(0, 0);

    Vec plus(Vec o) {
      return new Vec(x + o.x, y + o.y);
    }

    Vec minus(Vec o) {
      return new Vec(x - o.x, y - o.y);
    }

    Vec times(double s) {
      return new Vec(x * s, y * s);
    }

    double dot(Vec o) {
      return x * o.x + y * o.y;
    }

    double length() {
      return Math.sqrt(dot(this));
    }

    Vec unit() {
      double n = length();
      if (n == 0) {
        return this;
      }
      return times(1 / n);
    }

    Vec orZero(boolean keep) {
      return keep ? this : ZERO;
    }

    double seven() {
      return 7;
    }
  }

  record Joint(Vec link, double stiffness) {
    Vec at(double turn) {
      return link.times(Math.cos(turn)).plus(new Vec(-link.y, link.x).times(Math.sin(turn)));
    }
  }

  record Chain(Joint[] joints, Vec base) {}

  // run: energy(new Input.Vec[] {new Input.Vec(0, 0), new Input.Vec(1, 0.5), new Input.Vec(-1, 2)})
  // run: energy(new Input.Vec[] {new Input.Vec(1, 3)})
  // run: energy(new Input.Vec[] {})
  @Differentiable
  static double energy(Vec[] places) {
    double energy = 0;
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < i; j++) {
        energy += 1 / places[i].minus(places[j]).length();
      }
    }
    return energy;
  }

  /** Two elements may be one record: its adjoints are those of the elements. */
  // run: shared(new Input.Vec(2, 0.5), 0.3)
  @Differentiable
  static double shared(Vec v, double a) {
    Vec[] both = {v, v, v.times(a)};
    both[0] = both[0].plus(both[1]);
    return both[0].dot(both[1]) * both[2].dot(v);
  }

  /** Elements are replaced while names of the old ones are in use. */
  // run: steps(new Input.Vec[] {new Input.Vec(0, 0), new Input.Vec(1, 0.5)}, 0.1, 3)
  // run: steps(new Input.Vec[] {new Input.Vec(0, 0), new Input.Vec(1, 0.5)}, 0.1, 0)
  @Differentiable
  static double steps(Vec[] given, double h, int n) {
    Vec[] places = given.clone();
    Vec[] speeds = new Vec[places.length];
    for (int i = 0; i < speeds.length; i++) {
      speeds[i] = new Vec(i + 1, -h);
    }
    double path = 0;
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < places.length; i++) {
        Vec old = places[i];
        Vec pull = places[(i + 1) % places.length].minus(old).unit();
        speeds[i] = speeds[i].plus(pull.times(h));
        places[i] = old.plus(speeds[i].times(h));
        path += places[i].minus(old).length();
      }
    }
    return path + places[0].dot(speeds[1]);
  }

  // run: reach(new Input.Chain(new Input.Joint[] {new Input.Joint(new Input.Vec(1, 0.5), 2), new Input.Joint(new Input.Vec(0.5, 0), 1)}, new Input.Vec(0, 1)), new double[] {0.3, -0.8})
  @Differentiable
  static double reach(Chain chain, double[] turns) {
    Vec end = chain.base();
    double effort = 0;
    for (int i = 0; i < turns.length; i++) {
      Joint joint = chain.joints()[i];
      end = end.plus(joint.at(turns[i]));
      effort += joint.stiffness() * joint.link().dot(end);
    }
    return end.length() + effort;
  }

  private static Vec sum(Vec[] all) {
    Vec sum = Vec.ZERO;
    for (Vec v : all) {
      sum = sum.plus(v);
    }
    return sum;
  }

  /** What comes from a method with a loop. */
  // run: centred(new Input.Vec[] {new Input.Vec(0, 0), new Input.Vec(1, 0.5), new Input.Vec(-1, 2)})
  @Differentiable
  static double centred(Vec[] places) {
    Vec centre = sum(places).times(1.0 / places.length);
    double spread = 0;
    for (Vec place : places) {
      Vec off = place.minus(centre);
      spread += off.dot(off) * off.x();
    }
    return spread;
  }

  /** No variable here has a record, but two parameters do. */
  // run: angle(new Input.Vec(1, 2), new Input.Vec(-0.5, 0.4))
  @Differentiable
  static double angle(Vec a, Vec b) {
    return Math.acos(a.dot(b) / (a.length() * b.length()));
  }

  /** A record that does not matter. */
  // run: some(new Input.Vec[] {new Input.Vec(1, 2), new Input.Vec(3, 4)}, new boolean[] {true, false})
  @Differentiable
  static double some(Vec[] all, @NonDifferentiable boolean[] keep) {
    double sum = 0;
    for (int i = 0; i < all.length; i++) {
      Vec v = all[i].orZero(keep[i]);
      sum += v.dot(v) + all[i].x();
    }
    return sum;
  }

  /** A method that reads nothing of its receiver throws where that is null. */
  // run: seven(new Input.Vec[] {new Input.Vec(1, 2)}, 0.5)
  // run: seven(new Input.Vec[] {null}, 0.5)
  @Differentiable
  static double seven(Vec[] all, double x) {
    Vec v = all[0];
    Vec w = new Vec(x, 2);
    return v.seven() * x + w.seven() * w.x();
  }

  // run: kept(new Input.Vec(1, 2), 0.5, false)
  @Differentiable
  static double kept(Vec v, double x, boolean keep) {
    return v.orZero(keep).x() + x * x;
  }
}
