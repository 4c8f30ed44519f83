package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A method's body for one call: its variables renamed, with arguments for its parameters. */
final class CalleeCopy extends Rewriter {
  private final String place;
  private final CopyNames names;
  private final Map<Var, Var> copies = new HashMap<>();
  private final Map<Var, Expr> constants = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();

  CalleeCopy(String place, CopyNames names) {
    this.place = place;
    this.names = names;
  }

  List<Stmt> parameters(Function f, Expr.Call call, Origin origin) {
    Set<Var> assigned = Mentions.written(List.of(f.body()));
    List<Stmt> out = new ArrayList<>();
    for (int i = 0; i < f.parameters().size(); i++) {
      Var p = f.parameters().get(i);
      Expr a = call.arguments().get(i);
      boolean stays = !assigned.contains(p) && a.type().equals(p.type());
      if (stays && a instanceof Expr.Read r) {
        copies.put(p, r.var());
      } else if (stays && a instanceof Expr.Literal && !isInText(p, f)) {
        constants.put(p, a);
      } else {
        Var own = names.copyOfOther(p, place);
        copies.put(p, own);
        String text = own.name() + " = " + Printer.print(a);
        Origin part = new Origin(origin.start(), origin.end(), text);
        out.add(new Stmt.Local(own, Optional.of(a), part));
      }
    }
    return out;
  }

  /** True where code that is carried along unread reads a variable. */
  private static boolean isInText(Var v, Function f) {
    return new Search() {
      @Override
      public Void visit(Expr.Opaque e) {
        foundIf(e.code().reads().contains(v));
        return null;
      }
    }.in(f.body());
  }

  @Override
  protected Var var(Var v) {
    return copies.computeIfAbsent(v, x -> names.copyOfOther(x, place));
  }

  @Override
  public Expr visit(Expr.Read e) {
    Expr constant = constants.get(e.var());
    return constant != null ? constant : super.visit(e);
  }

  private String label(String name) {
    return labels.computeIfAbsent(name, n -> names.names().freshName(n));
  }

  @Override
  public List<Stmt> visit(Stmt.Labeled s) {
    Stmt.Labeled own = new Stmt.Labeled(label(s.label()), s.body(), s.origin());
    return super.visit(own);
  }

  @Override
  public List<Stmt> visit(Stmt.Break s) {
    return List.of(new Stmt.Break(s.label().map(this::label), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Continue s) {
    return List.of(new Stmt.Continue(s.label().map(this::label), s.origin()));
  }
}
