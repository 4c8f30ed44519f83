package io.github.cotangent.processor.interpreter;

import java.util.List;

/** The library's methods on arrays: clone, arraycopy, fill, copyOf, copyOfRange. */
final class Arrangements {
  private Arrangements() {}

  static Object call(String name, Object receiver, List<Object> args) {
    ArrayValue first = (ArrayValue) (receiver != null ? receiver : args.get(0));
    if (first == null) {
      throw new NullPointerException(name);
    }
    return switch (name) {
      case "clone" -> range(first, 0, first.cells.length);
      case "copyOf" -> range(first, 0, size(integer(args, 1)));
      case "copyOfRange" -> copyOfRange(first, integer(args, 1), integer(args, 2));
      case "fill" -> fill(first, args);
      case "arraycopy" -> arraycopy(first, args);
      default -> throw new UnsupportedOperationException(name);
    };
  }

  private static int integer(List<Object> args, int i) {
    return (int) Values.integral(args.get(i));
  }

  private static int size(int n) {
    if (n < 0) {
      throw new NegativeArraySizeException(Integer.toString(n));
    }
    return n;
  }

  private static Object copyOfRange(ArrayValue a, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    if (from < 0 || from > a.cells.length) {
      throw new ArrayIndexOutOfBoundsException(from);
    }
    return range(a, from, to);
  }

  private static ArrayValue range(ArrayValue a, int from, int to) {
    ArrayValue copy = new ArrayValue(a.element, to - from);
    for (int i = from; i < to && i < a.cells.length; i++) {
      copy.set(i - from, a.get(i));
    }
    return copy;
  }

  private static Object fill(ArrayValue a, List<Object> args) {
    boolean ranged = args.size() == 4;
    int from = ranged ? integer(args, 1) : 0;
    int to = ranged ? integer(args, 2) : a.cells.length;
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    if (from < 0 || to > a.cells.length) {
      throw new ArrayIndexOutOfBoundsException(from < 0 ? from : to);
    }
    for (int i = from; i < to; i++) {
      a.set(i, args.get(args.size() - 1));
    }
    return null;
  }

  private static Object arraycopy(ArrayValue source, List<Object> args) {
    int from = integer(args, 1);
    ArrayValue target = (ArrayValue) args.get(2);
    int to = integer(args, 3);
    int count = integer(args, 4);
    if (target == null) {
      throw new NullPointerException("arraycopy");
    }
    if (from < 0
        || to < 0
        || count < 0
        || (long) from + count > source.cells.length
        || (long) to + count > target.cells.length) {
      throw new ArrayIndexOutOfBoundsException("arraycopy");
    }
    System.arraycopy(source.cells, from, target.cells, to, count);
    return null;
  }
}
