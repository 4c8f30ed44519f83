package io.github.cotangent.processor.emit;

import static io.github.cotangent.processor.emit.Build.at;
import static io.github.cotangent.processor.emit.Build.bin;
import static io.github.cotangent.processor.emit.Build.cast;
import static io.github.cotangent.processor.emit.Build.cond;
import static io.github.cotangent.processor.emit.Build.lit;
import static io.github.cotangent.processor.emit.Build.math;
import static io.github.cotangent.processor.emit.Build.not;
import static io.github.cotangent.processor.emit.Build.num;
import static io.github.cotangent.processor.emit.Build.opaque;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Expr.Binary.Op;
import io.github.cotangent.processor.ir.Expr.Unary;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Random;

/** Well-typed expressions over all operators, from a seed. */
final class RandomExpressions {

  static final List<Type> TYPES =
      List.of(Type.DOUBLE, Type.FLOAT, Type.LONG, Type.INT, Type.BOOLEAN, Type.STRING);

  private static final List<Op> ARITHMETIC = List.of(Op.ADD, Op.SUB, Op.MUL, Op.DIV, Op.REM);
  private static final List<Op> SHIFTS = List.of(Op.SHL, Op.SHR, Op.USHR);
  private static final List<Op> BITS = List.of(Op.BIT_AND, Op.BIT_OR, Op.BIT_XOR);
  private static final List<Op> COMPARISONS = List.of(Op.LT, Op.GT, Op.LE, Op.GE, Op.EQ, Op.NE);
  private static final List<Op> LOGIC =
      List.of(Op.AND, Op.OR, Op.EQ, Op.NE, Op.BIT_AND, Op.BIT_OR, Op.BIT_XOR);

  private final Build b = new Build();
  private final Random random;

  RandomExpressions(long seed) {
    this.random = new Random(seed);
  }

  /** The variables that expressions may read, in the order of the method's parameters. */
  List<Expr> variables() {
    return List.of(
        b.d("a"), b.d("b"), b.f("f"), b.l("m"), b.i("i"), b.i("j"), b.z("p"), b.s("s"), array());
  }

  private Expr array() {
    return b.read("xs", Build.DOUBLES);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** An expression of this type, at most so deep. */
  Expr make(Type type, int depth) {
    if (depth == 0) {
      return leaf(type);
    }
    if (random.nextInt(12) == 0) {
      return cond(make(Type.BOOLEAN, depth - 1), make(type, depth - 1), make(type, depth - 1));
    }
    if (type.equals(Type.STRING)) {
      Expr other = make(pick(TYPES), depth - 1);
      Expr text = make(Type.STRING, depth - 1);
      return random.nextBoolean() ? bin(text, Op.ADD, other) : bin(other, Op.ADD, text);
    }
    return type.equals(Type.BOOLEAN) ? makeBoolean(depth) : makeNumber(type, depth);
  }

  private Expr makeBoolean(int depth) {
    int choice = random.nextInt(8);
    if (choice == 0) {
      return not(make(Type.BOOLEAN, depth - 1));
    }
    if (choice < 4) {
      return bin(make(Type.BOOLEAN, depth - 1), pick(LOGIC), make(Type.BOOLEAN, depth - 1));
    }
    return bin(
        make(pick(TYPES.subList(0, 4)), depth - 1),
        pick(COMPARISONS),
        make(pick(TYPES.subList(0, 4)), depth - 1));
  }

  private Expr makeNumber(Type type, int depth) {
    int choice = random.nextInt(12);
    if (choice == 0) {
      Type from = pick(TYPES.subList(0, 4));
      return cast(type, make(from, depth - 1));
    }
    if (choice == 1 && type.equals(Type.INT)) {
      Type narrow = pick(List.of(Type.BYTE, Type.SHORT, Type.CHAR));
      Expr value = cast(narrow, make(pick(TYPES.subList(0, 4)), depth - 1));
      return new Unary(Unary.Op.PLUS, value, Type.INT);
    }
    if (choice < 4) {
      Unary.Op op = pick(List.of(Unary.Op.MINUS, Unary.Op.MINUS, Unary.Op.PLUS));
      return new Unary(op, make(type, depth - 1), type);
    }
    if (choice == 4 && type.isIntegral()) {
      return new Unary(Unary.Op.COMPLEMENT, make(type, depth - 1), type);
    }
    if (choice == 4 && type.equals(Type.DOUBLE)) {
      return at(array(), bin(make(Type.INT, depth - 1), Op.BIT_AND, num(3)));
    }
    if (choice == 5 && type.equals(Type.DOUBLE)) {
      return math("max", make(Type.DOUBLE, depth - 1), make(Type.DOUBLE, depth - 1));
    }
    return binary(type, depth);
  }

  private Expr binary(Type type, int depth) {
    if (type.isIntegral() && random.nextInt(4) == 0) {
      Expr distance = make(pick(List.of(Type.INT, Type.LONG)), depth - 1);
      return bin(make(type, depth - 1), pick(SHIFTS), distance);
    }
    Op op = pick(type.isIntegral() && random.nextInt(3) == 0 ? BITS : ARITHMETIC);
    Type narrower = pick(TYPES.subList(TYPES.indexOf(type), 4));
    return random.nextBoolean()
        ? bin(make(type, depth - 1), op, make(narrower, depth - 1))
        : bin(make(narrower, depth - 1), op, make(type, depth - 1));
  }

  private Expr leaf(Type type) {
    if (type.equals(Type.DOUBLE)) {
      // The two opaque texts are a name and a sum, as the compiler would carry them along.
      return pick(
          List.of(
              b.d("a"),
              b.d("b"),
              lit(type, "3.0"),
              lit(type, "-1.5"),
              lit(type, "Double.NaN"),
              opaque(type, b.d("a"), " + ", b.d("b")),
              opaque(type, Build.cls("java.lang", "Math"), ".abs(", b.d("b"), " - 1)")));
    }
    if (type.equals(Type.FLOAT)) {
      return pick(List.of(b.f("f"), lit(type, "0.1f"), lit(type, "-2.5f")));
    }
    if (type.equals(Type.LONG)) {
      return pick(
          List.of(b.l("m"), lit(type, "5L"), lit(type, "-1L"), lit(type, Long.MIN_VALUE + "L")));
    }
    if (type.equals(Type.INT)) {
      return pick(
          List.of(
              b.i("i"),
              b.i("j"),
              num(7),
              num(-3),
              num(Integer.MIN_VALUE),
              new Expr.Length(array())));
    }
    return type.equals(Type.BOOLEAN)
        ? pick(List.of(b.z("p"), lit(type, "true"), lit(type, "false")))
        : pick(List.of(b.s("s"), lit(type, "\"$L\\n\""), lit(type, "\"-\"")));
  }
}
