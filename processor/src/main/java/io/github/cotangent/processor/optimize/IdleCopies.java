package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out that a value is saved and put back where nothing has overwritten it in between:
 *
 * <pre>{@code
 * double xSaved = x;
 * dx = dx * x;                 dx = dx * x;
 * x = xSaved;
 * }</pre>
 *
 * <p>That is what remains of a step of a loop whose new value was not needed.
 */
public final class IdleCopies {

  private IdleCopies() {}

  /** The statements without idle copies; those in blocks inside of them are left alone. */
  public static List<Stmt> remove(List<Stmt> code) {
    List<Stmt> out = new ArrayList<>(code);
    for (int i = out.size() - 1; i >= 0; i--) {
      if (out.get(i) instanceof Stmt.Local l
          && !l.origin().isInSource()
          && l.init().isPresent()
          && l.init().get() instanceof Expr.Read saved) {
        int back = restore(out, i, l.var(), saved.var());
        if (back > 0) {
          out.remove(back);
          removeWithComment(out, i);
        }
      }
    }
    return out;
  }

  /** Where the variable is put back, if that is the only use of the copy; else 0. */
  private static int restore(List<Stmt> code, int at, Var copy, Var saved) {
    int found = 0;
    for (int i = at + 1; i < code.size(); i++) {
      if (found == 0 && isRestore(code.get(i), copy, saved)) {
        found = i;
      } else if (Mentions.any(code.get(i), copy)
          || found == 0 && Mentions.writes(code.get(i), saved)) {
        return 0;
      }
    }
    return found;
  }

  private static boolean isRestore(Stmt s, Var copy, Var saved) {
    return s instanceof Stmt.Assign a
        && a.target() instanceof Place.Variable v
        && v.var().equals(saved)
        && a.value() instanceof Expr.Read r
        && r.var().equals(copy);
  }

  private static void removeWithComment(List<Stmt> code, int at) {
    boolean isSaid =
        at + 1 < code.size()
            && code.get(at + 1) instanceof Stmt.Comment c
            && c.text().startsWith("^");
    if (isSaid) {
      code.remove(at + 1);
    }
    code.remove(at);
  }
}
