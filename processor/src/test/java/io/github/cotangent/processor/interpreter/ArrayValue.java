package io.github.cotangent.processor.interpreter;

import io.github.cotangent.processor.ir.Type;
import java.util.Arrays;

/** An array: identity is that of the object, as in Java. */
final class ArrayValue {
  final Type element;
  final Object[] cells;

  /** An array of default values. */
  ArrayValue(Type element, int length) {
    this.element = element;
    this.cells = new Object[length];
    Arrays.fill(cells, Values.zero(element));
  }

  Object get(int index) {
    return cells[index];
  }

  void set(int index, Object value) {
    if (index < 0 || index >= cells.length) {
      throw new ArrayIndexOutOfBoundsException(
          "Index " + index + " out of bounds for length " + cells.length);
    }
    cells[index] = Values.convert(value, element);
  }
}
