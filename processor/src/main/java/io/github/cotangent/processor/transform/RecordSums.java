package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** Sums of adjoint records that are elements of arrays. */
final class RecordSums {

  private static final String ADD = ".add(";
  private static final String ADD_RECORDS = ".addRecords(";

  private final AdjointVars adjoints;

  private RecordSums(AdjointVars adjoints) {
    this.adjoints = adjoints;
  }

  /**
   * A function, as Java text, that adds the second of two elements of an array of records to the
   * first; for an array of arrays, the second of two rows.
   */
  static Expr adder(Type.Array array, Type.Record record, AdjointVars adjoints) {
    Type.ClassType type =
        new Type.ClassType(
            "java.util.function", List.of("BinaryOperator"), List.of(array.element()), true);
    List<Code.Part> parts = new RecordSums(adjoints).lambda(array, record, 1);
    return new Expr.Opaque(new Code(parts), type, "Internal", Origin.NONE);
  }

  private List<Code.Part> lambda(Type.Array array, Type.Record record, int depth) {
    String suffix = depth == 1 ? "" : Integer.toString(depth);
    String sum = adjoints.lambdaParameter("sum" + suffix);
    String term = adjoints.lambdaParameter("term" + suffix);
    List<Code.Part> parts = new ArrayList<>();
    parts.add(new Code.Text("(" + sum + ", " + term + ") -> "));
    if (array.element() instanceof Type.Array rows) {
      parts.addAll(array(rows, sum, term, depth + 1));
    } else {
      parts.addAll(record(record, sum, term, depth + 1));
    }
    return parts;
  }

  /** The sum of two arrays, which is the first one. */
  private List<Code.Part> array(Type.Array type, String sum, String term, int depth) {
    List<Code.Part> parts = new ArrayList<>();
    parts.add(new Code.Names(Make.ADJOINTS));
    boolean ofRecords = type.leaf() instanceof Type.Record;
    parts.add(new Code.Text((ofRecords ? ADD_RECORDS : ADD) + sum + ", " + term));
    if (type.leaf() instanceof Type.Record record) {
      parts.add(new Code.Text(", "));
      parts.addAll(lambda(type, record, depth));
    }
    parts.add(new Code.Text(")"));
    return parts;
  }

  private List<Code.Part> record(Type.Record record, String sum, String term, int depth) {
    List<Code.Part> parts = new ArrayList<>();
    parts.add(new Code.Text("new "));
    parts.add(new Code.Names(record.name()));
    String separator = "(";
    for (Type.Component c : record.components()) {
      parts.add(new Code.Text(separator));
      separator = ", ";
      String mine = sum + "." + c.name() + "()";
      String other = term + "." + c.name() + "()";
      if (c.type().isScalar()) {
        parts.add(new Code.Text(mine + " + " + other));
      } else if (c.type() instanceof Type.Record r && c.type().isDifferentiable()) {
        parts.addAll(record(r, mine, other, depth));
      } else if (c.type() instanceof Type.Array a && c.type().isDifferentiable()) {
        parts.addAll(array(a, mine, other, depth));
      } else {
        parts.add(new Code.Text(mine));
      }
    }
    parts.add(new Code.Text(")"));
    return parts;
  }
}
