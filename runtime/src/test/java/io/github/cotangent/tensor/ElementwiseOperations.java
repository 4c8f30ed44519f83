package io.github.cotangent.tensor;

import static io.github.cotangent.tensor.Operation.s;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The part of the table with the operations that go element by element, or row by row. */
final class ElementwiseOperations {

  private ElementwiseOperations() {}

  static List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    all.addAll(arithmetic());
    all.addAll(numbers());
    all.addAll(functions());
    return all;
  }

  private static Operation arithmetic(String name, Operation.Primal primal) {
    return Operation.of(name, ArithmeticRules.class, primal).withBroadcasts();
  }

  private static List<Operation> arithmetic() {
    return List.of(
        arithmetic("plus", x -> x[0].plus(x[1]))
            .pullback((x, y, dy, d) -> ArithmeticRules.plusPullback(dy, d[0], d[1]))
            .tangent((x, y, t) -> ArithmeticRules.plusTangent(t[0], t[1])),
        arithmetic("minus", x -> x[0].minus(x[1]))
            .pullback((x, y, dy, d) -> ArithmeticRules.minusPullback(dy, d[0], d[1]))
            .tangent((x, y, t) -> ArithmeticRules.minusTangent(t[0], t[1])),
        arithmetic("times", x -> x[0].times(x[1]))
            .pullback((x, y, dy, d) -> ArithmeticRules.timesPullback(x[0], x[1], dy, d[0], d[1]))
            .tangent((x, y, t) -> ArithmeticRules.timesTangent(x[0], x[1], t[0], t[1])),
        arithmetic("dividedBy", x -> x[0].dividedBy(x[1]))
            .positive()
            .pullback(
                (x, y, dy, d) -> ArithmeticRules.dividedByPullback(x[0], x[1], dy, d[0], d[1]))
            .tangent((x, y, t) -> ArithmeticRules.dividedByTangent(x[0], x[1], t[0], t[1])),
        arithmetic("pow", x -> x[0].pow(x[1]))
            .positive()
            .pullback((x, y, dy, d) -> ArithmeticRules.powPullback(x[0], x[1], dy, d[0], d[1]))
            .tangent((x, y, t) -> ArithmeticRules.powTangent(x[0], x[1], t[0], t[1])),
        arithmetic("maximum", x -> x[0].maximum(x[1]))
            .pullback((x, y, dy, d) -> ArithmeticRules.maximumPullback(x[0], x[1], dy, d[0], d[1]))
            .tangent((x, y, t) -> ArithmeticRules.maximumTangent(x[0], x[1], t[0], t[1])),
        arithmetic("minimum", x -> x[0].minimum(x[1]))
            .pullback((x, y, dy, d) -> ArithmeticRules.minimumPullback(x[0], x[1], dy, d[0], d[1]))
            .tangent((x, y, t) -> ArithmeticRules.minimumTangent(x[0], x[1], t[0], t[1])),
        arithmetic("squaredDifference", x -> x[0].squaredDifference(x[1]))
            .pullback(
                (x, y, dy, d) ->
                    ArithmeticRules.squaredDifferencePullback(x[0], x[1], dy, d[0], d[1]))
            .tangent((x, y, t) -> ArithmeticRules.squaredDifferenceTangent(x[0], x[1], t[0], t[1])),
        Operation.of("negate", ArithmeticRules.class, x -> x[0].negate())
            .withShapes()
            .pullback((x, y, dy, d) -> ArithmeticRules.negatePullback(dy, d[0]))
            .tangent((x, y, t) -> ArithmeticRules.negateTangent(t[0])));
  }

  /** Adds the adjoint of a number. */
  private static void add(TensorAdjoint d, double g) {
    d.addEverywhere(g);
  }

  private static Operation number(String name, Operation.Primal primal) {
    return Operation.of(name, ArithmeticRules.class, primal)
        .with(s(2, 3), s())
        .with(s(), s())
        .with(s(0, 2), s())
        .with(s(7), s());
  }

  private static List<Operation> numbers() {
    return List.of(
        number("plus", x -> x[0].plus(x[1].item()))
            .pullback((x, y, dy, d) -> add(d[1], ArithmeticRules.plusPullback(dy, d[0])))
            .tangent((x, y, t) -> ArithmeticRules.plusTangent(t[0], t[1].item())),
        number("minus", x -> x[0].minus(x[1].item()))
            .pullback((x, y, dy, d) -> add(d[1], ArithmeticRules.minusPullback(dy, d[0])))
            .tangent((x, y, t) -> ArithmeticRules.minusTangent(t[0], t[1].item())),
        number("times", x -> x[0].times(x[1].item()))
            .pullback(
                (x, y, dy, d) ->
                    add(d[1], ArithmeticRules.timesPullback(x[0], x[1].item(), dy, d[0])))
            .tangent(
                (x, y, t) -> ArithmeticRules.timesTangent(x[0], x[1].item(), t[0], t[1].item())),
        number("dividedBy", x -> x[0].dividedBy(x[1].item()))
            .positive()
            .pullback(
                (x, y, dy, d) ->
                    add(d[1], ArithmeticRules.dividedByPullback(x[0], x[1].item(), dy, d[0])))
            .tangent(
                (x, y, t) ->
                    ArithmeticRules.dividedByTangent(x[0], x[1].item(), t[0], t[1].item())));
  }

  private static Operation function(String name, UnaryOperator<Tensor> primal) {
    return Operation.of(name, FunctionRules.class, x -> primal.apply(x[0])).withShapes();
  }

  private static List<Operation> functions() {
    List<Operation> all = new ArrayList<>();
    all.add(
        function("exp", Tensor::exp)
            .pullback((x, y, dy, d) -> FunctionRules.expPullback(y, dy, d[0]))
            .tangent((x, y, t) -> FunctionRules.expTangent(y, t[0])));
    all.add(
        function("log", Tensor::log)
            .positive()
            .pullback((x, y, dy, d) -> FunctionRules.logPullback(x[0], dy, d[0]))
            .tangent((x, y, t) -> FunctionRules.logTangent(x[0], t[0])));
    all.add(
        function("tanh", Tensor::tanh)
            .pullback((x, y, dy, d) -> FunctionRules.tanhPullback(y, dy, d[0]))
            .tangent((x, y, t) -> FunctionRules.tanhTangent(y, t[0])));
    all.add(
        function("sigmoid", Tensor::sigmoid)
            .pullback((x, y, dy, d) -> FunctionRules.sigmoidPullback(y, dy, d[0]))
            .tangent((x, y, t) -> FunctionRules.sigmoidTangent(y, t[0])));
    all.add(
        function("relu", Tensor::relu)
            .pullback((x, y, dy, d) -> FunctionRules.reluPullback(y, dy, d[0]))
            .tangent((x, y, t) -> FunctionRules.reluTangent(y, t[0])));
    all.add(
        function("sqrt", Tensor::sqrt)
            .positive()
            .pullback((x, y, dy, d) -> FunctionRules.sqrtPullback(y, dy, d[0]))
            .tangent((x, y, t) -> FunctionRules.sqrtTangent(y, t[0])));
    all.add(
        function("abs", Tensor::abs)
            .pullback((x, y, dy, d) -> FunctionRules.absPullback(x[0], dy, d[0]))
            .tangent((x, y, t) -> FunctionRules.absTangent(x[0], t[0])));
    all.add(
        function("square", Tensor::square)
            .pullback((x, y, dy, d) -> FunctionRules.squarePullback(x[0], dy, d[0]))
            .tangent((x, y, t) -> FunctionRules.squareTangent(x[0], t[0])));
    for (double p : new double[] {3, 0, 1, -1}) {
      all.add(
          function("pow", x -> x.pow(p))
              .pullback((x, y, dy, d) -> FunctionRules.powPullback(x[0], p, dy, d[0]))
              .tangent((x, y, t) -> FunctionRules.powTangent(x[0], p, t[0])));
    }
    all.add(
        function("clip", x -> x.clip(-0.501, 0.751))
            .pullback((x, y, dy, d) -> FunctionRules.clipPullback(x[0], -0.501, 0.751, dy, d[0]))
            .tangent((x, y, t) -> FunctionRules.clipTangent(x[0], -0.501, 0.751, t[0])));
    all.add(
        Operation.of("softmax", FunctionRules.class, x -> x[0].softmax())
            .with(s(2, 3))
            .with(s(4))
            .with(s(2, 2, 3))
            .with(s(3, 1))
            .with(s(0, 3))
            .with(s(3, 0))
            .pullback((x, y, dy, d) -> FunctionRules.softmaxPullback(y, dy, d[0]))
            .tangent((x, y, t) -> FunctionRules.softmaxTangent(y, t[0])));
    all.add(
        function("to", x -> x.to(x.dtype()))
            .pullback((x, y, dy, d) -> FunctionRules.toPullback(dy, d[0]))
            .tangent((x, y, t) -> FunctionRules.toTangent(x[0].dtype(), t[0])));
    return all;
  }
}
