package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashSet;
import java.util.Set;

/** Finds the variables that are declared inside of loops: each round has new ones. */
public final class LoopLocals extends Walker {

  private final Set<Var> found = new HashSet<>();
  private int depth;

  private LoopLocals() {}

  /** The variables declared inside of the loops in some statements. */
  public static Set<Var> of(Stmt.Block body) {
    LoopLocals locals = new LoopLocals();
    locals.walk(body);
    return locals.found;
  }

  @Override
  protected void declare(Var v) {
    if (depth > 0) {
      found.add(v);
    }
  }

  private Void inside(Runnable visit) {
    depth++;
    visit.run();
    depth--;
    return null;
  }

  @Override
  public Void visit(Stmt.For s) {
    return inside(() -> super.visit(s));
  }

  @Override
  public Void visit(Stmt.While s) {
    return inside(() -> super.visit(s));
  }

  @Override
  public Void visit(Stmt.DoWhile s) {
    return inside(() -> super.visit(s));
  }
}
