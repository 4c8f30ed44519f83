package io.github.cotangent.processor.ir;

import java.util.List;
import java.util.Map;

/** Replaces variables by others. */
public final class Renaming extends Rewriter {

  private final Map<Var, Var> names;

  private Renaming(Map<Var, Var> names) {
    this.names = names;
  }

  /** The code with every occurrence of some variables replaced by another. */
  public static List<Stmt> apply(List<Stmt> code, Map<Var, Var> names) {
    return new Renaming(names).stmts(code);
  }

  /** The expression with every occurrence of some variables replaced by another. */
  public static Expr apply(Expr e, Map<Var, Var> names) {
    return new Renaming(names).expr(e);
  }

  @Override
  protected Var var(Var v) {
    return names.getOrDefault(v, v);
  }
}
