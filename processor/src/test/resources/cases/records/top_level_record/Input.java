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
