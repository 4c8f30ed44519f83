package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Zero adjoints of records that are elements of arrays. */
final class RecordZeros {

  private RecordZeros() {}

  /** A record of zeros, with null for what has no derivative. */
  static Expr zero(Type.Record record) {
    return Leaf.assemble(record, leaf -> Make.zero(leaf.type()), null);
  }

  /**
   * A function, as Java text, from an element of an array of records to its zero adjoint; for an
   * array of arrays, from a row to its shadow.
   */
  static Expr maker(Type.Array array, Type.Record record, Var shadows, AdjointVars adjoints) {
    List<Code.Part> parts = new ArrayList<>();
    if (array.element() instanceof Type.Array rows) {
      String row = adjoints.lambdaParameter("row" + "s".repeat(rows.rank() - 1));
      parts.add(new Code.Text(row + " -> "));
      parts.add(new Code.Reads(shadows));
      parts.add(new Code.Text(".ofRecords(" + row + ", "));
      parts.addAll(((Expr.Opaque) maker(rows, record, shadows, adjoints)).code().parts());
      parts.add(new Code.Text(")"));
    } else {
      String element = adjoints.lambdaParameter("element");
      parts.add(new Code.Text(element + " -> "));
      parts.addAll(make(record, element, shadows));
    }
    Type.ClassType type =
        new Type.ClassType(
            "java.util.function", List.of("UnaryOperator"), List.of(array.element()), true);
    return new Expr.Opaque(new Code(parts), type, "Internal", Origin.NONE);
  }

  private static List<Code.Part> make(Type.Record record, String element, Var shadows) {
    List<Code.Part> parts = new ArrayList<>();
    parts.add(new Code.Text("new "));
    parts.add(new Code.Names(record.name()));
    String separator = "(";
    for (Type.Component c : record.components()) {
      parts.add(new Code.Text(separator));
      separator = ", ";
      String part = element + "." + c.name() + "()";
      if (c.type().isScalar()) {
        parts.add(new Code.Text(c.type().equals(Type.FLOAT) ? "0.0f" : "0.0"));
      } else if (c.type() instanceof Type.Record r && c.type().isDifferentiable()) {
        parts.addAll(make(r, part, shadows));
      } else if (c.type().isDifferentiable()) {
        parts.add(new Code.Reads(shadows));
        parts.add(new Code.Text(".of(" + part + ")"));
      } else {
        parts.add(new Code.Text(part));
      }
    }
    parts.add(new Code.Text(")"));
    return parts;
  }
}
