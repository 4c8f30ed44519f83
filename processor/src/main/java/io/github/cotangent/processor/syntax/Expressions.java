package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** Lowers expressions. What cannot be lowered is reported, and a placeholder stands for it. */
final class Expressions {

  private final MethodContext method;
  private final Operators operators;
  private final References references;
  private final Calls calls;
  private final OpaqueText opaque;
  private Switches switches;

  Expressions(MethodContext method) {
    this.method = method;
    this.operators = new Operators(method, this);
    this.opaque = new OpaqueText(method);
    this.references = new References(method, this);
    this.calls = new Calls(method, this, opaque);
  }

  /** Set once: switch expressions hold statements, which hold expressions. */
  void connect(Switches newSwitches) {
    this.switches = newSwitches;
  }

  OpaqueText opaque() {
    return opaque;
  }

  /** Lowers an expression as a value of the target type. */
  Expr lower(Expression e, Type target) {
    if (e instanceof ArrayInitializerExpr values && target instanceof Type.Array array) {
      return literal(values, array);
    }
    return Conversions.convert(lower(e), target, () -> method.origin(e));
  }

  /** Lowers a condition. */
  Expr condition(Expression e) {
    return lower(e, Type.BOOLEAN);
  }

  /** Lowers an expression. */
  Expr lower(Expression e) {
    if (e instanceof EnclosedExpr enclosed) {
      return lower(enclosed.getInner());
    }
    if (e instanceof LiteralExpr literal) {
      return Literals.lower(literal, method.file);
    }
    if (e instanceof NameExpr || e instanceof FieldAccessExpr || e instanceof ThisExpr) {
      return references.lower(e);
    }
    if (e instanceof BinaryExpr binary) {
      return operators.binary(binary);
    }
    if (e instanceof UnaryExpr unary) {
      return operators.unary(unary);
    }
    if (e instanceof AssignExpr assign) {
      return operators.assign(assign);
    }
    if (e instanceof MethodCallExpr call) {
      return calls.lower(call);
    }
    if (e instanceof ObjectCreationExpr creation) {
      return calls.lower(creation);
    }
    if (e instanceof ArrayAccessExpr access) {
      return new Expr.Element(lower(access.getName()), index(access));
    }
    return lowerRarer(e);
  }

  private Expr lowerRarer(Expression e) {
    if (e instanceof CastExpr cast) {
      return cast(cast);
    }
    if (e instanceof ConditionalExpr conditional) {
      Type type = typeOf(e);
      return new Expr.Conditional(
          condition(conditional.getCondition()),
          lower(conditional.getThenExpr(), type),
          lower(conditional.getElseExpr(), type),
          type);
    }
    if (e instanceof ArrayCreationExpr creation) {
      return array(creation);
    }
    if (e instanceof SwitchExpr choice) {
      return switches.expression(choice);
    }
    if (e instanceof LambdaExpr || e instanceof MethodReferenceExpr) {
      return opaque.expression(e, typeOf(e), ErrorId.LAMBDA_OVER_ACTIVE);
    }
    if (e instanceof InstanceOfExpr test && test.getPattern().isPresent()) {
      return unsupported(
          e,
          "A pattern variable",
          "Give it an 'if' of its own that tests a variable; or test with instanceof, and cast on"
              + " its own line.");
    }
    if (e instanceof InstanceOfExpr || e.isClassExpr()) {
      return opaque.expression(e, typeOf(e), ErrorId.ACTIVE_ESCAPES);
    }
    return unsupported(e, "'" + method.file.oneLine(e) + "'", "Write it another way.");
  }

  /** Reports an expression; a placeholder stands for it. */
  Expr unsupported(Expression e, String what, String remedy) {
    method.report(ErrorId.UNSUPPORTED_EXPRESSION, e, what, remedy);
    return method.placeholder(method.oracle.knows(e) ? typeOf(e) : Type.INT);
  }

  /** The static type of an expression. */
  Type typeOf(Expression e) {
    return method.types.of(method.oracle.type(e));
  }

  /** The index of an array access. */
  Expr index(ArrayAccessExpr access) {
    return Conversions.unboxed(lower(access.getIndex()), () -> method.origin(access.getIndex()));
  }

  private Expr cast(CastExpr cast) {
    Expression operand = cast.getExpression();
    while (operand instanceof EnclosedExpr enclosed) {
      operand = enclosed.getInner();
    }
    if (operand instanceof LambdaExpr || operand instanceof MethodReferenceExpr) {
      return opaque.expression(cast, typeOf(cast), ErrorId.LAMBDA_OVER_ACTIVE);
    }
    Type type = method.type(method.oracle.type(cast), cast.getType());
    return new Expr.Cast(type, lower(operand), method.origin(cast));
  }

  private Expr array(ArrayCreationExpr creation) {
    Type.Array type = (Type.Array) method.type(method.oracle.type(creation), creation);
    if (creation.getInitializer().isPresent()) {
      return literal(creation.getInitializer().get(), type);
    }
    List<Expr> sizes = new ArrayList<>();
    creation
        .getLevels()
        .forEach(
            level ->
                level
                    .getDimension()
                    .ifPresent(
                        d -> sizes.add(Conversions.unboxed(lower(d), () -> method.origin(d)))));
    return new Expr.NewArray(type, sizes);
  }

  private Expr literal(ArrayInitializerExpr values, Type.Array type) {
    List<Expr> elements = new ArrayList<>();
    for (Expression value : values.getValues()) {
      elements.add(lower(value, type.element()));
    }
    return new Expr.ArrayLiteral(type, elements);
  }
}
