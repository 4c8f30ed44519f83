package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Supplier;

/** Operators, assignments and steps, with Java's promotion rules. */
final class Operators {

  private static final Map<BinaryExpr.Operator, Expr.Binary.Op> BINARY =
      Map.ofEntries(
          Map.entry(BinaryExpr.Operator.MULTIPLY, Expr.Binary.Op.MUL),
          Map.entry(BinaryExpr.Operator.DIVIDE, Expr.Binary.Op.DIV),
          Map.entry(BinaryExpr.Operator.REMAINDER, Expr.Binary.Op.REM),
          Map.entry(BinaryExpr.Operator.PLUS, Expr.Binary.Op.ADD),
          Map.entry(BinaryExpr.Operator.MINUS, Expr.Binary.Op.SUB),
          Map.entry(BinaryExpr.Operator.LEFT_SHIFT, Expr.Binary.Op.SHL),
          Map.entry(BinaryExpr.Operator.SIGNED_RIGHT_SHIFT, Expr.Binary.Op.SHR),
          Map.entry(BinaryExpr.Operator.UNSIGNED_RIGHT_SHIFT, Expr.Binary.Op.USHR),
          Map.entry(BinaryExpr.Operator.LESS, Expr.Binary.Op.LT),
          Map.entry(BinaryExpr.Operator.GREATER, Expr.Binary.Op.GT),
          Map.entry(BinaryExpr.Operator.LESS_EQUALS, Expr.Binary.Op.LE),
          Map.entry(BinaryExpr.Operator.GREATER_EQUALS, Expr.Binary.Op.GE),
          Map.entry(BinaryExpr.Operator.EQUALS, Expr.Binary.Op.EQ),
          Map.entry(BinaryExpr.Operator.NOT_EQUALS, Expr.Binary.Op.NE),
          Map.entry(BinaryExpr.Operator.BINARY_AND, Expr.Binary.Op.BIT_AND),
          Map.entry(BinaryExpr.Operator.XOR, Expr.Binary.Op.BIT_XOR),
          Map.entry(BinaryExpr.Operator.BINARY_OR, Expr.Binary.Op.BIT_OR),
          Map.entry(BinaryExpr.Operator.AND, Expr.Binary.Op.AND),
          Map.entry(BinaryExpr.Operator.OR, Expr.Binary.Op.OR));

  private final MethodContext method;
  private final Expressions expressions;

  Operators(MethodContext method, Expressions expressions) {
    this.method = method;
    this.expressions = expressions;
  }

  /** A binary operation; long chains lean left, so they are not descended by recursion. */
  Expr binary(BinaryExpr e) {
    Deque<BinaryExpr> chain = new ArrayDeque<>();
    Expression leftmost = e;
    while (leftmost instanceof BinaryExpr b) {
      chain.push(b);
      leftmost = b.getLeft();
    }
    Expr left = expressions.lower(leftmost);
    for (BinaryExpr b : chain) {
      Expr made =
          combine(
              BINARY.get(b.getOperator()),
              left,
              () -> method.origin(b.getLeft()),
              expressions.lower(b.getRight()),
              () -> method.origin(b.getRight()));
      left = ConstantSums.fold(b, made);
    }
    return left;
  }

  private static Expr combine(
      Expr.Binary.Op op, Expr left, Supplier<Origin> leftAt, Expr right, Supplier<Origin> rightAt) {
    if (op == Expr.Binary.Op.ADD && (isText(left) || isText(right))) {
      return new Expr.Binary(op, left, right, Type.STRING);
    }
    boolean equality = op == Expr.Binary.Op.EQ || op == Expr.Binary.Op.NE;
    if (equality && left.type().isReference() && right.type().isReference()) {
      return new Expr.Binary(op, left, right, Type.BOOLEAN);
    }
    Expr l = Conversions.unboxed(left, leftAt);
    Expr r = Conversions.unboxed(right, rightAt);
    return new Expr.Binary(op, l, r, result(op, l.type(), r.type()));
  }

  private static boolean isText(Expr e) {
    return e.type().equals(Type.STRING);
  }

  private static Type result(Expr.Binary.Op op, Type left, Type right) {
    return switch (op) {
      case MUL, DIV, REM, ADD, SUB -> Type.promote(left, right);
      case SHL, SHR, USHR -> Type.promote(left, Type.INT);
      case LT, GT, LE, GE, EQ, NE, AND, OR -> Type.BOOLEAN;
      case BIT_AND, BIT_XOR, BIT_OR ->
          left.equals(Type.BOOLEAN) ? Type.BOOLEAN : Type.promote(left, right);
    };
  }

