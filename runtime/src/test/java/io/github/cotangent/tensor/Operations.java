package io.github.cotangent.tensor;

import static io.github.cotangent.tensor.Operation.s;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The table of all operations that have derivatives. */
final class Operations {

  private Operations() {}

  static Stream<Operation> all() {
    return Stream.of(ElementwiseOperations.all(), reductions(), structure(), products(), others())
        .flatMap(List::stream);
  }

  private static List<Operation> reductions() {
    List<Operation> all = new ArrayList<>();
    all.add(
        Operation.ofScalar("sum", ReductionRules.class, x -> x[0].sum())
            .withShapes()
            .pullback((x, y, dy, d) -> ReductionRules.sumPullback(dy.freeze().item(), d[0]))
            .tangent((x, y, t) -> number(x, ReductionRules.sumTangent(t[0]))));
    all.add(
        Operation.ofScalar("mean", ReductionRules.class, x -> x[0].mean())
            .with(s(2, 3))
            .with(s())
            .with(s(1, 1))
            .pullback((x, y, dy, d) -> ReductionRules.meanPullback(dy.freeze().item(), d[0]))
            .tangent((x, y, t) -> number(x, ReductionRules.meanTangent(t[0]))));
    for (Axes axes : List.of(Axes.all(), Axes.all().keepDims())) {
      all.addAll(reductions(axes).stream().map(o -> o.with(s()).with(s(5)).with(s(2, 3))).toList());
    }
    for (Axes axes : List.of(Axes.of(0), Axes.of(-2).keepDims())) {
      all.addAll(
          reductions(axes).stream()
              .map(o -> o.with(s(2, 3)).with(s(1, 3)).with(s(2, 0)).with(s(2, 1)))
              .toList());
    }
    for (Axes axes : List.of(Axes.of(1), Axes.of(0, 2), Axes.of(-1, 0).keepDims(), Axes.of())) {
      all.addAll(reductions(axes).stream().map(o -> o.with(s(2, 3, 2)).with(s(1, 3, 1))).toList());
    }
    return all;
  }

  private static Tensor number(Tensor[] x, double value) {
    return Tensors.scalar(x[0].dtype(), value);
  }

  private static List<Operation> reductions(Axes axes) {
    return List.of(
        Operation.of("sum", ReductionRules.class, x -> x[0].sum(axes))
            .pullback((x, y, dy, d) -> ReductionRules.sumPullback(axes, dy, d[0]))
            .tangent((x, y, t) -> ReductionRules.sumTangent(axes, t[0])),
        Operation.of("mean", ReductionRules.class, x -> x[0].mean(axes))
            .pullback((x, y, dy, d) -> ReductionRules.meanPullback(axes, dy, d[0]))
            .tangent((x, y, t) -> ReductionRules.meanTangent(axes, t[0])),
        Operation.of("max", ReductionRules.class, x -> x[0].max(axes))
            .pullback((x, y, dy, d) -> ReductionRules.maxPullback(x[0], axes, y, dy, d[0]))
            .tangent((x, y, t) -> ReductionRules.maxTangent(x[0], axes, y, t[0])),
        Operation.of("logSumExp", ReductionRules.class, x -> x[0].logSumExp(axes))
            .pullback((x, y, dy, d) -> ReductionRules.logSumExpPullback(x[0], axes, y, dy, d[0]))
            .tangent((x, y, t) -> ReductionRules.logSumExpTangent(x[0], axes, y, t[0])));
  }

  private static Operation structure(String name, UnaryOperator<Tensor> primal) {
    return Operation.of(name, StructureRules.class, x -> primal.apply(x[0]));
  }

