package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import java.util.List;

/** Sums of adjoints of records that are elements of arrays. */
final class RecordSums extends ElementFunction {

  private RecordSums(AdjointVars adjoints) {
    super("BinaryOperator", List.of("sum", "term"), adjoints::lambdaParameter, false);
  }

  /**
   * A function, as Java text, from two elements of an array of records to their sum; for an array
   * of arrays, from two rows. The constants are those of the first.
   */
  static Expr adder(Type.Array array, AdjointVars adjoints) {
    return new RecordSums(adjoints).of(array);
  }

  @Override
  String scalar(Type type, List<String> values) {
    return values.get(0) + " + " + values.get(1);
  }

  /** A shadow array has no values in it: their adjoints are found by identity. */
  @Override
  List<Code.Part> ofValues(Type type, List<String> values, int depth) {
    return List.of(new Code.Text("null"));
  }

  @Override
  boolean isMade(Type type) {
    return type.isDifferentiable();
  }

  @Override
  List<Code.Part> arrayCall(boolean ofRecords) {
    return List.of(new Code.Names(Make.ADJOINTS), new Code.Text(".add"));
  }
}
