package io.github.cotangent.runtime;

import io.github.cotangent.DifferentiableType;
import java.lang.reflect.Array;

/**
 * Checks that the tangents that a caller passes fit the arguments: they have their shapes, and
 * where two arguments share an array, so do their tangents. A constant argument shares none.
 *
 * <p>Not thread-safe: every call of a derivative makes its own instance.
 */
public final class Tangents {

  private final Identities tangentOf = new Identities();

  /** Creates an instance that knows no array yet. */
  public Tangents() {}

  /**
   * Checks the tangent of one array, and of all arrays in it. Records in an array are not looked
   * into.
   *
   * @param name what to call the array in the message
   * @param array the array, or null
   * @param tangent its tangent; null exactly if the array is
   * @return this
   * @throws IllegalArgumentException if lengths differ anywhere, if one of the two is null and the
   *     other is not, or if an array that was seen before had another tangent then
   */
  public Tangents check(String name, Object array, Object tangent) {
    if (array == null && tangent == null) {
      return this;
    }
    if (array == null || tangent == null) {
      throw new IllegalArgumentException(
          "'" + name + "' and its tangent: one of them is null; pass both or none");
    }
    if (array instanceof DifferentiableType<?, ?>) {
      return this; // Its operations check its shape.
    }
    int length = Array.getLength(array);
    int tangentLength = Array.getLength(tangent);
    if (length != tangentLength) {
      throw new IllegalArgumentException(
          "the tangent of '%s' has length %d, but '%s' has length %d"
              .formatted(name, tangentLength, name, length));
    }
    // All empty arrays are alike, and may be one.
    Object known = length == 0 ? tangent : tangentOf.of(array, a -> tangent);
    if (known != tangent) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is an array that is passed twice, with two different tangents; pass the same"
              + " tangent array both times");
    }
    if (array instanceof Object[] rows && rows.getClass().getComponentType().isArray()) {
      for (int i = 0; i < length; i++) {
        check(name + "[" + i + "]", rows[i], ((Object[]) tangent)[i]);
      }
    }
    return this;
  }

  /**
   * Refuses a constant that shares storage with an argument whose tangent was checked: it would not
   * change along the direction, though that argument does. Empty arrays share nothing.
   *
   * @param constantName the name of the constant argument, for the message
   * @param constantArray the constant, an array of any kind; anything else is let through
   * @return this
   * @throws IllegalArgumentException if this array or a row of it has a tangent
   */
  public Tangents refuseShared(String constantName, Object constantArray) {
    if (Shadows.sharesStorage(constantArray, tangentOf::contains)) {
      throw Shadows.shared(constantName, constantArray);
    }
    return this;
  }
}
