package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * What generated code asks of the runtime's {@code Shadows}, for arrays, for arrays of records, and
 * for values of types that declare themselves differentiable.
 */
final class ShadowCalls {

  private ShadowCalls() {}

  /** The adjoint of a value or an array, found by its identity. */
  static Expr find(Expr array, Var map, AdjointVars adjoints) {
    if (array.type().isValue()) {
      return Make.invoke(Make.read(map), "of", array.type().adjoint(), array);
    }
    Type.Array type = (Type.Array) array.type();
    return type.leaf() instanceof Type.Record
        ? Make.invoke(
            Make.read(map), "ofRecords", type, array, RecordZeros.maker(type, map, adjoints))
        : Make.invoke(Make.read(map), "of", type, array);
  }

  /** Puts the rows of the shadows of a parameter where the rows of its arrays are. */
  static List<Stmt> settling(Var p, Var map, AdjointVars adjoints) {
    List<Stmt> out = new ArrayList<>();
    for (Leaf leaf : ShadowPlan.storage(p.type())) {
      Expr array = leaf.in(Make.read(p));
      Type.Array type = (Type.Array) leaf.type();
      if (RecordZeros.haveRows(type.leaf())) {
        out.add(Make.evaluate(settled(array, map, adjoints)));
      } else if (type.rank() > 1) {
        out.add(Make.evaluate(find(array, map, adjoints)));
      }
    }
    return out;
  }

  /**
   * The shadow of an array of records, after its rows have been put where those of the arrays are.
   */
  static Expr settled(Expr array, Var map, AdjointVars adjoints) {
    Type.Array type = (Type.Array) array.type();
    Expr settler = RecordZeros.settler(type, map, adjoints);
    return Make.invoke(Make.read(map), "settled", type, array, settler);
  }

  /** The tangent of what is constant: zeros, of its shape. */
  static Expr zeroTangent(Expr e, Var map, AdjointVars adjoints) {
    if (e.type().isValue()) {
      return Make.call(Make.SHADOWS, "zero", e.type(), e);
    }
    if (!(e.type() instanceof Type.Array array) || !array.holdsValue()) {
      return find(e, map, adjoints);
    }
    return array.leaf().isValue()
        ? Make.invoke(Make.read(map), "zerosOf", array, e)
        : Make.invoke(
            Make.read(map), "ofRecords", array, e, RecordZeros.tangentMaker(array, map, adjoints));
  }

  /** The adjoint of a parameter, as a value of its type; the rest comes from the argument. */
  static Expr adjoint(Var p, AdjointVars adjoints, Var shadows) {
    return Leaf.assemble(p.type(), leaf -> adjoint(p, leaf, adjoints, shadows), Make.read(p));
  }

  private static Expr adjoint(Var p, Leaf leaf, AdjointVars adjoints, Var shadows) {
    if (!leaf.type().holdsValue()) {
      return Make.read(adjoints.of(p, leaf));
    }
    Expr values = leaf.in(Make.read(p));
    if (leaf.isValue()) {
      return Make.invoke(Make.read(adjoints.of(p, leaf)), "freeze", leaf.type());
    }
    if (leaf.type().leaf().isValue()) {
      return Make.invoke(Make.read(shadows), "frozen", leaf.type(), values);
    }
    Expr ofNumbers = leaf.isStorage() ? Make.read(adjoints.of(p, leaf)) : null;
    return RecordValues.frozen(values, ofNumbers, shadows, adjoints);
  }

  /** The accumulator of a value whose adjoint is its variable's, not found by identity. */
  static Expr accumulator(Expr value) {
    return Make.invoke(value, "accumulator", value.type().adjoint());
  }

  /**
   * Makes an array that the caller gives the shadow of another.
   *
   * @param map null where nothing looks it up: then it only has to fit
   */
  static Expr bind(Expr array, Expr shadow, Var map, AdjointVars adjoints) {
    Type type = array.type();
    if (map == null) {
      return Make.call(Make.SHADOWS, "requireFit", Type.VOID, array, shadow);
    }
    if (type instanceof Type.Array a && a.leaf().holdsDifferentiableArray()) {
      Expr binder = RecordBindings.binder(a, map, adjoints);
      return Make.invoke(Make.read(map), "boundRecords", type, array, shadow, binder);
    }
    return Make.invoke(Make.read(map), "bind", Type.VOID, array, shadow);
  }
}
