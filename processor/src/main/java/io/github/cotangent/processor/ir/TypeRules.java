package io.github.cotangent.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * Checks that types agree. Boxes and other classes are taken on trust: what they convert to is
 * javac's knowledge.
 */
final class TypeRules extends Walker {

  private final Type result;

  TypeRules(Type result) {
    this.result = result;
  }

  private static boolean isTrusted(Type t) {
    return t instanceof Type.ClassType;
  }

  /** True where a value of {@code e} may be assigned to {@code target}. */
  private static boolean fits(Expr e, Type target) {
    Type from = e.type();
    if (isTrusted(from) || isTrusted(target)) {
      return !target.equals(Type.VOID) && !from.equals(Type.VOID);
    }
    if (e.isNull()) {
      return target.isReference();
    }
    if (from instanceof Type.Primitive f && target instanceof Type.Primitive t) {
      return from.equals(target)
          || from.isNumeric() && target.isNumeric() && widens(f.kind(), t.kind())
          || isConstant(e) && target.isIntegral() && from.isIntegral();
    }
    if (from instanceof Type.Array f && target instanceof Type.Array t) {
      return from.equals(target) || isTrusted(f.leaf()) || isTrusted(t.leaf());
    }
    return from.equals(target);
  }

  private static boolean widens(Type.Kind from, Type.Kind to) {
    return to != Type.Kind.CHAR
        && from.ordinal() < to.ordinal()
        && !(from == Type.Kind.CHAR && to == Type.Kind.SHORT);
  }

  /** An int constant may be narrowed without a cast; so may the branches of {@code ?:}. */
  private static boolean isConstant(Expr e) {
    if (e instanceof Expr.Unary u) {
      return isConstant(u.operand());
    }
    if (e instanceof Expr.Binary b) {
      return isConstant(b.left()) && isConstant(b.right());
    }
    if (e instanceof Expr.Conditional c) {
      return isConstant(c.ifTrue()) && isConstant(c.ifFalse());
    }
    return e instanceof Expr.Literal || e instanceof Expr.Choosing;
  }

  private static void check(boolean holds, String rule, Expr at) {
    if (!holds) {
      throw Verifier.broken(rule, at);
    }
  }

  private static void check(boolean holds, String rule, Stmt at) {
    if (!holds) {
      throw Verifier.broken(rule, at);
    }
  }

  private static boolean isCondition(Expr e) {
    return e.type().equals(Type.BOOLEAN) || isTrusted(e.type());
  }

  private static boolean isIndex(Expr e) {
    return isTrusted(e.type()) || e.type().isIntegral() && !e.type().equals(Type.LONG);
  }

  private static boolean isNumber(Expr e) {
    return e.type().isNumeric() || isTrusted(e.type());
  }

  @Override
  public Void visit(Expr.Unary e) {
    boolean not = e.op() == Expr.Unary.Op.NOT;
    check(not ? isCondition(e.operand()) : isNumber(e.operand()), "operand of the wrong type", e);
    if (e.operand().type().isNumeric()) {
      Type promoted = Type.promote(e.operand().type(), Type.INT);
      check(e.type().equals(promoted), "not of type " + promoted, e);
    }
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Binary e) {
    Type left = e.left().type();
    Type right = e.right().type();
    boolean numbers = left.isNumeric() && right.isNumeric();
    switch (e.op()) {
      case AND, OR ->
          check(isCondition(e.left()) && isCondition(e.right()), "operands not boolean", e);
      case LT, LE, GT, GE ->
          check(isNumber(e.left()) && isNumber(e.right()), "operands not numbers", e);
      case EQ, NE -> {}
      case SHL, SHR, USHR -> {
        if (numbers) {
          checkType(e, Type.promote(left, Type.INT));
        }
      }
      case MUL, DIV, REM, ADD, SUB, BIT_AND, BIT_OR, BIT_XOR -> {
        if (numbers) {
          checkType(e, Type.promote(left, right));
        } else {
          boolean text = e.op() == Expr.Binary.Op.ADD && e.type().equals(Type.STRING);
          boolean bits = left.equals(Type.BOOLEAN) && isCondition(e.right());
          boolean trusted = isTrusted(left) || isTrusted(right);
          check(text || bits || trusted, "operands of the wrong type", e);
        }
      }
    }
    if (e.op().precedence() <= 4 || e.op().precedence() == 8 || e.op().precedence() == 9) {
      checkType(e, Type.BOOLEAN);
    }
    return super.visit(e);
  }

  private static void checkType(Expr e, Type type) {
    check(e.type().equals(type), "not of type " + type, e);
  }

  @Override
  public Void visit(Expr.Conditional e) {
    check(isCondition(e.test()), "test not boolean", e);
    check(fits(e.ifTrue(), e.type()) && fits(e.ifFalse(), e.type()), "branches do not agree", e);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Element e) {
    check(e.array().type() instanceof Type.Array, "no array", e);
    check(isIndex(e.index()), "index not an int", e);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Length e) {
    check(e.array().type() instanceof Type.Array, "no array", e);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Component e) {
    boolean known =
        e.record().type() instanceof Type.Record r
            && r.components().stream().anyMatch(c -> c.name().equals(e.name()));
    check(known, "no component", e);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Call e) {
    boolean own =
        switch (e.callee().kind()) {
          case LOCAL, LINKED, RULED, MATH -> true;
          case ARRAY, CONSTANT, SINK, FOREIGN, GENERATED -> false;
        };
    if (own) {
      List<Type> types = e.callee().parameterTypes();
      check(types.size() == e.arguments().size(), types.size() + " parameters", e);
      for (int k = 0; k < types.size(); k++) {
        check(fits(e.arguments().get(k), types.get(k)), "argument " + (k + 1) + " does not fit", e);
      }
    }
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.NewRecord e) {
    List<Type.Component> components = e.type().components();
    check(components.size() == e.arguments().size(), components.size() + " components", e);
    for (int k = 0; k < components.size(); k++) {
      boolean fits = fits(e.arguments().get(k), components.get(k).type());
      check(fits, "component " + components.get(k).name() + " does not fit", e);
    }
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.NewArray e) {
    check(!e.sizes().isEmpty() && e.sizes().size() <= e.type().rank(), "wrong dimensions", e);
    check(e.sizes().stream().allMatch(TypeRules::isIndex), "size not an int", e);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.ArrayLiteral e) {
    Type element = e.type().element();
    check(e.elements().stream().allMatch(x -> fits(x, element)), "element does not fit", e);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Assigning e) {
    check(e.op() != null || fits(e.value(), e.target().type()), "value does not fit", e);
    return super.visit(e);
  }

  @Override
  public Void visit(Stmt.Local s) {
    check(!s.var().type().equals(Type.VOID), "void variable", s);
    check(s.init().map(e -> fits(e, s.var().type())).orElse(true), "value does not fit", s);
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.Assign s) {
    check(fits(s.value(), s.target().type()), "value does not fit", s);
    if (s.compound()) {
      boolean reads = s.value() instanceof Expr.Binary b && b.left().equals(s.target().read());
      check(reads, "not target op value", s);
    }
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.If s) {
    check(isCondition(s.test()), "test not boolean", s);
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.For s) {
    check(isCondition(s.test()), "test not boolean", s);
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.While s) {
    check(isCondition(s.test()), "test not boolean", s);
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.DoWhile s) {
    check(isCondition(s.test()), "test not boolean", s);
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.Return s) {
    Optional<Expr> value = s.value();
    boolean fits = value.map(e -> fits(e, result)).orElse(result.equals(Type.VOID));
    check(fits, "does not return " + result, s);
    return super.visit(s);
  }
}
