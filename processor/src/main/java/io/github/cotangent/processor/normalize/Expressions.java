package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.normalize.Parts.Operand;
import io.github.cotangent.processor.normalize.Parts.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes expressions apart, in Java's order of evaluation: what cannot stay inside becomes
 * statements before, and an expression without side effects remains.
 *
 * <p>Before: {@code return f(x) + a[i++];}. After: {@code double f = f(x); int index = i; i += 1;
 * return f + a[index];}
 */
final class Expressions {

  private final Lowering lowering;
  private final Lines lines;

  Expressions(Lowering lowering, Lines lines) {
    this.lowering = lowering;
    this.lines = lines;
  }

  /**
   * The expression without what cannot stay inside.
   *
   * @param part what it is to its user: names the temporary that may hold it
   * @param strict as in {@link Nesting}
   */
  Expr value(Expr e, String part, boolean strict) {
    return Nesting.canStay(e, strict) ? e : e.accept(new Residue(part, strict));
  }

  /** One operand, alone. */
  Expr operand(Operand o, boolean strict) {
    Expr value = value(o.expr(), o.part(), strict);
    return o.fits(value) ? value : lines.save(value, o.part());
  }

  /** Operands that are evaluated one after the other. */
  List<Expr> inOrder(List<Operand> operands, boolean strict) {
    return inOrder(operands, List.of(), strict);
  }

  /**
   * Operands that are evaluated one after the other, before {@code moved}, which will be evaluated
   * in statements of their own: an operand is saved where those behind it may change its value.
   */
  List<Expr> inOrder(List<Operand> operands, List<Expr> moved, boolean strict) {
    int last = moved.isEmpty() ? -1 : operands.size();
    for (int k = 0; k < operands.size() && moved.isEmpty(); k++) {
      last = operands.get(k).canStay(strict) ? last : k;
    }
    List<Expr> out = new ArrayList<>();
    for (int k = 0; k < operands.size(); k++) {
      Operand o = operands.get(k);
      Expr value = operand(o, strict);
      if (k < last) {
        List<Expr> later = new ArrayList<>(moved);
        int end = Math.min(last + 1, operands.size());
        operands.subList(k + 1, end).forEach(l -> later.add(l.expr()));
        value = kept(value, Effects.of(later), o.part());
      }
      out.add(value);
    }
    return out;
  }

  /** The value, saved where the effects may change it or must not overtake it. */
  Expr kept(Expr value, Effects effects, String part) {
    boolean mustSave = effects.disturb(value) || Effects.isEvent(value);
    return mustSave ? lines.save(value, part) : value;
  }

  /**
   * The expression as the whole value of a declaration or assignment.
   *
   * @param toVariable false where the target is an element: calls are not assigned to those
   */
  Expr whole(Expr e, boolean strict, boolean toVariable) {
    if (e instanceof Expr.Opaque) {
      return e;
    }
    if (e instanceof Expr.Cast c && Conversions.isRedundant(c)) {
      return whole(c.operand(), strict, toVariable);
    }
    if (e instanceof Expr.Field f && Effects.isChanging(f)) {
      return value(e, "value", false); // In a variable it is what it was here.
    }
    return parts(e, strict, toVariable)
        .map(this::rebuilt)
        .orElseGet(() -> value(e, "value", strict));
  }

  /**
   * A call with its bounds saved where it may change them itself: {@code Arrays.fill(a, (int) a[0],
   * 2, x)}.
   */
  Expr settled(Expr e) {
    boolean overwrites =
        e instanceof Expr.Call c
            && c.callee().kind() == Callee.Kind.ARRAY
            && c.type().equals(Type.VOID);
    if (!overwrites) {
      return e;
    }
    Expr.Call call = (Expr.Call) e;
    Expr target = call.arguments().get(call.callee().name().equals("arraycopy") ? 2 : 0);
    Effects store = Effects.ofStore(((Type.Array) target.type()).element());
    List<Expr> arguments = new ArrayList<>();
    for (Expr a : call.arguments()) {
      boolean moves = a.type().isIntegral() && store.disturb(a);
      arguments.add(moves ? lines.save(a, "index") : a);
    }
    return new Expr.Call(call.callee(), call.receiver(), arguments, call.origin());
  }

  /** True where {@link #whole} writes no statements. */
  boolean staysWhole(Expr e, boolean strict, boolean toVariable) {
    if (e instanceof Expr.Cast c && Conversions.isRedundant(c)) {
      return staysWhole(c.operand(), strict, toVariable);
    }
    return parts(e, strict, toVariable)
        .map(Parts::canStay)
        .orElseGet(() -> Nesting.canStay(e, strict));
  }