  /** A unary operation or a step. */
  Expr unary(UnaryExpr e) {
    Expression operand = e.getExpression();
    return switch (e.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> step(e);
      case MINUS -> isMinimum(operand) ? minimum(operand) : signed(Expr.Unary.Op.MINUS, operand);
      case PLUS -> signed(Expr.Unary.Op.PLUS, operand);
      case BITWISE_COMPLEMENT -> signed(Expr.Unary.Op.COMPLEMENT, operand);
      case LOGICAL_COMPLEMENT ->
          new Expr.Unary(Expr.Unary.Op.NOT, expressions.condition(operand), Type.BOOLEAN);
    };
  }

  private Expr signed(Expr.Unary.Op op, Expression operand) {
    Expr value = Conversions.unboxed(expressions.lower(operand), () -> method.origin(operand));
    return new Expr.Unary(op, value, Type.promote(value.type(), Type.INT));
  }

  /** The two literals that exist only behind a minus. */
  private static boolean isMinimum(Expression operand) {
    return operand instanceof IntegerLiteralExpr i
            && i.getValue().replace("_", "").equals("2147483648")
        || operand instanceof LongLiteralExpr l
            && l.getValue().replace("_", "").startsWith("9223372036854775808");
  }

  private Expr minimum(Expression operand) {
    Type type = operand instanceof IntegerLiteralExpr ? Type.INT : Type.LONG;
    return new Expr.Literal(type, "-" + method.file.oneLine(operand));
  }

  private Expr step(UnaryExpr e) {
    Place target = place(e.getExpression());
    boolean increment =
        e.getOperator() == UnaryExpr.Operator.PREFIX_INCREMENT
            || e.getOperator() == UnaryExpr.Operator.POSTFIX_INCREMENT;
    if (Conversions.isBoxed(target.type())) {
      return stepBoxed(e, target, increment);
    }
    return new Expr.Stepping(target, increment, e.getOperator().isPrefix(), method.origin(e));
  }

  /** {@code Integer i; i++}: spelled out, where its old value is not asked for. */
  private Expr stepBoxed(UnaryExpr e, Place target, boolean increment) {
    boolean isStatement =
        e.getParentNode()
            .filter(p -> p instanceof com.github.javaparser.ast.stmt.ExpressionStmt)
            .isPresent();
    if (!isStatement && !e.getOperator().isPrefix()) {
      return expressions.unsupported(e, "A step of a boxed number", "Use the primitive type.");
    }
    Expr.Binary.Op op = increment ? Expr.Binary.Op.ADD : Expr.Binary.Op.SUB;
    return assignBoxed(e, target, op, new Expr.Literal(Type.INT, "1"), () -> method.origin(e));
  }

  /** An assignment, plain or compound. */
  Expr assign(AssignExpr e) {
    Place target = place(e.getTarget());
    if (e.getOperator() == AssignExpr.Operator.ASSIGN) {
      Expr value = expressions.lower(e.getValue(), target.type());
      return new Expr.Assigning(target, null, value, method.origin(e));
    }
    Expr.Binary.Op op = BINARY.get(e.getOperator().toBinaryOperator().orElseThrow());
    Supplier<Origin> valueAt = () -> method.origin(e.getValue());
    Expr value = expressions.lower(e.getValue());
    if (target.type().equals(Type.STRING)) {
      return new Expr.Assigning(target, op, value, method.origin(e));
    }
    value = Conversions.unboxed(value, valueAt);
    if (Conversions.isBoxed(target.type())) {
      return assignBoxed(e, target, op, value, valueAt);
    }
    return new Expr.Assigning(target, op, value, method.origin(e));
  }

  /** {@code Double d; d += x}: spelled out, so that the boxing is seen. */
  private Expr assignBoxed(
      Expression e, Place target, Expr.Binary.Op op, Expr operand, Supplier<Origin> operandAt) {
    if (!(target instanceof Place.Variable)) {
      return expressions.unsupported(
          e, "Arithmetic on an element of a boxed type", "Use an array of the primitive type.");
    }
    Origin at = method.origin(e);
    Expr value = combine(op, target.read(), () -> at, operand, operandAt);
    Type primitive = target.type().unboxed();
    Expr narrowed = value.type().equals(primitive) ? value : new Expr.Cast(primitive, value, at);
    return new Expr.Assigning(
        target, null, Conversions.convert(narrowed, target.type(), () -> at), at);
  }

  /** Where an assignment writes to; a field is reported, and an unused variable stands for it. */
  private Place place(Expression target) {
    if (target instanceof EnclosedExpr enclosed) {
      return place(enclosed.getInner());
    }
    if (target instanceof ArrayAccessExpr access) {
      return new Place.Slot(expressions.lower(access.getName()), expressions.index(access));
    }
    if (target instanceof NameExpr name) {
      Var var = method.variable(method.oracle.element(name));
      if (var != null) {
        return new Place.Variable(var);
      }
    }
    method.report(
        io.github.cotangent.processor.diagnostics.ErrorId.FIELD_WRITE,
        target,
        method.file.oneLine(target));
    Type type = method.types.of(method.oracle.type(target));
    return new Place.Variable(method.invent("field", type));
  }
}
