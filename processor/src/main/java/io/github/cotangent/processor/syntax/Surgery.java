package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Statements on adjoints: {@code insertGradientOf(x, dx -> …)} and {@code inspectGradientOf(x, dx
 * -> …)} of the class {@code Gradients}. Their lambda is read as text, and put into the backward
 * pass.
 */
final class Surgery {

  private static final String OWNER = "io.github.cotangent.Gradients";
  private static final String INSERT = "insertGradientOf";
  private static final String INSPECT = "inspectGradientOf";

  private final MethodContext method;
  private final Expressions expressions;

  Surgery(MethodContext method, Expressions expressions) {
    this.method = method;
    this.expressions = expressions;
  }

  /** True for a call of one of the two methods. */
  boolean isSurgery(Expression e) {
    if (!(e instanceof MethodCallExpr call)) {
      return false;
    }
    String name = call.getNameAsString();
    if (!name.equals(INSERT) && !name.equals(INSPECT)) {
      return false;
    }
    Element element = method.oracle.element(call);
    return element instanceof ExecutableElement
        && ((TypeElement) element.getEnclosingElement()).getQualifiedName().contentEquals(OWNER);
  }

  /** The statement; empty where it was refused. */
  Optional<Stmt> lower(MethodCallExpr call) {
    boolean isReplacing = call.getNameAsString().equals(INSERT);
    Expr target = expressions.lower(call.getArgument(0));
    if (!(target instanceof Expr.Read variable) || !target.type().isDifferentiable()) {
      return refuse(
          call.getArgument(0),
          "The gradient of what is not a variable with a derivative",
          "Give it a name: a local variable of type double, float, or an array or record of them.");
    }
    if (holdsObjects(variable.type())) {
      return refuse(
          call.getArgument(0), "The gradient of an array of objects", "Operate on its elements.");
    }
    if (!(call.getArgument(1) instanceof LambdaExpr lambda)) {
      return refuse(
          call.getArgument(1),
          "A function that is not written out",
          "Write a lambda, dx -> f(dx): its body is put into the backward pass.");
    }
    Node body = lambda.getBody();
    if (body instanceof ExpressionStmt e) {
      body = e.getExpression();
    }
    Optional<Stmt> refused = checkBody(body, isReplacing);
    if (refused != null) {
      return refused;
    }
    Parameter given = lambda.getParameter(0);
    VariableElement element = method.oracle.variable(given.getName(), given.getNameAsString());
    Var parameter = method.declare(element, variable.type());
    Code text = expressions.opaque().code(body, body instanceof Statement);
    if (!text.writes().isEmpty()
        || body.findFirst(Expression.class, e -> OpaqueText.writesElement(e, lambda.getBody()))
            .isPresent()) {
      return refuse(body, "An assignment to what is outside of the lambda", "Give a value only.");
    }
    Code code = isReplacing || body instanceof Statement ? text : statement(text);
    return Optional.of(
        new Stmt.Surgery(variable, parameter, code, isReplacing, method.origin(call)));
  }

  /** True for what is, or contains, an array whose elements are no numbers. */
  private static boolean holdsObjects(Type type) {
    return type instanceof Type.Record r
        ? r.components().stream().anyMatch(c -> holdsObjects(c.type()))
        : type instanceof Type.Array && type.isDifferentiable() && !type.leaf().isScalar();
  }

  private static Code statement(Code expression) {
    List<Code.Part> parts = new ArrayList<>(expression.parts());
    parts.add(new Code.Text(";"));
    return new Code(parts);
  }

  /** Null where the body can be put in as it is. */
  private Optional<Stmt> checkBody(Node body, boolean isReplacing) {
    if (isReplacing && body instanceof Statement) {
      return refuse(
          body,
          "A block that gives the new gradient",
          "Write one expression, or call a method with the block in it.");
    }
    boolean returns = body.findFirst(ReturnStmt.class).isPresent();
    return returns
        ? refuse(body, "A block with a return of its own", "Call a method with the block in it.")
        : null;
  }

  private Optional<Stmt> refuse(Node at, String what, String remedy) {
    method.report(ErrorId.UNSUPPORTED_EXPRESSION, at, what, remedy);
    return Optional.empty();
  }
}
