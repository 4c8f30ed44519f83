package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;

/** Makes the arrays in adjoints of records the shadows of those in the records. */
final class RecordBindings extends ElementFunction {

  private final Var shadows;

  private RecordBindings(Var shadows, AdjointVars adjoints) {
    super("BinaryOperator", List.of("element", "adjoint"), adjoints::lambdaParameter, false);
    this.shadows = shadows;
  }

  /**
   * A function, as Java text, from an element of an array of records and its adjoint to the
   * adjoint, whose arrays are known as shadows then.
   */
  static Expr binder(Type.Array array, Var shadows, AdjointVars adjoints) {
    return new RecordBindings(shadows, adjoints).of(array);
  }

  @Override
  String scalar(Type type, List<String> values) {
    return values.get(1);
  }

  @Override
  boolean isMade(Type type) {
    return type.isDifferentiable();
  }

  @Override
  List<Code.Part> arrayCall(boolean ofRecords) {
    return List.of(new Code.Reads(shadows), new Code.Text(ofRecords ? ".boundRecords" : ".bound"));
  }
}
