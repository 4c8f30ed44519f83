package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The operands of a node that may be the whole value of an assignment: a call, {@code new}, a
 * record read from an array.
 *
 * @param operands in order of evaluation
 * @param strict true where the operands must be free of unknown calls
 * @param rebuild the same node with other operands
 */
record Parts(List<Operand> operands, boolean strict, Function<List<Expr>, Expr> rebuild) {

  /** How an operand may look in the core form. */
  enum Use {
    /** Any expression without side effects. */
    VALUE,
    /** A variable, where arrays and records are concerned. */
    REFERENCE,
    /** A variable, or elements and components reached from one. */
    BASE
  }

  /**
   * An operand.
   *
   * @param part what it is to its operation: names the temporary that may hold it
   */
  record Operand(Expr expr, Use use, String part) {

    /** True where it is core as it stands. */
    boolean canStay(boolean strict) {
      return Nesting.canStay(expr, strict) && fits(expr);
    }

    /** True where {@code e}, which has no side effects, may take its place. */
    boolean fits(Expr e) {
      return switch (use) {
        case VALUE -> true;
        case REFERENCE -> Nesting.isReference(e);
        case BASE -> Nesting.isChain(e);
      };
    }
  }

  /** The parts of a node that can be a whole value; empty for what follows the rules inside. */
  static Optional<Parts> of(Expr e, boolean strict) {
    if (e instanceof Expr.Call c) {
      return Optional.of(of(c));
    }
    if (e instanceof Expr.NewRecord r) {
      return Optional.of(of(r));
    }
    boolean active = e.type().isDifferentiable();
    if (e instanceof Expr.NewArray a) {
      List<Operand> sizes = references(a.sizes(), "length");
      return Optional.of(new Parts(sizes, active, es -> new Expr.NewArray(a.type(), es)));
    }
    if (e instanceof Expr.ArrayLiteral a) {
      List<Operand> elements = references(a.elements(), a.type().rank() > 1 ? "row" : "element");
      return Optional.of(new Parts(elements, active, es -> new Expr.ArrayLiteral(a.type(), es)));
    }
    if (e instanceof Expr.Element element && e.type() instanceof Type.Record) {
      return Optional.of(of(element, strict));
    }
    return Optional.empty();
  }

  /** True where all operands are core as they stand. */
  boolean canStay() {
    return operands.stream().allMatch(o -> o.canStay(strict));
  }

  static Parts of(Expr.Element e, boolean strict) {
    List<Operand> operands =
        List.of(
            new Operand(e.array(), Use.BASE, e.array().type().rank() > 1 ? "rows" : "array"),
            new Operand(e.index(), Use.VALUE, "index"));
    return new Parts(operands, strict, es -> new Expr.Element(es.get(0), es.get(1)));
  }

  static Parts of(Expr.Call c) {
    boolean strict = Nesting.standsAlone(c);
    Use use = strict ? Use.REFERENCE : Use.VALUE;
    List<Operand> operands = new ArrayList<>();
    if (c.receiver() != null) {
      operands.add(new Operand(c.receiver(), use, "receiver"));
    }
    c.arguments().forEach(a -> operands.add(new Operand(a, use, "argument")));
    int first = c.receiver() == null ? 0 : 1;
    return new Parts(
        operands,
        strict,
        es ->
            new Expr.Call(
                c.callee(),
                first == 0 ? null : es.get(0),
                es.subList(first, es.size()),
                c.origin()));
  }

  private static Parts of(Expr.NewRecord r) {
    List<Operand> operands = new ArrayList<>();
    for (int k = 0; k < r.arguments().size(); k++) {
      String part = r.type().components().get(k).name();
      operands.add(new Operand(r.arguments().get(k), Use.REFERENCE, part));
    }
    boolean strict = r.type().isDifferentiable();
    return new Parts(operands, strict, es -> new Expr.NewRecord(r.type(), es, r.origin()));
  }

  private static List<Operand> references(List<Expr> es, String part) {
    return es.stream().map(e -> new Operand(e, Use.REFERENCE, part)).toList();
  }
}
