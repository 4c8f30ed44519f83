package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Map;

/** Replaces variables by others. */
final class Renaming extends Rewriter {

  private final Map<Var, Var> names;

  private Renaming(Map<Var, Var> names) {
    this.names = names;
  }

  /** The code with every occurrence of some variables replaced by another. */
  static List<Stmt> apply(List<Stmt> code, Map<Var, Var> names) {
    return new Renaming(names).stmts(code);
  }

  @Override
  protected Var var(Var v) {
    return names.getOrDefault(v, v);
  }
}
