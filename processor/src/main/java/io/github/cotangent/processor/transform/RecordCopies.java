package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Copies of what leads to arrays: records with arrays in them, and arrays of such records. */
final class RecordCopies extends ElementFunction {

  private final Var copies;

  private RecordCopies(Var copies, UnaryOperator<String> names, boolean mayBeNull) {
    super("UnaryOperator", List.of("element"), names, mayBeNull);
    this.copies = copies;
  }

  /**
   * A copy of everything that is an array in a value.
   *
   * @param mayBeNull true where a record may be null, or hold a record that is
   */
  static Expr copy(Expr value, Expr copies, AdjointVars adjoints, boolean mayBeNull) {
    Type type = value.type();
    if (type instanceof Type.Array a) {
      return a.leaf() instanceof Type.Record r && !r.arrayTypes().isEmpty()
          ? Make.invoke(
              copies,
              "ofRecords",
              type,
              value,
              copier(a, ((Expr.Read) copies).var(), adjoints, mayBeNull))
          : Make.invoke(copies, "of", type, value);
    }
    if (type instanceof Type.Record r && !r.arrayTypes().isEmpty()) {
      List<Expr> parts = new ArrayList<>();
      for (Type.Component c : r.components()) {
        parts.add(copy(new Expr.Component(value, c.name()), copies, adjoints, mayBeNull));
      }
      Expr made = new Expr.NewRecord(r, parts, Origin.NONE);
      Expr isNull = Make.binary(Expr.Binary.Op.EQ, value, Make.zero(type));
      return mayBeNull ? new Expr.Conditional(isNull, Make.zero(type), made, type) : made;
    }
    return value;
  }

  /**
   * A function, as Java text, from an element of an array of records to its copy; for an array of
   * arrays, from a row to its copy.
   *
   * @param mayBeNull true where a record in a record may be null
   */
  static Expr copier(Type.Array array, Var copies, AdjointVars adjoints, boolean mayBeNull) {
    return new RecordCopies(copies, adjoints::lambdaParameter, mayBeNull).of(array);
  }

  /** The text of a copy of a record, where no local variable is in scope. */
  static List<Code.Part> copied(Type.Record record, String value, Var copies) {
    return new RecordCopies(copies, name -> name, true).record(record, List.of(value));
  }

  @Override
  boolean isMade(Type type) {
    return !type.arrayTypes().isEmpty();
  }

  @Override
  List<Code.Part> arrayCall(boolean ofRecords) {
    return List.of(new Code.Reads(copies), new Code.Text(ofRecords ? ".ofRecords" : ".of"));
  }
}
