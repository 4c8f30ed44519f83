package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.List;
import java.util.Optional;

/**
 * Finds the values that depend on an independent and leave the differentiable types: into boxes and
 * objects, into methods without a derivative, into code that the compiler does not read.
 * Conversions to integers and to text, comparisons, and the listed sinks lose nothing that the
 * calculus has.
 */
final class Escapes extends Walker {

  private final Facts facts;
  private final Problems problems;
  private final Widening widening;
  private final EscapingArguments arguments;
  private Origin statement = Origin.NONE;

  Escapes(Facts facts, Fence fence, Problems problems) {
    this.facts = facts;
    this.problems = problems;
    this.widening = new Widening(facts, problems);
    this.arguments = new EscapingArguments(facts, fence, problems);
  }

  /** Reports all of them. */
  void check() {
    walk(facts.function().body());
  }

  // References that change their static type without a cast

  @Override
  public Void visit(Stmt.Local s) {
    statement = s.origin();
    s.init().ifPresent(e -> widening.of(e, s.var().type(), s.origin()));
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.Assign s) {
    statement = s.origin();
    widening.of(s.value(), s.target().type(), s.origin());
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.Return s) {
    statement = s.origin();
    s.value().ifPresent(e -> widening.of(e, facts.function().result(), s.origin()));
    return super.visit(s);
  }

  @Override
  public Void visit(Expr.NewRecord e) {
    for (int i = 0; i < e.arguments().size(); i++) {
      widening.of(e.arguments().get(i), e.type().components().get(i).type(), e.origin());
    }
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.ArrayLiteral e) {
    e.elements().forEach(x -> widening.of(x, e.type().element(), statement));
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Cast e) {
    widening.ofCast(e);
    return super.visit(e);
  }

  // Calls

  /** {@code Objects.requireNonNull(x)} as a statement: nobody takes its value. */
  @Override
  public Void visit(Stmt.Evaluate s) {
    if (s.expr() instanceof Expr.Call c && c.callee().kind() == Callee.Kind.SINK) {
      return walkSink(c);
    }
    return super.visit(s);
  }

  @Override
  public Void visit(Expr.Call e) {
    arguments.check(e);
    return e.callee().kind() == Callee.Kind.SINK ? walkSink(e) : super.visit(e);
  }

  private Void walkSink(Expr.Call e) {
    if (e.receiver() != null) {
      walk(e.receiver());
    }
    for (Expr argument : e.arguments()) {
      // A box that is only printed loses nothing.
      boolean boxed = argument instanceof Expr.Cast c && c.type().isReference();
      walk(boxed ? ((Expr.Cast) argument).operand() : argument);
    }
    return null;
  }

  /** What the fields of a type of the user's own have to do with its derivative, nobody knows. */
  @Override
  public Void visit(Expr.Field e) {
    boolean ofValue = e.receiver() != null && e.receiver().type().isValue();
    if (ofValue && e.type().isDifferentiable() && facts.isVaried(e.receiver())) {
      problems.report(
          ErrorId.UNSUPPORTED_EXPRESSION,
          e.origin(),
          "The field '" + e.name() + "' of a class that declares itself differentiable",
          "Call a method that has a rule, or one that is @NonDifferentiable if it is a constant.");
    }
    return super.visit(e);
  }

  // Code that is carried over unread

  @Override
  public Void visit(Expr.Opaque e) {
    varied(e.code().reads()).ifPresent(v -> report(ErrorId.of(e.ifActive()), v, e.origin()));
    return super.visit(e);
  }

  /** What an exception says about a value is as good as printed: nothing comes back from there. */
  @Override
  public Void visit(Stmt.Throw s) {
    return s.exception() instanceof Expr.Opaque ? null : super.visit(s);
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    varied(s.code()).ifPresent(v -> report(ErrorId.of(s.ifActive()), v, s.origin()));
    return super.visit(s);
  }

  private Optional<Var> varied(Code code) {
    Optional<Var> read = varied(code.reads());
    return read.isPresent() ? read : varied(code.writes());
  }

  private Optional<Var> varied(List<Var> vars) {
    return vars.stream().filter(facts::isVaried).findFirst();
  }

  private void report(ErrorId id, Var v, Origin at) {
    switch (id) {
      case LAMBDA_OVER_ACTIVE -> problems.report(id, at, v.name());
      case ACTIVE_ESCAPES -> problems.report(id, at, "a part of '" + at.text() + "'");
      case UNSUPPORTED_EXPRESSION ->
          problems.report(
              id,
              at,
              "'" + at.text() + "', by a constructor that is not the canonical one,",
              "Call the canonical one, or a static method that does.");
      default ->
          problems.report(
              id,
              at,
              at.text(),
              "It uses '"
                  + v.name()
                  + "', which carries a derivative: move that out of it, or into a"
                  + " @NonDifferentiable method.");
    }
  }
}
