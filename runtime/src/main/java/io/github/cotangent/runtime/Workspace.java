package io.github.cotangent.runtime;

import java.util.Arrays;

/**
 * Arrays that a gradient needs on its way, kept from call to call: the last argument of {@code
 * fValueAndGradientInto}. In a training loop a call then makes none of those anew that the call
 * before has left.
 *
 * <pre>{@code
 * Workspace workspace = new Workspace();
 * for (Example e : batch) {
 *   loss += dModel.lossValueAndGradientInto(w, e.x(), e.y(), dw, workspace);
 * }
 * }</pre>
 *
 * <p>A workspace serves one call at a time: give each thread one of its own. It may serve different
 * methods in turn, but keeps its arrays only while their sizes stay the same, so that one for each
 * method is better. What it holds, the arguments of the last call among them, is free when it is.
 *
 * <p>The methods are for generated code. Each array has a number, its slot, and contains zeros when
 * it is handed out, as a new one does.
 */
public final class Workspace {

  private static final int FIRST = 8;

  private static final Object[] NONE = {};

  /** Made with the first array, as many calls need none. */
  private Object[] slots = NONE;

  /** Creates an empty workspace. */
  public Workspace() {}

  /**
   * An array of zeros, as {@code new double[length]}.
   *
   * @param slot its number, from 0
   * @param length its length
   * @return the slot's array, if it has this length, else a new one
   * @throws NegativeArraySizeException if the length is negative
   */
  public double[] doubles(int slot, int length) {
    if (at(slot) instanceof double[] kept && kept.length == length) {
      Arrays.fill(kept, 0.0);
      return kept;
    }
    return keep(slot, new double[length]);
  }

  /**
   * A matrix of zeros, as {@code new double[rows][columns]}.
   *
   * @param slot its number, from 0
   * @param rows the number of rows
   * @param columns the length of each
   * @return the slot's matrix, if it has these sizes, else a new one
   * @throws NegativeArraySizeException if a size is negative
   */
  public double[][] doubles(int slot, int rows, int columns) {
    if (at(slot) instanceof Matrix kept
        && kept.whole() instanceof double[][] whole
        && kept.fits(rows, columns)) {
      kept.putBack();
      for (double[] row : whole) {
        Arrays.fill(row, 0.0);
      }
      return whole;
    }
    double[][] made = new double[rows][columns];
    keep(slot, new Matrix(made, made.clone(), columns));
    return made;
  }

  /**
   * A copy of an array, as {@code array.clone()}.
   *
   * @param slot its number, from 0
   * @param array what to copy
   * @return the slot's array, if it has the same length, else a new one
   */
  public double[] copyOf(int slot, double[] array) {
    if (at(slot) instanceof double[] kept && kept.length == array.length) {
      System.arraycopy(array, 0, kept, 0, array.length);
      return kept;
    }
    return keep(slot, array.clone());
  }

  /**
   * An empty tape, as {@code new DoubleTape()}.
   *
   * @param slot its number, from 0
   * @return the slot's tape, with the capacity that it has grown to, else a new one
   */
  public DoubleTape doubleTape(int slot) {
    if (at(slot) instanceof DoubleTape kept) {
      kept.clear();
      return kept;
    }
    return keep(slot, new DoubleTape());
  }

  /**
   * An array of zeros, as {@code new float[length]}.
   *
   * @param slot its number, from 0
   * @param length its length
   * @return the slot's array, if it has this length, else a new one
   * @throws NegativeArraySizeException if the length is negative
   */
  public float[] floats(int slot, int length) {
    if (at(slot) instanceof float[] kept && kept.length == length) {
      Arrays.fill(kept, 0.0f);
      return kept;
    }
    return keep(slot, new float[length]);
  }

  /**
   * A matrix of zeros, as {@code new float[rows][columns]}.
   *
   * @param slot its number, from 0
   * @param rows the number of rows
   * @param columns the length of each
   * @return the slot's matrix, if it has these sizes, else a new one
   * @throws NegativeArraySizeException if a size is negative
   */
  public float[][] floats(int slot, int rows, int columns) {
    if (at(slot) instanceof Matrix kept
        && kept.whole() instanceof float[][] whole
        && kept.fits(rows, columns)) {
      kept.putBack();
      for (float[] row : whole) {
        Arrays.fill(row, 0.0f);
      }
      return whole;
    }
    float[][] made = new float[rows][columns];
    keep(slot, new Matrix(made, made.clone(), columns));
    return made;
  }