  private static Optional<Parts> parts(Expr e, boolean strict, boolean toVariable) {
    boolean moves = e instanceof Expr.Call c && Nesting.standsAlone(c) && !toVariable;
    boolean math = e instanceof Expr.Call c && isFunction(c);
    return moves || math ? Optional.empty() : Parts.of(e, strict);
  }

  /** True for the functions of the calculus, which nest anywhere. */
  private static boolean isFunction(Expr.Call c) {
    return c.callee().kind() == Callee.Kind.MATH && !Effects.isUnknown(c);
  }

  private Expr rebuilt(Parts parts) {
    return parts.rebuild().apply(inOrder(parts.operands(), parts.strict()));
  }

  /** What is left of an expression that cannot stay as it is. */
  private final class Residue implements Expr.Visitor<Expr> {
    private final String part;
    private final boolean strict;

    Residue(String part, boolean strict) {
      this.part = part;
      this.strict = strict;
    }

    /** The expression in a variable of its own. */
    private Expr separate(Expr e) {
      return lowering.choices().inVariable(e, part, strict);
    }

    private Expr inside(Expr e, String its) {
      return value(e, its, strict);
    }

    @Override
    public Expr visit(Expr.Literal e) {
      return e;
    }

    @Override
    public Expr visit(Expr.Read e) {
      return e;
    }

    @Override
    public Expr visit(Expr.Unary e) {
      return new Expr.Unary(e.op(), inside(e.operand(), "operand"), e.type());
    }

    @Override
    public Expr visit(Expr.Binary e) {
      if (e.op().isShortCircuit()) {
        return Nesting.canStay(e.right(), strict)
            ? new Expr.Binary(e.op(), inside(e.left(), "left"), e.right(), e.type())
            : separate(e);
      }
      List<Operand> sides =
          List.of(
              new Operand(e.left(), Use.VALUE, "left"), new Operand(e.right(), Use.VALUE, "right"));
      List<Expr> out = inOrder(sides, strict);
      return new Expr.Binary(e.op(), out.get(0), out.get(1), e.type());
    }

    @Override
    public Expr visit(Expr.Cast e) {
      Expr operand = inside(e.operand(), "operand");
      return Conversions.isRedundant(e) ? operand : new Expr.Cast(e.type(), operand, e.origin());
    }

    @Override
    public Expr visit(Expr.Conditional e) {
      boolean branchesStay = Nesting.canStay(List.of(e.ifTrue(), e.ifFalse()), strict);
      if (e.type().isDifferentiable() || !branchesStay) {
        return separate(e);
      }
      Expr test = inside(e.test(), "condition");
      return new Expr.Conditional(test, e.ifTrue(), e.ifFalse(), e.type());
    }

    @Override
    public Expr visit(Expr.Element e) {
      return e.type() instanceof Type.Record ? separate(e) : rebuilt(Parts.of(e, strict));
    }

    @Override
    public Expr visit(Expr.Length e) {
      return new Expr.Length(inside(e.array(), "array"));
    }

    @Override
    public Expr visit(Expr.Field e) {
      if (strict && Effects.isChanging(e)) {
        return separate(e);
      }
      Expr receiver = inside(e.receiver(), "receiver");
      return new Expr.Field(
          receiver, e.owner(), e.name(), e.type(), e.isFinal(), e.isWhole(), e.origin());
    }

    @Override
    public Expr visit(Expr.Component e) {
      Expr base = operand(new Operand(e.record(), Use.BASE, "operand"), strict);
      return new Expr.Component(base, e.name());
    }

    @Override
    public Expr visit(Expr.Call e) {
      boolean moves = Nesting.standsAlone(e) || strict && Effects.isUnknown(e);
      return moves ? separate(e) : rebuilt(inPlace(e));
    }

    private Parts inPlace(Expr.Call e) {
      Parts parts = Parts.of(e);
      return isFunction(e) ? new Parts(parts.operands(), strict, parts.rebuild()) : parts;
    }

    @Override
    public Expr visit(Expr.NewRecord e) {
      return separate(e);
    }

    @Override
    public Expr visit(Expr.NewArray e) {
      return separate(e);
    }

    @Override
    public Expr visit(Expr.ArrayLiteral e) {
      return separate(e);
    }

    @Override
    public Expr visit(Expr.Opaque e) {
      return strict && !e.type().isReference() ? separate(e) : e;
    }

    @Override
    public Expr visit(Expr.Assigning e) {
      return lowering.assignments().nested(e);
    }

    @Override
    public Expr visit(Expr.Stepping e) {
      return lowering.assignments().nested(e, part);
    }

    @Override
    public Expr visit(Expr.Choosing e) {
      return separate(e);
    }
  }
}
