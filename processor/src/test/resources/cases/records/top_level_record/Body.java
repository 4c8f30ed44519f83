package cases.records.top_level_record;

import io.github.cotangent.Differentiable;

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
