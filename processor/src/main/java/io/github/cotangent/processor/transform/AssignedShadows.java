package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.List;

/** Replaces one variable by another. */
final class AssignedShadows extends Rewriter {

  private final Var from;
  private final Var to;

  private AssignedShadows(Var from, Var to) {
    this.from = from;
    this.to = to;
  }

  /** The code with every occurrence of one variable replaced by another. */
  static List<Stmt> rename(List<Stmt> code, Var from, Var to) {
    return new AssignedShadows(from, to).stmts(code);
  }

  @Override
  protected Var var(Var v) {
    return v.equals(from) ? to : v;
  }
}
