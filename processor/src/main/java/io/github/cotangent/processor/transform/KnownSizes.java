package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How long the arrays in the code of a method are, as far as its text tells: {@code n} for {@code
 * new double[n]}, {@code x.length} for the adjoint of {@code x}. Numbers that are the length of an
 * array, {@code int n = x.length}, are that.
 */
final class KnownSizes {

  /** Numbers that never change, each with the length that it is. */
  private final Map<Var, Expr> values = new HashMap<>();

  /** Arrays made here that have one name for good, each with its sizes: those that stay known. */
  private final Map<Var, List<Expr>> sizes = new HashMap<>();

  private final Set<Var> changed = new HashSet<>();
  private final UnaryOperator<Var> primals;

  /**
   * The sizes in the code of a method.
   *
   * @param primals gives the array whose length an array has: for an adjoint, the variable's
   */
  KnownSizes(List<Stmt> code, UnaryOperator<Var> primals) {
    this.primals = primals;
    Uses uses = new Uses();
    uses.walk(code);
    changed.addAll(uses.changed);
    uses.locals.stream()
        .filter(s -> isFixed(Make.read(s.var())))
        .forEach(s -> s.init().ifPresent(e -> learn(s.var(), e, uses)));
  }

  private void learn(Var v, Expr init, Uses uses) {
    if (isLength(init) && isFixed(init)) {
      values.put(v, init);
    }
    if (init instanceof Expr.NewArray a) {
      List<Expr> known = a.sizes().stream().takeWhile(e -> isNumber(e) && isFixed(e)).toList();
      sizes.put(v, uses.keepsRows(v) ? known : known.subList(0, Math.min(1, known.size())));
    }
  }

  /** True if no variable in it has more than one value. */
  private boolean isFixed(Expr e) {
    return !Mentions.reads(e, changed);
  }

  private static boolean isNumber(Expr e) {
    return e instanceof Expr.Literal || e instanceof Expr.Read || isLength(e);
  }

  /** True for {@code x.length}. */
  static boolean isLength(Expr e) {
    return e instanceof Expr.Length x && x.array() instanceof Expr.Read;
  }

  /**
   * The sizes of an array: of as many dimensions as are known, at least the first. They hold as
   * long as none of their variables is assigned.
   */
  List<Expr> of(Expr.Read array) {
    List<Expr> made = sizes.getOrDefault(array.var(), List.of());
    Expr primal = Make.read(primals.apply(array.var()));
    boolean isAsLong = primal.equals(array) || isFixed(array) && isFixed(primal);
    List<Expr> known = made.isEmpty() && isAsLong ? List.of(new Expr.Length(primal)) : made;
    return known.stream().map(this::plain).toList();
  }

  /** The same by lengths instead of the numbers that they are, and by sizes instead of lengths. */
  Expr plain(Expr e) {
    return new Rewriter() {
      @Override
      public Expr visit(Expr.Read x) {
        Expr value = values.get(x.var());
        return value == null ? x : expr(value);
      }

      @Override
      public Expr visit(Expr.Length x) {
        List<Expr> known =
            x.array() instanceof Expr.Read r ? sizes.getOrDefault(r.var(), List.of()) : List.of();
        return known.isEmpty() ? x : expr(known.get(0));
      }
    }.expr(e);
  }

  /** What the code does with its variables; found are arrays with a second name, too. */
  private static final class Uses extends WholeArrays {
    private final List<Stmt.Local> locals = new ArrayList<>();
    private final Set<Var> declared = new HashSet<>();

    /** Those that have more than one value. */
    private final Set<Var> changed = new HashSet<>();

    /** Arrays whose rows are exchanged, or may be by another name. */
    private final Set<Var> moved = new HashSet<>();

    boolean keepsRows(Var v) {
      return !found().contains(v) && !moved.contains(v);
    }

    @Override
    protected void declare(Var v) {
      if (!declared.add(v)) {
        changed.add(v);
      }
    }

    @Override
    protected void write(Var v) {
      changed.add(v);
    }

    @Override
    protected void place(Place p) {
      if (p instanceof Place.Slot s && s.type().isReference()) {
        moved.add(Reads.base(s.array()));
      }
      super.place(p);
    }

    @Override
    public Void visit(Stmt.Local s) {
      locals.add(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Expr.Element e) {
      if (e.type() instanceof Type.Array a && a.element().isReference()) {
        moved.add(Reads.base(e)); // It has rows, which may be exchanged by another name.
      }
      return super.visit(e);
    }
  }
}
