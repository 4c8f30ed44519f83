package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;

/** Zero adjoints, and zero tangents, of records that are elements of arrays. */
final class RecordZeros extends ElementFunction {

  private final Var shadows;
  private final String ofRecords;
  private final boolean areTangents;

  private RecordZeros(Var shadows, AdjointVars adjoints, String ofRecords, boolean areTangents) {
    super("UnaryOperator", List.of("element"), adjoints::lambdaParameter, false);
    this.shadows = shadows;
    this.ofRecords = ofRecords;
    this.areTangents = areTangents;
  }

  /** A record of zeros, with null for what has no derivative. */
  static Expr zero(Type.Record record) {
    return Leaf.assemble(record, leaf -> Make.zero(leaf.type()), null);
  }

  /**
   * A function, as Java text, from an element of an array of records to its zero adjoint; for an
   * array of arrays, from a row to its shadow.
   */
  static Expr maker(Type.Array array, Var shadows, AdjointVars adjoints) {
    return new RecordZeros(shadows, adjoints, "ofRecords", false).of(array);
  }

  /** The same for the zero tangent, which has the values too whose adjoints go by identity. */
  static Expr tangentMaker(Type.Array array, Var zeros, AdjointVars adjoints) {
    return new RecordZeros(zeros, adjoints, "ofRecords", true).of(array);
  }

  /** The same as the first for shadows that are there: only their rows are put in their places. */
  static Expr settler(Type.Array array, Var shadows, AdjointVars adjoints) {
    return new RecordZeros(shadows, adjoints, "settled", false).of(array);
  }

  /** True for a record that leads to arrays of arrays of numbers. */
  static boolean haveRows(Type type) {
    return type instanceof Type.Record r
        && r.components().stream()
            .map(Type.Component::type)
            .anyMatch(t -> t.rank() > 1 && t.holdsNumbers() || haveRows(t.leaf()));
  }

  @Override
  String scalar(Type type, List<String> values) {
    return type.equals(Type.FLOAT) ? "0.0f" : "0.0";
  }

  @Override
  boolean isMade(Type type) {
    return type.isDifferentiable();
  }

  @Override
  List<Code.Part> ofValues(Type type, List<String> values, int depth) {
    if (!areTangents) {
      return List.of(new Code.Text("null"));
    }
    if (type.leaf() instanceof Type.Record) {
      return array(type, values, depth);
    }
    Code.Part zeros = type.isValue() ? new Code.Names(Make.SHADOWS) : new Code.Reads(shadows);
    String method = type.isValue() ? ".zero" : ".zerosOf";
    return List.of(zeros, new Code.Text(method + "(" + values.get(0) + ")"));
  }

  @Override
  List<Code.Part> arrayCall(boolean ofRecords) {
    return List.of(
        new Code.Reads(shadows), new Code.Text(ofRecords ? "." + this.ofRecords : ".of"));
  }
}
