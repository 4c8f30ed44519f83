package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names arrays that a loop's test finds in final fields, in front of the loop: they are the same in
 * all rounds, and the loop can still be counted.
 *
 * <p>Before: {@code for (int e = 0; e < graph.out[u].length; e++)}. After: {@code int[][] out =
 * graph.out; for (int e = 0; e < out[u].length; e++)}
 *
 * <p>The test is evaluated at least once: where {@code graph} is null, it fails as before.
 */
final class FieldsInTests extends Rewriter {

  private final Stmt.For loop;
  private final Names names;
  private final List<Stmt> named = new ArrayList<>();

  private FieldsInTests(Stmt.For loop, Names names) {
    this.loop = loop;
    this.names = names;
  }

  /**
   * A test that can stay in its loop, and what stands in front of that.
   *
   * @param named the declarations
   */
  record Kept(Expr test, List<Stmt> named) {}

  /** The test with names for fields; nothing where it cannot stay all the same. */
  static Optional<Kept> of(Stmt.For loop, Names names) {
    FieldsInTests fields = new FieldsInTests(loop, names);
    Expr test = fields.expr(loop.test());
    return Nesting.canStay(test, false)
        ? Optional.of(new Kept(test, fields.named))
        : Optional.empty();
  }

  @Override
  public Expr visit(Expr.Element e) {
    Expr array = e.array() instanceof Expr.Field f && isSame(f) ? named(f) : expr(e.array());
    return new Expr.Element(array, expr(e.index()));
  }

  /** Only some of these are evaluated each time. */
  @Override
  public Expr visit(Expr.Binary e) {
    return e.op().isShortCircuit() ? e : super.visit(e);
  }

  @Override
  public Expr visit(Expr.Conditional e) {
    return e;
  }

  private boolean isSame(Expr.Field f) {
    return f.isFinal()
        && f.type() instanceof Type.Array
        && (f.receiver() == null
            || f.receiver() instanceof Expr.Read r
                && !Mentions.writes(loop.body(), r.var())
                && loop.update().stream().noneMatch(s -> Mentions.writes(s, r.var()))
                && loop.init().stream().noneMatch(s -> Mentions.writes(s, r.var())));
  }

  private Expr named(Expr.Field f) {
    Var array = names.fresh(f.name(), f.type());
    named.add(new Stmt.Local(array, Optional.of(f), f.origin()));
    return new Expr.Read(array);
  }
}
