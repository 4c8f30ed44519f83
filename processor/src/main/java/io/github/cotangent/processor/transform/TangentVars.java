package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;

/**
 * The names of tangents: {@code xDot} for {@code x}. A tangent has its primal's type; that of a
 * record is a record.
 */
final class TangentVars {

  private final AdjointVars others;
  private final Map<Var, Var> tangents = new HashMap<>();

  TangentVars(Names names) {
    this.others = new AdjointVars(names);
  }

  /** The tangent of a variable. */
  Var of(Var v) {
    return tangents.computeIfAbsent(v, k -> made(k.name() + "Dot", k.type()));
  }

  /** A further variable of the derivative, which is not the tangent of one variable. */
  Var made(String wish, Type type) {
    return others.made(wish, type);
  }

  /** Names what is no tangent: the parameters of lambdas. */
  AdjointVars others() {
    return others;
  }
}
