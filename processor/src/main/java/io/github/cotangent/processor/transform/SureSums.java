package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Adds what {@link InvariantSums} summed up without a question where the element surely exists:
 *
 * <pre>{@code
 * for (int k = v.length - 1; k >= 0; k--) {     for (int k = v.length - 1; k >= 0; k--) {
 *   …                                             …
 *   if (dvSum != 0.0) {                           dv[k] += dvSum;
 *     dv[k] += dvSum;                           }
 *   }
 * }
 * }</pre>
 */
final class SureSums extends Rewriter {

  private final HeaderFacts headers;

  private SureSums(HeaderFacts headers) {
    this.headers = headers;
  }

  /**
   * The code with fewer questions.
   *
   * @param primals gives the array whose length an array has: for an adjoint, the variable's
   */
  static List<Stmt> of(List<Stmt> code, UnaryOperator<Var> primals) {
    return new SureSums(new HeaderFacts(new KnownSizes(code, primals))).stmts(code);
  }

  @Override
  public List<Stmt> stmts(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      if (s.isLoop()) {
        headers.enter(s);
      }
      out.addAll(s.accept(this));
      if (s.isLoop()) {
        headers.leave();
      }
    }
    return out;
  }

  @Override
  public List<Stmt> visit(Stmt.If s) {
    boolean isVain =
        !s.origin().isInSource()
            && s.otherwise().isEmpty()
            && s.then().statements().size() == 1
            && s.then().statements().get(0) instanceof Stmt.Assign a
            && InvariantSums.addedTo(a) != null
            && s.test().equals(InvariantSums.isSome(((Expr.Binary) a.value()).right()))
            && headers.exists(a.target().read());
    return isVain ? s.then().statements() : super.visit(s);
  }
}
