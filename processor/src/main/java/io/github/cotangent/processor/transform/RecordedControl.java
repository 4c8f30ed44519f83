package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * A variable of the forward pass (a flag, a count) that may be set several times on the way and is
 * read in the backward pass, whichever jump left the statement.
 */
final class RecordedControl {
  private final Var var;
  private final List<Expr> indices;
  private final Recorded earlier;

  RecordedControl(Var var, List<Expr> indices, Recorded earlier) {
    this.var = var;
    this.indices = indices;
    this.earlier = earlier;
  }

  /** Before the statement begins, in the forward pass. */
  List<Stmt> begin(Expr initial, boolean isDefault) {
    List<Stmt> out = new ArrayList<>();
    if (earlier != null) {
      out.add(earlier.store(Make.read(var)));
    }
    if (earlier != null || !isDefault) {
      out.add(set(initial));
    }
    return out;
  }

  /** Sets it, in the forward pass. */
  Stmt set(Expr value) {
    return Make.assign(Recorded.place(var, indices), value);
  }

  /** Its value, in both passes. */
  Expr get() {
    return Recorded.place(var, indices).read();
  }

  /** Counts one more, in the forward pass. */
  Stmt increment() {
    Place place = Recorded.place(var, indices);
    return new Stmt.Assign(place, Make.add(place.read(), Make.literal(1)), true, Origin.NONE);
  }

  /** When the statement was reversed, in the backward pass. */
  List<Stmt> end() {
    return earlier == null ? List.of() : List.of(Make.assign(var, earlier.load()));
  }
}
