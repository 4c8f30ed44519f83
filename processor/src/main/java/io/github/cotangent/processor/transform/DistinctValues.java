package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Gives values of differentiable types, wherever they are, an identity of their own. */
final class DistinctValues {

  private DistinctValues() {}

  /**
   * A value with copies in it of all whose adjoints are found by identity.
   *
   * @param mayBeNull true where a record may be null, or hold a record that is
   * @param names gives names that nothing else has
   * @param isIdentified true for those parts of it
   */
  static Expr of(
      Expr value, boolean mayBeNull, UnaryOperator<String> names, Predicate<Expr> isIdentified) {
    Type type = value.type();
    if (Leaf.of(type).stream()
        .map(l -> l.in(value))
        .noneMatch(part -> part.type().holdsValue() && isIdentified.test(part))) {
      return value;
    }
    if (!(type instanceof Type.Record r)) {
      return type.leaf() instanceof Type.Record
          ? RecordValues.distinct(value, mayBeNull, names)
          : Make.call(Make.SHADOWS, "distinct", type, value);
    }
    List<Expr> parts = new ArrayList<>();
    for (Type.Component c : r.components()) {
      parts.add(of(new Expr.Component(value, c.name()), mayBeNull, names, isIdentified));
    }
    Expr made = new Expr.NewRecord(r, parts, Origin.NONE);
    Expr isNull = Make.binary(Expr.Binary.Op.EQ, value, Make.zero(type));
    return mayBeNull ? new Expr.Conditional(isNull, Make.zero(type), made, type) : made;
  }

  /** Refuses arguments that share an array of values: such arrays are copied one by one. */
  static List<Stmt> apart(Function function, AdjointVars adjoints) {
    List<Expr> arrays = new ArrayList<>();
    boolean areNested = false;
    for (Var p : function.parameters()) {
      for (Leaf leaf : Leaf.of(p.type())) {
        if (leaf.isArrayOfValues()) {
          Expr array = SharedArrays.of(p, leaf, adjoints);
          arrays.add(leaf.path().isEmpty() ? array : Make.unlessNull(Make.read(p), array));
          areNested |= leaf.type().arrayTypes().size() > 1;
        }
      }
    }
    if (arrays.size() < 2 && !areNested) {
      return List.of();
    }
    Type objects = new Type.Array(SharedArrays.OBJECT);
    if (arrays.size() == 1 && !arrays.get(0).type().equals(objects)) {
      // Rows, of which Java would take each for an argument.
      arrays.set(0, new Expr.Cast(objects, arrays.get(0), Origin.NONE));
    }
    return List.of(
        Make.evaluate(
            Make.call(Make.SHADOWS, "requireApart", Type.VOID, arrays.toArray(Expr[]::new))));
  }
}
