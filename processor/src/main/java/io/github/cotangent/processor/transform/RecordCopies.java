package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.function.UnaryOperator;

/** Copies of records that are elements of arrays, and hold arrays in their turn. */
final class RecordCopies extends ElementFunction {

  private final Var copies;

  private RecordCopies(Var copies, UnaryOperator<String> names, boolean mayBeNull) {
    super("UnaryOperator", List.of("element"), names, mayBeNull);
    this.copies = copies;
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
    return !Arguments.arrayTypes(type).isEmpty();
  }

  @Override
  List<Code.Part> arrayCall(boolean ofRecords) {
    return List.of(new Code.Reads(copies), new Code.Text(ofRecords ? ".ofRecords" : ".of"));
  }
}
