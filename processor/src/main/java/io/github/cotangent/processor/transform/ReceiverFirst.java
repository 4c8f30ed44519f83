package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import java.util.List;

/**
 * Methods with a derivative take their receiver as the first argument while they are
 * differentiated; calls of the user's own code are written with the receiver in front again.
 */
final class ReceiverFirst {

  private ReceiverFirst() {}

  /** {@code p.norm()} for {@code norm(p)}; any other call as it is. */
  static Expr of(Expr.Call call) {
    Callee c = call.callee();
    if (!c.takesSelf() || call.receiver() != null) {
      return call;
    }
    List<Expr> rest = call.arguments().subList(1, call.arguments().size());
    return new Expr.Call(c, call.arguments().get(0), rest, call.origin());
  }
}