  /**
   * A copy of an array, as {@code array.clone()}.
   *
   * @param slot its number, from 0
   * @param array what to copy
   * @return the slot's array, if it has the same length, else a new one
   */
  public float[] copyOf(int slot, float[] array) {
    if (at(slot) instanceof float[] kept && kept.length == array.length) {
      System.arraycopy(array, 0, kept, 0, array.length);
      return kept;
    }
    return keep(slot, array.clone());
  }

  /**
   * An empty tape, as {@code new FloatTape()}.
   *
   * @param slot its number, from 0
   * @return the slot's tape, with the capacity that it has grown to, else a new one
   */
  public FloatTape floatTape(int slot) {
    if (at(slot) instanceof FloatTape kept) {
      kept.clear();
      return kept;
    }
    return keep(slot, new FloatTape());
  }

  /**
   * An array of zeros, as {@code new int[length]}.
   *
   * @param slot its number, from 0
   * @param length its length
   * @return the slot's array, if it has this length, else a new one
   * @throws NegativeArraySizeException if the length is negative
   */
  public int[] ints(int slot, int length) {
    if (at(slot) instanceof int[] kept && kept.length == length) {
      Arrays.fill(kept, 0);
      return kept;
    }
    return keep(slot, new int[length]);
  }

  /**
   * A matrix of zeros, as {@code new int[rows][columns]}.
   *
   * @param slot its number, from 0
   * @param rows the number of rows
   * @param columns the length of each
   * @return the slot's matrix, if it has these sizes, else a new one
   * @throws NegativeArraySizeException if a size is negative
   */
  public int[][] ints(int slot, int rows, int columns) {
    if (at(slot) instanceof Matrix kept
        && kept.whole() instanceof int[][] whole
        && kept.fits(rows, columns)) {
      kept.putBack();
      for (int[] row : whole) {
        Arrays.fill(row, 0);
      }
      return whole;
    }
    int[][] made = new int[rows][columns];
    keep(slot, new Matrix(made, made.clone(), columns));
    return made;
  }

  /**
   * A copy of an array, as {@code array.clone()}.
   *
   * @param slot its number, from 0
   * @param array what to copy
   * @return the slot's array, if it has the same length, else a new one
   */
  public int[] copyOf(int slot, int[] array) {
    if (at(slot) instanceof int[] kept && kept.length == array.length) {
      System.arraycopy(array, 0, kept, 0, array.length);
      return kept;
    }
    return keep(slot, array.clone());
  }

  /**
   * An empty tape, as {@code new IntTape()}.
   *
   * @param slot its number, from 0
   * @return the slot's tape, with the capacity that it has grown to, else a new one
   */
  public IntTape intTape(int slot) {
    if (at(slot) instanceof IntTape kept) {
      kept.clear();
      return kept;
    }
    return keep(slot, new IntTape());
  }

  /**
   * An array of zeros, as {@code new long[length]}.
   *
   * @param slot its number, from 0
   * @param length its length
   * @return the slot's array, if it has this length, else a new one
   * @throws NegativeArraySizeException if the length is negative
   */
  public long[] longs(int slot, int length) {
    if (at(slot) instanceof long[] kept && kept.length == length) {
      Arrays.fill(kept, 0L);
      return kept;
    }
    return keep(slot, new long[length]);
  }

  /**
   * A matrix of zeros, as {@code new long[rows][columns]}.
   *
   * @param slot its number, from 0
   * @param rows the number of rows
   * @param columns the length of each
   * @return the slot's matrix, if it has these sizes, else a new one
   * @throws NegativeArraySizeException if a size is negative
   */
  public long[][] longs(int slot, int rows, int columns) {
    if (at(slot) instanceof Matrix kept
        && kept.whole() instanceof long[][] whole
        && kept.fits(rows, columns)) {
      kept.putBack();
      for (long[] row : whole) {
        Arrays.fill(row, 0L);
      }
      return whole;
    }
    long[][] made = new long[rows][columns];
    keep(slot, new Matrix(made, made.clone(), columns));
    return made;
  }

  /**
   * A copy of an array, as {@code array.clone()}.
   *
   * @param slot its number, from 0
   * @param array what to copy
   * @return the slot's array, if it has the same length, else a new one
   */
  public long[] copyOf(int slot, long[] array) {
    if (at(slot) instanceof long[] kept && kept.length == array.length) {
      System.arraycopy(array, 0, kept, 0, array.length);
      return kept;
    }
    return keep(slot, array.clone());
  }