  private static List<Operation> structure() {
    return List.of(
        Operation.ofScalar("at", StructureRules.class, x -> x[0].at(1, 0))
            .with(s(2, 3))
            .with(s(2, 1))
            .pullback((x, y, dy, d) -> StructureRules.atPullback(s(1, 0), dy.freeze().item(), d[0]))
            .tangent((x, y, t) -> number(x, StructureRules.atTangent(t[0], s(1, 0)))),
        Operation.ofScalar("item", StructureRules.class, x -> x[0].item())
            .with(s())
            .with(s(1, 1))
            .pullback((x, y, dy, d) -> StructureRules.itemPullback(dy.freeze().item(), d[0]))
            .tangent((x, y, t) -> number(x, StructureRules.itemTangent(t[0]))),
        structure("reshape", x -> x.reshape(-1, 2))
            .with(s(2, 3, 2))
            .with(s(2))
            .with(s(0, 4))
            .pullback((x, y, dy, d) -> StructureRules.reshapePullback(dy, d[0]))
            .tangent((x, y, t) -> StructureRules.reshapeTangent(t[0], s(-1, 2))),
        structure("transpose", Tensor::transpose)
            .with(s(2, 3))
            .with(s(2, 3, 4))
            .with(s(1, 1))
            .with(s(0, 2))
            .pullback((x, y, dy, d) -> StructureRules.transposePullback(dy, d[0]))
            .tangent((x, y, t) -> StructureRules.transposeTangent(t[0])),
        structure("permute", x -> x.permute(2, 0, -2))
            .with(s(2, 3, 4))
            .with(s(1, 3, 1))
            .with(s(2, 0, 1))
            .pullback((x, y, dy, d) -> StructureRules.permutePullback(s(2, 0, -2), dy, d[0]))
            .tangent((x, y, t) -> StructureRules.permuteTangent(t[0], s(2, 0, -2))),
        structure("slice", x -> x.slice(-1, 1, 3))
            .with(s(4))
            .with(s(2, 3))
            .with(s(2, 2, 5))
            .with(s(0, 3))
            .pullback((x, y, dy, d) -> StructureRules.slicePullback(-1, 1, dy, d[0]))
            .tangent((x, y, t) -> StructureRules.sliceTangent(t[0], -1, 1, 3)),
        structure("slice", x -> x.slice(0, 1, 1))
            .with(s(2, 3))
            .pullback((x, y, dy, d) -> StructureRules.slicePullback(0, 1, dy, d[0]))
            .tangent((x, y, t) -> StructureRules.sliceTangent(t[0], 0, 1, 1)),
        structure("index", x -> x.index(1, 2))
            .with(s(2, 3))
            .with(s(2, 4, 2))
            .with(s(0, 3))
            .pullback((x, y, dy, d) -> StructureRules.indexPullback(1, 2, dy, d[0]))
            .tangent((x, y, t) -> StructureRules.indexTangent(t[0], 1, 2)),
        structure("gather", x -> x.gather(2, 0, 2))
            .with(s(3, 2))
            .with(s(4))
            .with(s(3, 2, 2))
            .with(s(3, 0))
            .pullback((x, y, dy, d) -> StructureRules.gatherPullback(s(2, 0, 2), dy, d[0]))
            .tangent((x, y, t) -> StructureRules.gatherTangent(t[0], s(2, 0, 2))),
        structure("gather", Tensor::gather)
            .with(s(3, 2))
            .pullback((x, y, dy, d) -> StructureRules.gatherPullback(s(), dy, d[0]))
            .tangent((x, y, t) -> StructureRules.gatherTangent(t[0], s())),
        structure("broadcastTo", x -> x.broadcastTo(2, 3, 2))
            .with(s(2, 3, 2))
            .with(s(3, 1))
            .with(s())
            .with(s(2))
            .with(s(2, 1, 1))
            .pullback((x, y, dy, d) -> StructureRules.broadcastToPullback(dy, d[0]))
            .tangent((x, y, t) -> StructureRules.broadcastToTangent(t[0], s(2, 3, 2))));
  }

  private static List<Operation> products() {
    return List.of(
        Operation.of("matmul", MatrixRules.class, x -> x[0].matmul(x[1]))
            .with(s(2, 3), s(3, 4))
            .with(s(3), s(3))
            .with(s(2, 3), s(3))
            .with(s(3), s(3, 2))
            .with(s(1, 1), s(1, 1))
            .with(s(0, 3), s(3, 2))
            .with(s(2, 0), s(0, 3))
            .with(s(2, 2, 3), s(3, 2))
            .with(s(2, 3), s(4, 3, 2))
            .with(s(2, 2, 3), s(2, 3, 1))
            .with(s(2, 1, 2, 3), s(3, 3, 2))
            .with(s(2, 2, 3), s(3))
            .with(s(3), s(2, 3, 2))
            .with(s(1, 2, 3), s(2, 3, 2))
            .with(s(5, 6), s(6, 9))
            .pullback((x, y, dy, d) -> MatrixRules.matmulPullback(x[0], x[1], dy, d[0], d[1]))
            .tangent((x, y, t) -> MatrixRules.matmulTangent(x[0], x[1], t[0], t[1])),
        Operation.ofScalar("dot", MatrixRules.class, x -> x[0].dot(x[1]))
            .with(s(3), s(3))
            .with(s(2, 2), s(2, 2))
            .with(s(0), s(0))
            .with(s(), s())
            .pullback(
                (x, y, dy, d) ->
                    MatrixRules.dotPullback(x[0], x[1], dy.freeze().item(), d[0], d[1]))
            .tangent((x, y, t) -> number(x, MatrixRules.dotTangent(x[0], x[1], t[0], t[1]))),
        Operation.of("outer", MatrixRules.class, x -> x[0].outer(x[1]))
            .with(s(2), s(3))
            .with(s(1), s(1))
            .with(s(0), s(2))
            .with(s(3), s(3))
            .pullback((x, y, dy, d) -> MatrixRules.outerPullback(x[0], x[1], dy, d[0], d[1]))
            .tangent((x, y, t) -> MatrixRules.outerTangent(x[0], x[1], t[0], t[1])));
  }

  private static Tensor mask(Tensor[] x) {
    return Tensors.of(new double[] {1, 0, -2}, 3).to(x[0].dtype());
  }

  private static Tensor targets(Tensor[] x) {
    Tensor logits = x[0];
    return Tensors.uniform(logits.dtype(), 5, 0, 1, logits.shape());
  }

