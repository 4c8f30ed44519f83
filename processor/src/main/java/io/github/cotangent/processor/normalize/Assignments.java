package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.function.Consumer;

/**
 * Assignments of every form, with Java's order of evaluation: array, index, old value, right side,
 * store. A conversion that Java does silently becomes a cast.
 *
 * <p>Before: {@code a[i++] += f(i); n += x;}. After: {@code int index = i; i += 1; double f = f(i);
 * a[index] += f; n = (int) (n + x);}
 */
final class Assignments {

  private final Lowering lowering;
  private final Lines lines;

  Assignments(Lowering lowering, Lines lines) {
    this.lowering = lowering;
    this.lines = lines;
  }

  /** An assignment that is a statement. */
  void statement(Expr.Assigning e) {
    assign(e);
  }

  /** An assignment inside an expression: what reads its value. */
  Expr nested(Expr.Assigning e) {
    Place target = assign(e);
    return target.read();
  }

  /** A step inside an expression: what reads its value, new or old. */
  Expr nested(Expr.Stepping e, String part) {
    Expr[] old = new Expr[1];
    Place target = step(e, v -> old[0] = e.prefix() ? null : lines.save(v, part));
    return e.prefix() ? target.read() : old[0];
  }

  /**
   * A step, as a statement.
   *
   * @param before gets the expression that reads the old value
   */
  Place step(Expr.Stepping e, Consumer<Expr> before) {
    Place target = settled(e.target(), List.of(), true);
    before.accept(target.read());
    Expr.Binary.Op op = e.increment() ? Expr.Binary.Op.ADD : Expr.Binary.Op.SUB;
    compound(target, target.read(), op, new Expr.Literal(Type.INT, "1"));
    return target;
  }

  private Place assign(Expr.Assigning e) {
    boolean mayBeActive = e.op() != null || Nesting.mayBeActive(e.value());
    boolean strict = e.type().isDifferentiable() && mayBeActive;
    boolean toVariable = e.target() instanceof Place.Variable && e.op() == null;
    boolean moves =
        Choices.splits(e.value(), strict)
            || !lowering.expressions().staysWhole(e.value(), strict, toVariable);
    List<Expr> moved = moves ? List.of(e.value()) : List.of();
    Place target = settled(e.target(), moved, e.op() != null);
    if (e.op() == null) {
      boolean split = Choices.splits(e.value(), strict);
      // In `z = z > 3 ? 3 : z`, one branch has nothing to do.
      Consumer<Expr> leaf =
          value -> {
            if (!split || !value.equals(target.read())) {
              plain(target, value, strict);
            }
          };
      lowering.choices().deliver(e.value(), strict, target.type(), leaf);
      return target;
    }
    Expr left =
        moves
            ? lowering.expressions().kept(target.read(), Effects.of(moved), "left")
            : target.read();
    Consumer<Expr> leaf = value -> compound(target, left, e.op(), value(value, strict));
    lowering.choices().deliver(e.value(), strict, e.value().type(), leaf);
    return target;
  }

  private Expr value(Expr e, boolean strict) {
    return lowering.expressions().value(e, "right", strict);
  }

  private void plain(Place target, Expr value, boolean strict) {
    boolean toVariable = target instanceof Place.Variable;
    if (value instanceof Expr.Stepping s && toVariable && isPostfixOfOther(s, target)) {
      step(s, old -> lines.add(new Stmt.Assign(target, old, false, lines.origin())));
      return;
    }
    Expr whole = lowering.expressions().whole(value, strict, toVariable);
    lines.add(new Stmt.Assign(target, whole, false, lines.origin()));
  }

  /** True for {@code y = x++}, which is {@code y = x; x++}; not for {@code x = x++}. */
  private static boolean isPostfixOfOther(Expr.Stepping s, Place target) {
    return !s.prefix() && s.target() instanceof Place.Variable && !s.target().equals(target);
  }

  private void compound(Place target, Expr left, Expr.Binary.Op op, Expr right) {
    Type type = Conversions.typeOf(op, left.type(), right.type());
    Expr.Binary value = new Expr.Binary(op, left, right, type);
    Type to = target.type().unboxed();
    boolean narrows = to instanceof Type.Primitive && !to.equals(type);
    Expr stored = narrows ? new Expr.Cast(to, value, lines.origin()) : value;
    boolean compound = !narrows && left.equals(target.read());
    lines.add(new Stmt.Assign(target, stored, compound, lines.origin()));
  }

  /**
   * The place with its operands evaluated.
   *
   * @param moved what is evaluated in statements between here and the store
   *     <p>In {@code a[(int) a[0]] = x} the store may change which element the text names: the
   *     index is saved, so that reading the place again, and putting its old value back, means this
   *     element.
   * @param moved what is evaluated in statements between here and the store
   * @param readBefore true where the place is read, too: what it names is then evaluated once
   */
  private Place settled(Place place, List<Expr> moved, boolean readBefore) {
    if (!(place instanceof Place.Slot slot)) {
      return place;
    }
    boolean strict = readBefore || slot.array().type().isDifferentiable();
    Parts parts = Parts.of(new Expr.Element(slot.array(), slot.index()), strict);
    List<Expr> out = lowering.expressions().inOrder(parts.operands(), moved, strict);
    Effects store = Effects.ofStore(slot.type());
    Expr array = store.disturb(out.get(0)) ? lines.save(out.get(0), "array") : out.get(0);
    Expr index = store.disturb(out.get(1)) ? lines.save(out.get(1), "index") : out.get(1);
    return new Place.Slot(array, index);
  }
}
