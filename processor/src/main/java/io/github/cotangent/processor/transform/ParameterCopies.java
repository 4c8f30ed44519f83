package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a local name to each reference parameter that the function assigns to, so that the
 * parameter goes on meaning the caller's object; and to each constant one, which may become active:
 *
 * <pre>{@code
 * f(double[] a, double[] b) { a = b; … }    becomes    double[] aNow = a; aNow = b; …
 * }</pre>
 */
final class ParameterCopies extends Rewriter {

  private final Map<Var, Var> copies = new LinkedHashMap<>();

  private ParameterCopies() {}

  /** The function with no reference parameter and no constant assigned. */
  static Function of(Function f, Set<Var> independents, Names names) {
    Set<Var> written = Mentions.written(List.of(f.body()));
    ParameterCopies rewriter = new ParameterCopies();
    for (Var p : f.parameters()) {
      boolean isCopied = p.type().isReference() || !independents.contains(p);
      if (isCopied && p.type().isDifferentiable() && written.contains(p)) {
        rewriter.copies.put(p, names.fresh(p.name() + "Now", p.type()));
      }
    }
    if (rewriter.copies.isEmpty()) {
      return f;
    }
    List<Stmt> body = new ArrayList<>();
    rewriter.copies.forEach((p, copy) -> body.add(copied(p, copy)));
    body.addAll(rewriter.stmts(f.body().statements()));
    return f.withBody(new Stmt.Block(body, f.body().origin()));
  }

  private static Stmt copied(Var p, Var copy) {
    Origin made = new Origin(-1, -1, copy.name() + " = " + p.name());
    return new Stmt.Local(copy, Optional.of(Make.read(p)), made);
  }

  @Override
  protected Var var(Var v) {
    return copies.getOrDefault(v, v);
  }
}