  private static List<Operation> others() {
    List<Operation> all = new ArrayList<>();
    all.add(
        Operation.of("where", Tensors.class, x -> Tensors.where(mask(x), x[0], x[1]))
            .with(s(3), s(3))
            .with(s(2, 3), s(3))
            .with(s(), s(2, 1))
            .with(s(0, 3), s())
            .pullback((x, y, dy, d) -> Tensors.wherePullback(mask(x), dy, d[0], d[1]))
            .tangent((x, y, t) -> Tensors.whereTangent(mask(x), t[0], t[1])));
    all.add(
        Operation.of("full", Tensors.class, x -> Tensors.full(x[0].dtype(), x[0].item(), 2, 3))
            .with(s())
            .pullback((x, y, dy, d) -> d[0].addEverywhere(Tensors.fullPullback(dy)))
            .tangent((x, y, t) -> Tensors.fullTangent(x[0].dtype(), t[0].item(), s(2, 3))));
    for (int axis : s(0, -1)) {
      Operation concat =
          Operation.of("concat", Tensors.class, x -> Tensors.concat(axis, x))
              .with(s(2, 3), s(2, 3))
              .with(s(3), s(2), s(0), s(1))
              .with(s(2, 0), s(2, 0))
              .pullback((x, y, dy, d) -> Tensors.concatPullback(axis, dy, d))
              .tangent((x, y, t) -> Tensors.concatTangent(axis, t));
      all.add(axis == 0 ? concat.with(s(1, 2, 2), s(3, 2, 2)) : concat.with(s(2, 1), s(2, 4)));
      all.add(
          Operation.of("stack", Tensors.class, x -> Tensors.stack(axis, x))
              .with(s(2, 3), s(2, 3))
              .with(s(), s(), s())
              .with(s(0, 1), s(0, 1))
              .with(s(3))
              .pullback((x, y, dy, d) -> Tensors.stackPullback(axis, dy, d))
              .tangent((x, y, t) -> Tensors.stackTangent(axis, t)));
    }
    all.add(
        Operation.ofScalar(
                "softmaxCrossEntropy",
                Losses.class,
                x -> Losses.softmaxCrossEntropy(x[0], targets(x)))
            .with(s(3, 4))
            .with(s(1, 1))
            .with(s(2, 1))
            .with(s(1, 5))
            .pullback(
                (x, y, dy, d) ->
                    Losses.softmaxCrossEntropyPullback(x[0], targets(x), dy.freeze().item(), d[0]))
            .tangent(
                (x, y, t) -> number(x, Losses.softmaxCrossEntropyTangent(x[0], targets(x), t[0]))));
    all.addAll(images());
    return all;
  }

  private static List<Operation> images() {
    List<Operation> all = new ArrayList<>();
    for (int[] form : List.of(s(1, 0), s(2, 1), s(1, 2), s(3, 0))) {
      int stride = form[0];
      int padding = form[1];
      all.add(
          Operation.of(
                  "conv2d",
                  Convolutions.class,
                  x -> Convolutions.conv2d(x[0], x[1], stride, padding))
              .with(s(2, 3, 4, 5), s(2, 3, 3, 2))
              .with(s(1, 1, 3, 3), s(1, 1, 1, 1))
              .with(s(0, 2, 3, 3), s(1, 2, 2, 2))
              .with(s(1, 2, 3, 3), s(2, 2, 3, 3))
              .pullback(
                  (x, y, dy, d) ->
                      Convolutions.conv2dPullback(x[0], x[1], stride, padding, dy, d[0], d[1]))
              .tangent(
                  (x, y, t) ->
                      Convolutions.conv2dTangent(x[0], x[1], stride, padding, t[0], t[1])));
    }
    for (int[] form : List.of(s(2, 2), s(2, 1), s(3, 2), s(1, 1), s(1, 3))) {
      int size = form[0];
      int stride = form[1];
      all.add(
          Operation.of(
                  "maxPool2d", Convolutions.class, x -> Convolutions.maxPool2d(x[0], size, stride))
              .with(s(2, 2, 4, 5))
              .with(s(0, 1, 3, 3))
              .with(s(1, 1, 3, 3))
              .pullback(
                  (x, y, dy, d) -> Convolutions.maxPool2dPullback(x[0], size, stride, y, dy, d[0]))
              .tangent((x, y, t) -> Convolutions.maxPool2dTangent(x[0], size, stride, y, t[0])));
      all.add(
          Operation.of(
                  "avgPool2d", Convolutions.class, x -> Convolutions.avgPool2d(x[0], size, stride))
              .with(s(2, 2, 4, 5))
              .with(s(0, 1, 3, 3))
              .with(s(1, 1, 3, 3))
              .pullback((x, y, dy, d) -> Convolutions.avgPool2dPullback(size, stride, dy, d[0]))
              .tangent((x, y, t) -> Convolutions.avgPool2dTangent(size, stride, t[0])));
    }
    return all;
  }
}
