package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Dereferences;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The shadows of what a function makes itself: new arrays of zeros, new accumulators. */
final class NewShadows {

  private final Regions regions;
  private final Dereferences dereferences;
  private final Assignments assignments;
  private final Summaries summaries;
  private final Predicate<Regions.Region> isLookedUp;
  private final Function<Expr, Expr> find;

  /**
   * Those of one function.
   *
   * @param isLookedUp true for storage whose shadow is found by its identity
   * @param find looks a shadow up by the identity of its array, where no text tells how to make one
   */
  NewShadows(
      Regions regions,
      Dereferences dereferences,
      Assignments assignments,
      Summaries summaries,
      Predicate<Regions.Region> isLookedUp,
      Function<Expr, Expr> find) {
    this.regions = regions;
    this.dereferences = dereferences;
    this.assignments = assignments;
    this.summaries = summaries;
    this.isLookedUp = isLookedUp;
    this.find = find;
  }

  /** A new array of zeros, as long as that of a variable. */
  static Expr zeros(Var v) {
    return v.type().rank() > 1
        ? zerosLike(Make.read(v))
        : new Expr.NewArray((Type.Array) v.type(), List.of(new Expr.Length(Make.read(v))));
  }

  /** A new array of arrays of zeros. */
  private static Expr zerosLike(Expr array) {
    return Make.call(Make.ADJOINTS, "zeros", array.type(), array);
  }

  /** A new accumulator; what a rule's method gives is an object. */
  static Expr accumulator(Expr primal, Expr init) {
    Expr made = ShadowCalls.accumulator(primal);
    return isObject(init) ? made : Make.unlessNull(primal, made);
  }

  /** True for what the method of a rule gives. */
  private static boolean isObject(Expr init) {
    return init instanceof Expr.Call c && c.callee().kind() == Callee.Kind.RULED;
  }

  /** A new array of zeros, like an array that was made by this expression. */
  Expr zeros(Expr primal, Expr init) {
    Type.Array type = (Type.Array) primal.type();
    List<Expr> sizes = sizes(primal, init);
    if (type.rank() > sizes.size()) {
      return isOfNewRows(primal) ? zerosLike(primal) : find.apply(primal);
    }
    Expr zeros = new Expr.NewArray(type, sizes);
    boolean isMeasured = sizes.get(0) instanceof Expr.Length;
    if (isMeasured && dereferences.mayBeNull(primal)) {
      return type.leaf() instanceof Type.Record
          ? find.apply(primal)
          : Make.unlessNull(primal, zeros);
    }
    if (type.leaf() instanceof Type.Record record) {
      if (type.rank() > 1 || isObject(init) && record.holdsDifferentiableArray()) {
        return find.apply(primal); // The arrays in it have shadows already.
      }
      return Make.call(Make.ADJOINTS, "filled", type, zeros, RecordZeros.zero(record));
    }
    return zeros;
  }

  /** True for an array whose rows are all different, and known to nobody else here. */
  private boolean isOfNewRows(Expr primal) {
    Stmt.Local declaration = assignments.declaration(Reads.base(primal));
    return primal.type().leaf().isScalar()
        && declaration != null
        && declaration.init().filter(this::returnsDistinctRows).isPresent()
        && regions.reachable(primal.type(), regions.of(primal)).stream().noneMatch(isLookedUp);
  }

  private boolean returnsDistinctRows(Expr e) {
    return e instanceof Expr.Call c && summaries.returnsDistinctRows(c.callee());
  }

  /** The sizes of a new array, by stable expressions. */
  private List<Expr> sizes(Expr primal, Expr init) {
    if (init instanceof Expr.NewArray n
        && n.sizes().stream().allMatch(e -> assignments.isStable(e, regions))) {
      return n.sizes();
    }
    if (init instanceof Expr.ArrayLiteral l) {
      return List.of(Make.literal(l.elements().size()));
    }
    if (init instanceof Expr.Call c && c.callee().kind() == Callee.Kind.ARRAY) {
      ArrayCall call = ArrayCall.of(c);
      if (call.kind() == ArrayCall.Kind.COPY_OF
          && assignments.isStable(call.bounds().get(0), regions)) {
        return call.bounds();
      }
    }
    return List.of(new Expr.Length(primal));
  }
}
