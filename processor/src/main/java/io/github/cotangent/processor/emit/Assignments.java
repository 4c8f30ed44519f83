package io.github.cotangent.processor.emit;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Expr.Binary.Op;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;

/**
 * Decides how an assignment is written: {@code i++}, {@code x += e} or {@code x = e}.
 *
 * <p>A compound assignment narrows its result in silence, for which newer compilers warn where the
 * right operand is wider than the target; such a one is written out with its cast.
 */
final class Assignments {

  private Assignments() {}

  /** Prints the assignment without the semicolon; breaks are at least so deep. */
  static void print(Stmt.Assign s, Line out, Scope scope, int depth) {
    Expressions target = new Expressions(out, scope, depth + 1);
    target.print(s.target().read(), Precedence.PRIMARY);
    Expr.Binary compound = s.compound() ? compound(s) : null;
    if (compound == null) {
      out.text(" =").space(depth);
      new Expressions(out, scope, depth + 1).print(plainValue(s));
    } else if (isStep(compound, s.target().type())) {
      out.text(compound.op().symbol().repeat(2));
    } else {
      out.text(" " + compound.op().symbol() + "=").space(depth);
      new Expressions(out, scope, depth + 1).print(compound.right());
    }
  }

  /** Prints a declaration without the semicolon; of several in one, only the first has the type. */
  static void declare(Stmt.Local s, boolean withType, Line out, Scope scope, int depth) {
    Type type = s.var().type();
    boolean isDenotable = TypeNames.isDenotable(type);
    if (withType && isDenotable) {
      out.type(TypeNames.of(type)).text(" ");
    } else if (withType) {
      out.text("var ");
    }
    out.text(s.var().name());
    if (s.init().isEmpty()) {
      return;
    }
    Expr value = s.init().get();
    Expressions printer = new Expressions(out.text(" =").space(depth), scope, depth + 1);
    if (isDenotable && value instanceof Expr.ArrayLiteral a && a.type().equals(type)) {
      printer.elements(a);
    } else {
      printer.print(value);
    }
  }

  /** The operation of a compound assignment, or null if it cannot be printed as one. */
  private static Expr.Binary compound(Stmt.Assign s) {
    Type type = s.target().type();
    Expr value =
        s.value() instanceof Expr.Cast c && c.type().equals(type) ? c.operand() : s.value();
    boolean isCompound =
        value instanceof Expr.Binary b
            && b.left().equals(s.target().read())
            && hasCompoundForm(b.op())
            && isLossless(b.right(), type);
    return isCompound ? (Expr.Binary) value : null;
  }

  private static boolean hasCompoundForm(Op op) {
    return op.precedence() >= Op.SHL.precedence()
        || op == Op.BIT_AND
        || op == Op.BIT_OR
        || op == Op.BIT_XOR;
  }

  /** True where the operand could be assigned to the target without a cast. */
  private static boolean isLossless(Expr operand, Type target) {
    return !target.isNumeric() || isAssignable(operand, target);
  }

  private static boolean isAssignable(Expr value, Type target) {
    Type type = value.type();
    if (!target.isNumeric() || !type.isNumeric() || type.equals(target)) {
      return true;
    }
    if (value instanceof Expr.Literal l && l.type().equals(Type.INT) && target.isIntegral()) {
      return fits(l.text(), ((Type.Primitive) target).kind());
    }
    Type.Kind from = ((Type.Primitive) type).kind();
    Type.Kind to = ((Type.Primitive) target).kind();
    return to != Type.Kind.CHAR
        && from.compareTo(to) < 0
        && !(from == Type.Kind.CHAR && to == Type.Kind.SHORT);
  }

  private static boolean fits(String text, Type.Kind target) {
    return target.compareTo(Type.Kind.INT) >= 0 || text.matches("\\d{1,2}");
  }

  private static boolean isStep(Expr.Binary b, Type type) {
    return type.isIntegral()
        && (b.op() == Op.ADD || b.op() == Op.SUB)
        && b.right() instanceof Expr.Literal l
        && l.text().equals("1");
  }

  /** The value, with the cast that a compound assignment would have done. */
  private static Expr plainValue(Stmt.Assign s) {
    boolean needsCast = s.compound() && !isAssignable(s.value(), s.target().type());
    return needsCast ? new Expr.Cast(s.target().type(), s.value(), Origin.NONE) : s.value();
  }
}
