package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.Optional;

/**
 * Statements that the compiler does not look into: {@code try}, {@code synchronized} and classes
 * inside a method. Over constants they may stand as they are, if nothing happens in them that the
 * rest of the method must know of.
 */
final class Verbatims {

  private final MethodContext method;
  private final OpaqueText opaque;

  Verbatims(MethodContext method, OpaqueText opaque) {
    this.method = method;
    this.opaque = opaque;
  }

  /** Carries a statement over as text, or reports it. */
  Stmt lower(Statement s) {
    String keyword = keyword(s);
    Code code = opaque.code(s, true);
    Optional<String> obstacle = obstacle(s, code);
    if (obstacle.isPresent()) {
      method.report(ErrorId.UNSUPPORTED_STATEMENT, s, keyword, obstacle.get());
      return Stmt.Block.EMPTY;
    }
    return new Stmt.Verbatim(
        code, ErrorId.UNSUPPORTED_STATEMENT.id(), method.file.origin(s, keyword));
  }

  private static String keyword(Statement s) {
    if (s instanceof TryStmt) {
      return "try";
    }
    return s instanceof SynchronizedStmt ? "synchronized" : "local class";
  }

  private Optional<String> obstacle(Statement s, Code code) {
    if (jumpsOut(s, s)) {
      return Optional.of(
          "A jump leaves it: jump after it, or move it into a method of its own, marked"
              + " @NonDifferentiable. What carries a derivative must stand outside of it.");
    }
    if (s.findFirst(Expression.class, e -> OpaqueText.writesElement(e, s)).isPresent()) {
      return Optional.of("It writes into an array: move the write out of it.");
    }
    for (Var written : code.writes()) {
      if (written.type().isDifferentiable()) {
        return Optional.of(
            "It assigns '"
                + written.name()
                + "': compute it in a @NonDifferentiable method if it"
                + " is a constant, or outside.");
      }
    }
    return Optional.empty();
  }

  private static boolean jumpsOut(Node node, Node root) {
    if (node instanceof LambdaExpr || node instanceof BodyDeclaration<?>) {
      return false;
    }
    boolean leaves =
        node instanceof ReturnStmt
            || node instanceof YieldStmt && !isWithin(node, root, SwitchExpr.class)
            || node instanceof BreakStmt b
                && !(b.getLabel().isPresent()
                    ? isLabelWithin(b, b.getLabel().get().getIdentifier(), root)
                    : isWithin(node, root, SwitchStmt.class) || isInLoop(node, root))
            || node instanceof ContinueStmt c
                && !(c.getLabel().isPresent()
                    ? isLabelWithin(c, c.getLabel().get().getIdentifier(), root)
                    : isInLoop(node, root));
    return leaves || node.getChildNodes().stream().anyMatch(child -> jumpsOut(child, root));
  }

  private static boolean isInLoop(Node node, Node root) {
    return isWithin(node, root, ForStmt.class)
        || isWithin(node, root, ForEachStmt.class)
        || isWithin(node, root, WhileStmt.class)
        || isWithin(node, root, DoStmt.class);
  }

  private static boolean isWithin(Node node, Node root, Class<? extends Node> kind) {
    for (Node n = node; n != root; n = n.getParentNode().orElseThrow()) {
      if (kind.isInstance(n)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLabelWithin(Node node, String label, Node root) {
    for (Node n = node; n != root; n = n.getParentNode().orElseThrow()) {
      if (n instanceof LabeledStmt labeled && labeled.getLabel().getIdentifier().equals(label)) {
        return true;
      }
    }
    return false;
  }
}
