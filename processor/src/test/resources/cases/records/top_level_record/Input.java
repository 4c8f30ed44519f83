package cases.records.top_level_record;

import io.github.cotangent.Differentiable;

// Records that are top-level classes, of another file's making, with static and nested members.
// run: f(new Body(1.1, new Body.Velocity(0.2, 0.3)), 0.5)
final class Input {
  @Differentiable
  static double f(Body body, double dt) {
    Body.Velocity v = body.velocity();
    Body moved = Body.at(body.x() + dt * v.vx(), v);
    return moved.energy() + moved.x() * Body.ORIGIN.x() + moved.velocity().vy() * dt;
  }

  private Input() {}
}

record Body(double x, Body.Velocity velocity) {
  static final Body ORIGIN = new Body(0.5, new Velocity(0, 0));

  record Velocity(double vx, double vy) {}

  @Differentiable
  static Body at(double x, Velocity velocity) {
    return new Body(x, velocity);
  }

  @Differentiable
  double energy() {
    return 0.5 * (velocity.vx * velocity.vx() + velocity().vy * velocity.vy) * x;
  }
}
