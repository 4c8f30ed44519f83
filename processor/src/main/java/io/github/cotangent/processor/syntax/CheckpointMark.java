package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * The statement {@code checkpoint()} of the class {@code Gradients}: it stands first in the body of
 * a loop, and its argument is known before the loop.
 */
final class CheckpointMark {

  private static final String OWNER = "io.github.cotangent.Gradients";
  private static final String NAME = "checkpoint";

  private final MethodContext method;
  private final Expressions expressions;

  CheckpointMark(MethodContext method, Expressions expressions) {
    this.method = method;
    this.expressions = expressions;
  }

  /** True for a call of the method. */
  boolean isMark(Expression e) {
    return e instanceof MethodCallExpr call
        && call.getNameAsString().equals(NAME)
        && method.oracle.element(call) instanceof ExecutableElement element
        && isOwner(element.getEnclosingElement());
  }

  private static boolean isOwner(Element e) {
    return ((TypeElement) e).getQualifiedName().contentEquals(OWNER);
  }

  /** The statement; empty where it was refused. */
  Optional<Stmt> lower(MethodCallExpr call) {
    Node loop = loop(call);
    if (loop == null) {
      return refuse(
          call, "is not the first statement in the body of a loop", "Put it at the loop's head.");
    }
    if (call.getArguments().isEmpty()) {
      return Optional.of(new Stmt.Checkpoint(Optional.empty(), method.origin(call)));
    }
    Expression argument = call.getArgument(0);
    Expr snapshots = expressions.lower(argument, Type.INT);
    if (!isPlain(snapshots) || readsOwn(argument, loop)) {
      return refuse(
          argument,
          "has a number of snapshots that is not known before the loop",
          "Compute it into a variable before the loop.");
    }
    return Optional.of(new Stmt.Checkpoint(Optional.of(snapshots), method.origin(call)));
  }

  /** The loop at whose head a call stands, or null. */
  private static Node loop(MethodCallExpr call) {
    Node statement = call.getParentNode().orElse(null);
    if (!(statement instanceof ExpressionStmt)) {
      return null;
    }
    Node parent = statement.getParentNode().orElse(null);
    if (parent instanceof BlockStmt block) {
      boolean isFirst = block.getStatement(0) == statement;
      parent = isFirst ? block.getParentNode().orElse(null) : null;
    }
    boolean isLoop =
        parent instanceof ForStmt
            || parent instanceof ForEachStmt
            || parent instanceof WhileStmt
            || parent instanceof DoStmt;
    return isLoop ? parent : null;
  }

  /** True if an expression has no effect and costs next to nothing. */
  private static boolean isPlain(Expr e) {
    return !new Search() {
      @Override
      public Void visit(Expr.Call x) {
        return found();
      }

      @Override
      public Void visit(Expr.Opaque x) {
        return found();
      }

      @Override
      public Void visit(Expr.Assigning x) {
        return found();
      }

      @Override
      public Void visit(Expr.Stepping x) {
        return found();
      }

      @Override
      public Void visit(Expr.Choosing x) {
        return found();
      }

      @Override
      public Void visit(Expr.Conditional x) {
        return found();
      }
    }.in(e);
  }

  /** True if an expression names a variable that the loop's header declares. */
  private static boolean readsOwn(Expression e, Node loop) {
    Set<String> own = new HashSet<>();
    if (loop instanceof ForStmt f) {
      f.getInitialization()
          .forEach(
              i ->
                  i.ifVariableDeclarationExpr(
                      d -> d.getVariables().forEach(v -> own.add(v.getNameAsString()))));
    } else if (loop instanceof ForEachStmt f) {
      own.add(f.getVariableDeclarator().getNameAsString());
    }
    return e.findFirst(NameExpr.class, n -> own.contains(n.getNameAsString())).isPresent();
  }

  private Optional<Stmt> refuse(Node at, String what, String remedy) {
    method.report(ErrorId.MISPLACED_CHECKPOINT, at, what, remedy);
    return Optional.empty();
  }
}