  /**
   * An empty tape, as {@code new LongTape()}.
   *
   * @param slot its number, from 0
   * @return the slot's tape, with the capacity that it has grown to, else a new one
   */
  public LongTape longTape(int slot) {
    if (at(slot) instanceof LongTape kept) {
      kept.clear();
      return kept;
    }
    return keep(slot, new LongTape());
  }

  /**
   * An array of zeros, as {@code new boolean[length]}.
   *
   * @param slot its number, from 0
   * @param length its length
   * @return the slot's array, if it has this length, else a new one
   * @throws NegativeArraySizeException if the length is negative
   */
  public boolean[] booleans(int slot, int length) {
    if (at(slot) instanceof boolean[] kept && kept.length == length) {
      Arrays.fill(kept, false);
      return kept;
    }
    return keep(slot, new boolean[length]);
  }

  /**
   * A matrix of zeros, as {@code new boolean[rows][columns]}.
   *
   * @param slot its number, from 0
   * @param rows the number of rows
   * @param columns the length of each
   * @return the slot's matrix, if it has these sizes, else a new one
   * @throws NegativeArraySizeException if a size is negative
   */
  public boolean[][] booleans(int slot, int rows, int columns) {
    if (at(slot) instanceof Matrix kept
        && kept.whole() instanceof boolean[][] whole
        && kept.fits(rows, columns)) {
      kept.putBack();
      for (boolean[] row : whole) {
        Arrays.fill(row, false);
      }
      return whole;
    }
    boolean[][] made = new boolean[rows][columns];
    keep(slot, new Matrix(made, made.clone(), columns));
    return made;
  }

  /**
   * A copy of an array, as {@code array.clone()}.
   *
   * @param slot its number, from 0
   * @param array what to copy
   * @return the slot's array, if it has the same length, else a new one
   */
  public boolean[] copyOf(int slot, boolean[] array) {
    if (at(slot) instanceof boolean[] kept && kept.length == array.length) {
      System.arraycopy(array, 0, kept, 0, array.length);
      return kept;
    }
    return keep(slot, array.clone());
  }

  /**
   * An empty tape, as {@code new BooleanTape()}.
   *
   * @param slot its number, from 0
   * @return the slot's tape, with the capacity that it has grown to, else a new one
   */
  public BooleanTape booleanTape(int slot) {
    if (at(slot) instanceof BooleanTape kept) {
      kept.clear();
      return kept;
    }
    return keep(slot, new BooleanTape());
  }

  /**
   * Takes out of an array what it holds, as {@link Adjoints#setAside(double[])}.
   *
   * @param slot its number, from 0
   * @param adjoint an array, zero from now on, or null
   * @return what it held, in the slot's array, if that has the same length; null for null
   */
  public double[] setAside(int slot, double[] adjoint) {
    if (adjoint == null) {
      return null;
    }
    double[] held = copyOf(slot, adjoint);
    Arrays.fill(adjoint, 0.0);
    return held;
  }

  /**
   * Takes out of an array what it holds, as {@link Adjoints#setAside(float[])}.
   *
   * @param slot its number, from 0
   * @param adjoint an array, zero from now on, or null
   * @return what it held, in the slot's array, if that has the same length; null for null
   */
  public float[] setAside(int slot, float[] adjoint) {
    if (adjoint == null) {
      return null;
    }
    float[] held = copyOf(slot, adjoint);
    Arrays.fill(adjoint, 0.0f);
    return held;
  }

  /**
   * An empty table of shadows, as {@code new Shadows()}.
   *
   * @param slot its number, from 0
   * @return the slot's table, with the room that it has grown to, else a new one
   */
  public Shadows shadows(int slot) {
    if (at(slot) instanceof Shadows kept) {
      kept.clear();
      return kept;
    }
    return keep(slot, new Shadows());
  }

  /** A matrix, and the rows that it was made of: a call may leave others in it. */
  private record Matrix(Object[] whole, Object[] rows, int columns) {
    boolean fits(int count, int length) {
      return rows.length == count && columns == length;
    }

    void putBack() {
      System.arraycopy(rows, 0, whole, 0, rows.length);
    }
  }

  private Object at(int slot) {
    return slot < slots.length ? slots[slot] : null;
  }

  private <T> T keep(int slot, T made) {
    if (slot >= slots.length) {
      slots = Arrays.copyOf(slots, Math.max(2 * slot, FIRST));
    }
    slots[slot] = made;
    return made;
  }
}
