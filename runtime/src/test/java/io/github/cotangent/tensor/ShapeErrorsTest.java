package io.github.cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages name the operation and both shapes. */
class ShapeErrorsTest {

  private static Tensor t(int... shape) {
    return Tensors.zeros(DType.DOUBLE, shape);
  }

  private static Arguments row(ThrowingCallable call, String message) {
    return arguments(message, call);
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        row(() -> t(2, 3).plus(t(4)), "plus: shapes (2, 3) and (4,) cannot be broadcast together"),
        row(
            () -> t(2).squaredDifference(t(3)),
            "squaredDifference: shapes (2,) and (3,) cannot be broadcast together"),
        row(
            () -> Tensors.where(t(2), t(2), t(3)),
            "where: shapes (2,) and (3,) cannot be broadcast together"),
        row(
            () -> t(2, 3).matmul(t(4, 5)),
            "matmul: shapes (2, 3) and (4, 5) have the inner sizes 3 and 4"),
        row(
            () -> t().matmul(t(2)),
            "matmul: shapes () and (2,) are not those of vectors or matrices"),
        row(
            () -> t(2, 3, 4).matmul(t(3, 4, 5)),
            "matmul: shapes (2, 3, 4) and (3, 4, 5) cannot be broadcast together before their last"
                + " two axes"),
        row(() -> t(2).dot(t(3)), "dot: shapes (2,) and (3,) differ"),
        row(
            () -> t(2).outer(t(3, 1)),
            "outer: shapes (2,) and (3, 1) are not those of two vectors"),
        row(() -> t(2, 3).reshape(4), "reshape: shapes (2, 3) and (4,) have different sizes"),
        row(() -> t(2, 3).reshape(4, -1), "reshape: shapes (2, 3) and (4, 1) have different sizes"),
        row(() -> t(2, 3).reshape(-1, -1), "reshape: only one size can be -1"),
        row(
            () -> t(2, 3).broadcastTo(3, 2),
            "broadcastTo: shapes (2, 3) and (3, 2) cannot be broadcast together"),
        row(
            () -> t(2, 3).broadcastTo(3),
            "broadcastTo: shapes (2, 3) and (3,) cannot be broadcast this way"),
        row(
            () -> Tensors.concat(0, t(2, 3), t(2, 4)),
            "concat: shapes (2, 3) and (2, 4) differ beside axis 0"),
        row(() -> Tensors.concat(0), "concat: no tensors"),
        row(() -> Tensors.stack(0, t(2), t(3)), "stack: shapes (2,) and (3,) differ"),
        row(() -> Tensors.stack(0), "stack: no tensors"),
        row(() -> t(2).sum(Axes.of(1)), "sum: there is no axis 1 in the shape (2,)"),
        row(() -> t(0, 2).max(Axes.of(0)), "max: of no elements, in the shape (0, 2)"),
        row(() -> t(2, 0).argmax(1), "argmax: of no elements, in the shape (2, 0)"),
        row(() -> t(2, 3).permute(0, 0), "permute: [0, 0] is no order of the axes of (2, 3)"),
        row(() -> t(2).transpose(), "transpose: the shape (2,) is not that of a matrix"),
        row(
            () -> t(2, 3).slice(1, 2, 4),
            "slice: there are no elements 2 to 4 along axis 1 in the shape (2, 3)"),
        row(() -> t(2).index(0, 2), "index: there is no element 2 along axis 0 in the shape (2,)"),
        row(() -> t(2).gather(2), "gather: there is no row 2 in the shape (2,)"),
        row(() -> t(2).item(), "item: the shape (2,) is not that of one number"),
        row(
            () -> Losses.softmaxCrossEntropy(t(2, 3), t(2)),
            "softmaxCrossEntropy: shapes (2, 3) and (2,) are not those of two equal matrices"),
        row(
            () -> Convolutions.conv2d(t(1, 2, 3, 3), t(1, 1, 2, 2), 1, 0),
            "conv2d: shapes (1, 2, 3, 3) and (1, 1, 2, 2) have 2 and 1 channels (axis 1)"),
        row(
            () -> Convolutions.conv2d(t(2, 3, 3), t(1, 1, 2, 2), 1, 0),
            "conv2d: shapes (2, 3, 3) and (1, 1, 2, 2) are not (images, channels, height, width)"
                + " and (filters, channels, height, width)"),
        row(
            () -> Convolutions.conv2d(t(1, 1, 3, 3), t(1, 1, 4, 4), 1, 0),
            "conv2d: shapes (1, 1, 3, 3) and (1, 1, 4, 4) do not fit: the filter is empty, or"
                + " larger than the image"),
        row(
            () -> Convolutions.maxPool2d(t(1, 1, 3, 3), 4, 1),
            "maxPool2d: a window of 4 with a stride of 1 on shape (1, 1, 3, 3)"),
        row(
            () -> Tensors.of(new double[3], 2, 2),
            "of: shapes (3,) and (2, 2) have different sizes"),
        row(() -> t(-1), "a shape has no negative sizes: (-1,)"),
        row(() -> t(1 << 20, 1 << 20), "too large for one array: (1048576, 1048576)"),
        row(
            () -> t(2).plus(t(2).to(DType.FLOAT)),
            "plus: tensors of double and float do not mix; convert one with to()"),
        row(() -> t(2).clip(1, 0), "clip: the bounds 1.0 and 0.0 cross"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("errors")
  void names(String message, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void elementsThatAreNotThere() {
    assertThatThrownBy(() -> t(2, 3).at(2, 0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("at: there is no element [2, 0] in the shape (2, 3)");
  }
}
