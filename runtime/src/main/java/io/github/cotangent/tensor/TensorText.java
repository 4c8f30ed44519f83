package io.github.cotangent.tensor;

import java.util.ArrayList;
import java.util.List;

/** Prints a tensor as NumPy's {@code str} does: brackets, lines of 75 characters, summaries. */
final class TensorText {

  private static final int LINE = 75;
  private static final int ALL_UP_TO = 1000;
  private static final int EDGE = 3;
  private static final int SUMMARY = -1;

  private final Tensor tensor;
  private final boolean summarised;
  private final NumberText numbers;

  TensorText(Tensor tensor) {
    this.tensor = tensor;
    this.summarised = tensor.size() > ALL_UP_TO;
    List<Double> printed = new ArrayList<>();
    collect(0, 0, printed);
    double[] values = printed.stream().mapToDouble(v -> v).toArray();
    this.numbers = new NumberText(tensor.dtype(), values);
  }

  @Override
  public String toString() {
    if (tensor.rank() == 0) {
      String text = numbers.of(element(0));
      return text.endsWith(".") ? text + "0" : text;
    }
    return tensor.size() == 0 ? "[]" : block(0, 0, " ", LINE);
  }

  private double element(int offset) {
    return tensor.kernels().arrays().get(tensor.storage(), offset);
  }

  private int stride(int axis) {
    return tensor.dims().strides()[axis];
  }

  /** The indices along an axis that are printed; {@link #SUMMARY} stands for those that are not. */
  private int[] shown(int axis) {
    int size = tensor.dims().size(axis);
    boolean all = !summarised || size <= 2 * EDGE;
    int[] shown = new int[all ? size : 2 * EDGE + 1];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = all || i < EDGE ? i : i == EDGE ? SUMMARY : size - shown.length + i;
    }
    return shown;
  }

  private void collect(int axis, int offset, List<Double> printed) {
    if (tensor.size() == 0) {
      return;
    }
    if (axis == tensor.rank()) {
      printed.add(element(offset));
      return;
    }
    for (int i : shown(axis)) {
      if (i != SUMMARY) {
        collect(axis + 1, offset + i * stride(axis), printed);
      }
    }
  }

  private String block(int axis, int offset, String indent, int width) {
    int left = tensor.rank() - axis;
    String inside =
        left == 1 ? row(axis, offset, indent, width - 1) : blocks(axis, offset, indent, width);
    return "[" + inside.substring(indent.length()) + "]";
  }

  private String blocks(int axis, int offset, String indent, int width) {
    StringBuilder text = new StringBuilder();
    String between = "\n".repeat(tensor.rank() - axis - 1);
    for (int i : shown(axis)) {
      text.append(text.isEmpty() ? "" : between).append(indent);
      text.append(
          i == SUMMARY
              ? "..."
              : block(axis + 1, offset + i * stride(axis), indent + " ", width - 1));
    }
    return text.toString();
  }

  private String row(int axis, int offset, String indent, int width) {
    StringBuilder text = new StringBuilder();
    String line = indent;
    String separator = "";
    for (int i : shown(axis)) {
      String word = i == SUMMARY ? "..." : numbers.of(element(offset + i * stride(axis)));
      line += separator;
      separator = " ";
      if (line.length() + word.length() > width && line.length() > indent.length()) {
        text.append(line.stripTrailing()).append('\n');
        line = indent;
      }
      line += word;
    }
    return text.append(line).toString();
  }
}
