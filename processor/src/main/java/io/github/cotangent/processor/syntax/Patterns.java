package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/**
 * Pattern variables of {@code if} statements: they are declared where the test has been passed.
 *
 * <pre>{@code
 * if (o instanceof Dose d) {      becomes      if (o instanceof Dose) {
 *   y += d.amount();                             Dose d = (Dose) o;
 * }                                              y += d.amount();
 *                                              }
 * }</pre>
 *
 * <p>So are those of {@code if (!(o instanceof Dose d)) return;}, behind it, and of {@code if (o
 * instanceof Dose d && test && more)} without {@code else}. The operand is a variable, which is
 * read twice.
 */
final class Patterns {

  private final MethodContext method;
  private final Expressions expressions;
  private final Statements statements;

  Patterns(MethodContext method, Expressions expressions, Statements statements) {
    this.method = method;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** Lowers a statement with such a variable; nothing where there is none that can be declared. */
  Optional<List<Stmt>> lower(IfStmt s, Origin at) {
    Expression condition = bare(s.getCondition());
    if (condition instanceof UnaryExpr not
        && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return pattern(not.getExpression()).flatMap(p -> negated(p, s, at));
    }
    if (condition instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.AND) {
      return s.getElseStmt().isPresent()
          ? Optional.empty()
          : conjunction(both, new ArrayDeque<>(), s, at);
    }
    return pattern(condition).map(p -> plain(p, s, at));
  }

  private List<Stmt> plain(InstanceOfExpr p, IfStmt s, Origin at) {
    List<Stmt> passed = new ArrayList<>(List.of(declaration(p)));
    passed.addAll(statements.block(s.getThenStmt()).statements());
    Stmt.Block otherwise = s.getElseStmt().map(statements::block).orElse(Stmt.Block.EMPTY);
    return List.of(new Stmt.If(test(p), Stmt.Block.of(passed), otherwise, at));
  }

  /** Looks for the pattern at the left end of a chain. */
  private Optional<List<Stmt>> conjunction(
      Expression e, Deque<Expression> rest, IfStmt s, Origin at) {
    if (bare(e) instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.AND) {
      rest.push(both.getRight());
      return conjunction(both.getLeft(), rest, s, at);
    }
    return pattern(e).map(p -> conjunction(p, rest, s, at));
  }

  private List<Stmt> conjunction(InstanceOfExpr p, Deque<Expression> rest, IfStmt s, Origin at) {
    Stmt declaration = declaration(p);
    Expr test =
        rest.stream()
            .map(expressions::condition)
            .reduce((a, b) -> new Expr.Binary(Expr.Binary.Op.AND, a, b, Type.BOOLEAN))
            .orElseThrow();
    Stmt inner = new Stmt.If(test, statements.block(s.getThenStmt()), Stmt.Block.EMPTY, at);
    Stmt.Block passed = Stmt.Block.of(List.of(declaration, inner));
    return List.of(new Stmt.If(test(p), passed, Stmt.Block.EMPTY, at));
  }

  /**
   * The variable is there in the {@code else}; without, behind a statement that never gets there.
   */
  private Optional<List<Stmt>> negated(InstanceOfExpr p, IfStmt s, Origin at) {
    if (s.getElseStmt().isEmpty() && !leaves(s.getThenStmt())) {
      return Optional.empty();
    }
    Expr failed = new Expr.Unary(Expr.Unary.Op.NOT, test(p), Type.BOOLEAN);
    Stmt.Block then = statements.block(s.getThenStmt());
    Stmt declaration = declaration(p);
    if (s.getElseStmt().isEmpty()) {
      return Optional.of(List.of(new Stmt.If(failed, then, Stmt.Block.EMPTY, at), declaration));
    }
    List<Stmt> passed = new ArrayList<>(List.of(declaration));
    passed.addAll(statements.block(s.getElseStmt().get()).statements());
    return Optional.of(List.of(new Stmt.If(failed, then, Stmt.Block.of(passed), at)));
  }

  private static boolean leaves(Statement s) {
    if (s instanceof BlockStmt block) {
      return block.getStatements().getLast().filter(Patterns::leaves).isPresent();
    }
    return s instanceof ReturnStmt
        || s instanceof ThrowStmt
        || s instanceof BreakStmt
        || s instanceof ContinueStmt
        || s instanceof YieldStmt;
  }

  /** A test with a pattern variable, of a variable of the method. */
  private Optional<InstanceOfExpr> pattern(Expression e) {
    return bare(e) instanceof InstanceOfExpr test
            && test.getPattern().filter(TypePatternExpr.class::isInstance).isPresent()
            && test.getExpression() instanceof NameExpr name
            && method.variable(method.oracle.element(name)) != null
        ? Optional.of(test)
        : Optional.empty();
  }

  private static Expression bare(Expression e) {
    return e instanceof EnclosedExpr enclosed ? bare(enclosed.getInner()) : e;
  }

  private Expr test(InstanceOfExpr p) {
    List<Code.Part> parts =
        new ArrayList<>(expressions.opaque().code(p.getExpression(), false).parts());
    parts.add(new Code.Text(" instanceof "));
    parts.addAll(expressions.opaque().code(variable(p).getType(), false).parts());
    String escapes = ErrorId.ACTIVE_ESCAPES.id();
    return new Expr.Opaque(new Code(parts), Type.BOOLEAN, escapes, method.origin(p));
  }

  private static TypePatternExpr variable(InstanceOfExpr p) {
    return (TypePatternExpr) p.getPattern().orElseThrow();
  }

  private Stmt declaration(InstanceOfExpr p) {
    TypePatternExpr pattern = variable(p);
    VariableElement element = method.oracle.variable(pattern.getName(), pattern.getNameAsString());
    Type type = method.trustedType(element.asType(), pattern.getType());
    Var var = method.declare(element, type);
    Origin at = method.origin(pattern);
    Expr value = new Expr.Cast(type, expressions.lower(p.getExpression()), at);
    return new Stmt.Local(var, Optional.of(value), at);
  }
}
