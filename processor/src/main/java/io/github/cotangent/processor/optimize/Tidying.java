package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes comments that have lost their statement, and blocks that have lost their purpose: after
 * other passes have removed code, an {@code adjoint of:} with nothing below it explains nothing.
 */
public final class Tidying extends Rewriter {

  private Tidying() {}

  /** The code without dangling comments. */
  public static List<Stmt> apply(List<Stmt> code) {
    return new Tidying().stmts(code);
  }

  @Override
  public List<Stmt> stmts(List<Stmt> statements) {
    List<Stmt> inner = super.stmts(statements);
    List<Stmt> out = new ArrayList<>();
    for (int i = 0; i < inner.size(); i++) {
      Stmt s = inner.get(i);
      boolean isHeading = s instanceof Stmt.Comment c && c.text().startsWith("adjoint of:");
      boolean last = i + 1 == inner.size();
      if (isHeading
          && (last
              || inner.get(i + 1) instanceof Stmt.Comment next && !next.text().startsWith("^"))) {
        continue;
      }
      if (s instanceof Stmt.Block b && !declares(b) && !isOneOfSeveral(b, inner)) {
        out.addAll(b.statements());
      } else {
        out.add(s);
      }
    }
    return out;
  }

  /** True if the block keeps a variable of the user's local; ours have names of their own. */
  private static boolean declares(Stmt.Block b) {
    return b.statements().stream()
        .anyMatch(s -> s instanceof Stmt.Local && s.origin().isInSource());
  }

  /** True if another block of the list declares a variable of the same name. */
  private static boolean isOneOfSeveral(Stmt.Block b, List<Stmt> list) {
    Set<String> own = declared(b);
    return list.stream()
        .anyMatch(
            s -> s != b && s instanceof Stmt.Block o && !Collections.disjoint(own, declared(o)));
  }

  private static Set<String> declared(Stmt.Block b) {
    Set<String> found = new HashSet<>();
    for (Stmt s : b.statements()) {
      if (s instanceof Stmt.Local l) {
        found.add(l.var().name());
      }
    }
    return found;
  }
}
