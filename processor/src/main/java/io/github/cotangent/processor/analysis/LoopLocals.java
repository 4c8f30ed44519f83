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

  @Override
  protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
    depth++;
    inside.run();
    depth--;
  }
}
