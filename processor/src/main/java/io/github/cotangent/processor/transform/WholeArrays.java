package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds the variables that some code reads otherwise than for an element or a length: their arrays
 * may get another name. A row may get one all the same.
 */
class WholeArrays extends Walker {

  private final Set<Var> found = new HashSet<>();

  /** The variables in a statement. */
  static Set<Var> in(Stmt s) {
    WholeArrays arrays = new WholeArrays();
    arrays.walk(s);
    return arrays.found();
  }

  /** What was found so far. */
  final Set<Var> found() {
    return found;
  }

  @Override
  protected void read(Var v) {
    found.add(v);
  }

  @Override
  protected void place(Place p) {
    if (p instanceof Place.Slot) {
      walk(p.read());
    } else {
      super.place(p);
    }
  }

  @Override
  public Void visit(Expr.Element e) {
    inside(e);
    return null;
  }

  @Override
  public Void visit(Expr.Length e) {
    inside(e.array());
    return null;
  }

  private void inside(Expr e) {
    if (e instanceof Expr.Element x) {
      inside(x.array());
      walk(x.index());
    } else if (!(e instanceof Expr.Read)) {
      walk(e);
    }
  }
}
