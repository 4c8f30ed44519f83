package io.github.cotangent.tensor.kernels;

import java.util.function.Supplier;

/**
 * What products have laid out anew of a matrix that never changes, for later products with the same
 * matrix on the right: a network that is unrolled over time multiplies by the same weights at each
 * step. Nothing is kept at the first product, as many matrices are multiplied only once. From the
 * second on, as many elements as the matrix has are kept, and as many for its transpose, for as
 * long as this object.
 */
public final class Layouts {

  private final Layout straight = new Layout();
  private final Layout transposed = new Layout();

  /**
   * The layout of the matrix or of its transpose. Threads that come at the same time may each lay
   * it out, to the same values.
   *
   * @param isTransposed whether it is that of the transpose
   * @param lay lays it out
   * @return an array, or null at the first time
   */
  public Object find(boolean isTransposed, Supplier<?> lay) {
    return (isTransposed ? transposed : straight).find(lay);
  }

  private static final class Layout {

    private boolean wasAsked;

    /** Volatile, so that who sees the array sees its elements. */
    private volatile Object values;

    Object find(Supplier<?> lay) {
      Object kept = values;
      if (kept == null && wasAsked) {
        kept = lay.get();
        values = kept;
      }
      wasAsked = true;
      return kept;
    }
  }
}
