package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts what the compiler itself declares before a loop, to keep records in, into the order in which
 * the code behind uses it:
 *
 * <pre>{@code
 * double[] bSaved = new double[n];      double[] aSaved = new double[n];
 * double[] aSaved = new double[n];      double[] bSaved = new double[n];
 * for (int i = 0; i < n; i++) {         for (int i = 0; i < n; i++) {
 *   aSaved[i] = a;                        aSaved[i] = a;
 *   bSaved[i] = b;                        bSaved[i] = b;
 * }                                     }
 * }</pre>
 */
public final class DeclarationOrder extends Rewriter {

  private DeclarationOrder() {}

  /** The code with the declarations of records in order. */
  public static List<Stmt> apply(List<Stmt> code) {
    return new DeclarationOrder().stmts(code);
  }

  @Override
  public List<Stmt> stmts(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>(super.stmts(statements));
    int end = out.size();
    while (end > 0) {
      int start = end;
      while (start > 0 && record(out.get(start - 1)) != null) {
        start--;
      }
      if (end - start > 1) {
        Map<Var, Integer> uses = uses(out.subList(end, out.size()));
        out.subList(start, end)
            .sort(Comparator.comparing(s -> uses.getOrDefault(record(s), Integer.MAX_VALUE)));
      }
      end = Math.min(start, end - 1);
    }
    return out;
  }

  /** A header's statements stay as they are. */
  @Override
  public List<Stmt> visit(Stmt.For s) {
    return List.of(new Stmt.For(s.init(), s.test(), s.update(), block(s.body()), s.origin()));
  }

  /** The variable that is made ready to hold records, or null. */
  private static Var record(Stmt s) {
    if (s.origin().isInSource()) {
      return null;
    }
    if (s instanceof Stmt.Local l && l.init().isPresent() && isEmpty(l.init().get())) {
      return l.var();
    }
    boolean isRow = s instanceof Stmt.Assign a && a.value() instanceof Expr.NewArray;
    return isRow ? base(((Stmt.Assign) s).target()) : null;
  }

  private static boolean isEmpty(Expr e) {
    return e instanceof Expr.NewArray || e instanceof Expr.Opaque || e instanceof Expr.Literal;
  }

  private static Var base(Place p) {
    Expr e = p.read();
    while (e instanceof Expr.Element x) {
      e = x.array();
    }
    return e instanceof Expr.Read r ? r.var() : null;
  }

  /** For each variable, how many others the code mentions before it. */
  private static Map<Var, Integer> uses(List<Stmt> code) {
    Map<Var, Integer> uses = new HashMap<>();
    new Walker() {
      @Override
      protected void read(Var v) {
        uses.putIfAbsent(v, uses.size());
      }

      @Override
      protected void write(Var v) {
        uses.putIfAbsent(v, uses.size());
      }

      @Override
      public Void visit(Stmt.Assign s) {
        boolean isRow = record(s) != null;
        return isRow ? null : super.visit(s); // Rows are made where their loop begins, not used.
      }
    }.walk(code);
    return uses;
  }
}
