package io.github.cotangent.runtime;

import io.github.cotangent.Accumulator;
import io.github.cotangent.DifferentiableType;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The adjoint arrays of one backward sweep: one storage has one shadow.
 *
 * <p>Arrays are told apart by identity, so that whatever name an array goes by, all contributions
 * to its derivative meet in the same shadow. A shadow has the type and the length of its array and
 * starts as zero.
 *
 * <p>Not thread-safe: every sweep makes its own instance.
 */
public final class Shadows {

  private final Identities shadowOf = new Identities();

  /**
   * For each {@link #remember} that is open, the arrays that have become known since; null before
   * the first.
   */
  private Deque<List<Object>> since;

  /** True once all shadows that a caller gives are known. */
  private boolean areGiven;

  /** The results of operations whose adjoint has been passed on, with their adjoints. */
  private final Identities taken = new Identities();

  /** Creates an empty set of shadows. */
  public Shadows() {}

  /** Forgets all shadows, as if the table were new. */
  public void clear() {
    shadowOf.clear();
    taken.clear();
    since = null;
    areGiven = false;
  }

  // Values of differentiable types

  /**
   * The accumulator of the adjoint of a value.
   *
   * @param <T> the type of the value
   * @param <A> the type of its accumulator
   * @param value a value, or null
   * @return its accumulator, the same one at every call; null if {@code value} is null
   * @throws IllegalStateException if its adjoint has been {@linkplain #take taken}
   */
  public <T extends DifferentiableType<T, A>, A extends Accumulator<T>> A of(T value) {
    @SuppressWarnings("unchecked") // a value makes its own kind of accumulator
    A adjoint = value == null ? null : (A) found(value);
    return adjoint;
  }

  private Accumulator<?> found(DifferentiableType<?, ?> value) {
    if (taken.contains(value)) {
      throw notNew(value);
    }
    Accumulator<?> known = (Accumulator<?>) shadowOf.get(value);
    if (known == null) {
      known = value.accumulator();
      put(value, known);
    }
    return known;
  }

  private static IllegalStateException notNew(Object value) {
    return new IllegalStateException(
        "an operation of "
            + value.getClass().getTypeName()
            + " returned an object that is another value too, an argument or a shared constant;"
            + " it must return a new one");
  }

  /**
   * The complete adjoint of the result of an operation, which is about to be passed on: nothing can
   * be added to it any more.
   *
   * @param <T> the type of the value
   * @param <A> the type of its accumulator
   * @param result a value, or null
   * @param arguments the values, and arrays of values, that the operation passes its adjoint to
   * @return its accumulator; null if {@code result} is null
   * @throws IllegalStateException if it has been taken before, or is one of the arguments
   */
  public <T extends DifferentiableType<T, A>, A extends Accumulator<T>> A take(
      T result, Object... arguments) {
    A adjoint = of(result);
    if (result != null) {
      requireNew(result, arguments);
      taken.put(result, adjoint);
    }
    return adjoint;
  }

  private static void requireNew(Object result, Object[] arguments) {
    for (Object argument : arguments) {
      if (argument == result) {
        throw notNew(result);
      }
      if (argument instanceof Object[] values) {
        requireNew(result, values);
      }
    }
  }

  /**
   * The accumulators of the adjoints of all elements of an array.
   *
   * @param <T> the type of an element
   * @param <A> the type of its accumulator
   * @param values an array, or null
   * @param maker makes an array of accumulators
   * @return the {@linkplain #of(DifferentiableType) accumulators}, in an array of their own
   */
  public <T extends DifferentiableType<T, A>, A extends Accumulator<T>> A[] ofEach(
      T[] values, IntFunction<A[]> maker) {
    if (values == null) {
      return null;
    }
    A[] all = maker.apply(values.length);
    for (int i = 0; i < values.length; i++) {
      all[i] = of(values[i]);
    }
    return all;
  }

  /**
   * Adds to the adjoint of a value.
   *
   * @param <T> the type of the value
   * @param <A> the type of its accumulator
   * @param value a value, or null
   * @param adjoint what to add; null adds nothing
   * @return {@code adjoint}
   */
  public <T extends DifferentiableType<T, A>, A extends Accumulator<T>> T add(T value, T adjoint) {
    if (adjoint != null && bothPresent(value, adjoint)) {
      of(value).add(adjoint);
    }
    return adjoint;
  }

  /**
   * Adds to the adjoints of all values in an array, of any rank.
   *
   * @param <T> the type of an element
   * @param values an array, or null
   * @param adjoints what to add, an array of the same shape; null, also for a row or an element,
   *     adds nothing
   * @return {@code adjoints}
   */
  public <T> T[] add(T[] values, T[] adjoints) {
    addPairs(
        values,
        adjoints,
        (value, adjoint) -> {
          addElement(value, adjoint);
          return adjoint;
        });
    return adjoints;
  }

  /**
   * Adds to the adjoints of all values in an array of records.
   *
   * @param <R> the type of an element
   * @param records an array, or null
   * @param adjoints what to add, an array of the same length; null, also for an element, adds
   *     nothing
   * @param ofElement adds to the adjoints of the values in an element; for an array of arrays,
   *     {@code (row, drow) -> shadows.add(row, drow, ofElement)}; never called with null
   * @return {@code adjoints}
   */
  public <R> R[] add(R[] records, R[] adjoints, BinaryOperator<R> ofElement) {
    addPairs(
        records,
        adjoints,
        (record, adjoint) ->
            adjoint != null && bothPresent(record, adjoint)
                ? ofElement.apply(record, adjoint)
                : null);
    return adjoints;
  }

  private static <T> void addPairs(T[] values, T[] adjoints, BinaryOperator<T> add) {
    if (adjoints == null || !bothPresent(values, adjoints)) {
      return;
    }
    requireSameLength(values.length, adjoints.length);
    for (int i = 0; i < values.length; i++) {
      add.apply(values[i], adjoints[i]);
    }
  }

  private void addElement(Object value, Object adjoint) {
    if (value instanceof Object[] row) {
      add(row, (Object[]) adjoint);
    } else if (adjoint != null && bothPresent(value, adjoint)) {
      @SuppressWarnings("unchecked") // the adjoint of a value is of its type
      Accumulator<Object> sum = (Accumulator<Object>) found((DifferentiableType<?, ?>) value);
      sum.add(adjoint);
    }
  }

  /**
   * The adjoint of a value.
   *
   * @param <T> the type of the value
   * @param value a value, or null
   * @return the value of its accumulator; null if {@code value} is null
   */
  public <T extends DifferentiableType<T, ?>> T frozen(T value) {
    @SuppressWarnings("unchecked") // the adjoint of a value is of its type
    T adjoint = value == null ? null : (T) found(value).freeze();
    return adjoint;
  }

  /**
   * The adjoints of all values in an array, of any rank.
   *
   * @param <T> the type of an element
   * @param values an array, or null
   * @return a new array with the value of each accumulator; null if {@code values} is null
   */
  public <T> T[] frozen(T[] values) {
    return mapped(values, v -> found(v).freeze());
  }

  /**
   * The adjoints of an array of records that lead to values only.
   *
   * @param <R> the type of an element
   * @param records an array, or null
   * @param ofElement the adjoint of an element; for an array of arrays, {@code row ->
   *     shadows.frozen(row, ofElement)}; never called with null
   * @return a new array; null if {@code records} is null
   */
  public <R> R[] frozen(R[] records, UnaryOperator<R> ofElement) {
    return each(records, ofElement);
  }

  /**
   * The adjoints of an array of records that lead to values, and to numbers too.
   *
   * @param <R> the type of an element
   * @param adjoints its shadow, which has the adjoints of the numbers
   * @param records the array, or null
   * @param ofElement the adjoint of an element, from that in the shadow and the element; for an
   *     array of arrays, {@code (drow, row) -> shadows.frozen(drow, row, ofElement)}; never called
   *     with null
   * @return a new array; null if {@code records} is null
   */
  public <R> R[] frozen(R[] adjoints, R[] records, BinaryOperator<R> ofElement) {
    if (records == null) {
      return null;
    }
    R[] out = records.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] = records[i] == null ? null : ofElement.apply(adjoints[i], records[i]);
    }
    return out;
  }

  /**
   * The zeros of all values in an array, of any rank.
   *
   * @param <T> the type of an element
   * @param values an array, or null
   * @return an array of zeros, the same one at every call; null if {@code values} is null
   */
  @SuppressWarnings("unchecked") // the zeros of an array are of its type
  public <T> T[] zerosOf(T[] values) {
    if (values == null) {
      return null;
    }
    T[] known = (T[]) shadowOf.get(values);
    if (known == null) {
      known = mapped(values, DifferentiableType::zero);
      put(values, known);
    }
    return known;
  }

  /**
   * A copy of a value, see {@link DifferentiableType#copy}.
   *
   * @param <T> the type of the value
   * @param value a value, or null
   * @return a new object; null if {@code value} is null
   */
  public static <T extends DifferentiableType<T, ?>> T distinct(T value) {
    @SuppressWarnings("unchecked") // a copy has the type of its original
    T copy = value == null ? null : (T) copied(value);
    return copy;
  }

  /**
   * Copies of all values in an array, of any rank.
   *
   * @param <T> the type of an element
   * @param values an array, or null
   * @return a new array; null if {@code values} is null
   */
  public static <T> T[] distinct(T[] values) {
    return mapped(values, Shadows::copied);
  }

  /**
   * A copy of an array of records, with copies of all values in them.
   *
   * @param <R> the type of an element
   * @param records an array, or null
   * @param ofElement copies an element; for an array of arrays, {@code row -> Shadows.distinct(row,
   *     ofElement)}; never called with null
   * @return a new array; null if {@code records} is null
   */
  public static <R> R[] distinct(R[] records, UnaryOperator<R> ofElement) {
    return each(records, ofElement);
  }

  private static <R> R[] each(R[] records, UnaryOperator<R> ofElement) {
    if (records == null) {
      return null;
    }
    R[] out = records.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] = records[i] == null ? null : ofElement.apply(records[i]);
    }
    return out;
  }

  /**
   * Refuses arguments that share an array of values: each is to have copies of its own.
   *
   * @param arrays arrays of values, or null
   * @throws IllegalArgumentException if one array is, or is a row of, two of them
   */
  public static void requireApart(Object[]... arrays) {
    requireApart(arrays, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static void requireApart(Object[] arrays, Set<Object> seen) {
    for (Object array : arrays) {
      if (array instanceof Object[] values && values.length > 0) {
        if (!seen.add(values)) {
          throw new IllegalArgumentException(
              "two arguments share an array of "
                  + values.getClass().getComponentType().getTypeName()
                  + "; pass a copy of it as one of them");
        }
        requireApart(values, seen);
      }
    }
  }

  private static Object copied(DifferentiableType<?, ?> value) {
    Object copy = value.copy();
    if (copy == value) {
      throw new IllegalStateException(
          value.getClass().getTypeName() + ".copy() gives no new object");
    }
    return copy;
  }

  /**
   * An accumulator for an adjoint that nobody asks for.
   *
   * @param <T> the type of the value
   * @param <A> the type of its accumulator
   * @param value a value, or null
   * @return a new accumulator; null if {@code value} is null
   */
  public static <T extends DifferentiableType<T, A>, A extends Accumulator<T>> A scratch(T value) {
    return value == null ? null : value.discarding();
  }

  /**
   * The zero of a value, see {@link DifferentiableType#zero}.
   *
   * @param <T> the type of the value
   * @param value a value, or null
   * @return its zero; null if {@code value} is null
   */
  public static <T extends DifferentiableType<T, ?>> T zero(T value) {
    return value == null ? null : value.zero();
  }

  @SuppressWarnings("unchecked") // what comes of a value is of its type
  private static <T> T[] mapped(T[] values, Function<DifferentiableType<?, ?>, Object> function) {
    if (values == null) {
      return null;
    }
    T[] out = values.clone();
    for (int i = 0; i < out.length; i++) {
      if (values[i] instanceof Object[] row) {
        out[i] = (T) mapped(row, function);
      } else if (values[i] != null) {
        out[i] = (T) function.apply((DifferentiableType<?, ?>) values[i]);
      }
    }
    return out;
  }

  private static void requireSameLength(int length, int other) {
    if (length != other) {
      throw new IllegalArgumentException(
          "an array of length " + length + " cannot have an adjoint of length " + other);
    }
  }

  // Arrays

  /**
   * The shadow of an array.
   *
   * @param a an array, or null
   * @return its shadow, the same one at every call; null if {@code a} is null
   */
  public double[] of(double[] a) {
    if (a == null) {
      return null;
    }
    double[] shadow = (double[]) shadowOf.get(a);
    if (shadow == null) {
      shadow = new double[a.length];
      put(a, shadow);
    }
    return shadow;
  }

  /**
   * The shadow of an array.
   *
   * @param a an array, or null
   * @return its shadow, the same one at every call; null if {@code a} is null
   */
  public float[] of(float[] a) {
    if (a == null) {
      return null;
    }
    float[] shadow = (float[]) shadowOf.get(a);
    if (shadow == null) {
      shadow = new float[a.length];
      put(a, shadow);
    }
    return shadow;
  }

  /**
   * The shadow of an array of arrays, of any rank, of {@code double} or {@code float}.
   *
   * <p>The rows of the shadow are the shadows of the rows that {@code a} has at the time of the
   * call: a sweep that restores a row asks again.
   *
   * @param <T> the type of a row
   * @param a an array of arrays, or null
   * @return its shadow, the same outer array at every call; null if {@code a} is null
   * @throws IllegalArgumentException if the elements are neither {@code double} nor {@code float}
   */
  public <T> T[] of(T[] a) {
    if (a == null) {
      return null;
    }
    T[] shadow = knownShadow(a);
    if (shadow == null) {
      requireFloatingPoint(a);
      shadow = newShadow(a);
    }
    for (int i = 0; i < a.length; i++) {
      shadow[i] = ofRow(a[i]);
    }
    return shadow;
  }

  /**
   * The shadow of an array of records.
   *
   * <p>An element of the shadow is made at the first call that finds an element in {@code a}, and
   * is left alone afterwards: it accumulates. For an array of arrays of records, {@code zero} is
   * the shadow of a row, {@code row -> shadows.ofRecords(row, zeroOfElement)}; rows are looked up
   * anew at every call.
   *
   * @param <R> the type of an element
   * @param a an array of records, or null
   * @param zero makes the zero adjoint of an element; never called with null
   * @return its shadow, the same array at every call; null if {@code a} is null
   */
  public <R> R[] ofRecords(R[] a, UnaryOperator<R> zero) {
    if (a == null) {
      return null;
    }
    R[] shadow = knownShadow(a);
    if (shadow == null) {
      shadow = newShadow(a);
    }
    boolean refresh = hasRows(a);
    for (int i = 0; i < a.length; i++) {
      if (a[i] == null) {
        shadow[i] = refresh ? null : shadow[i];
      } else if (refresh || shadow[i] == null) {
        shadow[i] = zero.apply(a[i]);
      }
    }
    return shadow;
  }

  /**
   * The shadow of an array of records with arrays of arrays in them, when rows of these have been
   * exchanged: as {@link #ofRecords}, and the rows of all shadows in it are those that belong to
   * the rows of the arrays now.
   *
   * @param <R> the type of an element
   * @param a an array of records, or null
   * @param settle asks for the shadows of the arrays in an element, as {@code zero} does there; for
   *     an array of arrays, {@code row -> shadows.settled(row, settleElement)}; never called with
   *     null
   * @return its shadow, the same array at every call; null if {@code a} is null
   */
  public <R> R[] settled(R[] a, UnaryOperator<R> settle) {
    R[] shadow = ofRecords(a, settle);
    for (int i = 0; shadow != null && !hasRows(a) && i < a.length; i++) {
      if (a[i] != null) {
        settle.apply(a[i]);
      }
    }
    return shadow;
  }

  /**
   * Begins a step of a loop that runs again for each of its steps: the arrays and values that
   * become known from now on are made in the step.
   */
  public void remember() {
    if (since == null) {
      since = new ArrayDeque<>();
    }
    since.push(new ArrayList<>());
  }

  /**
   * Ends the step that the last {@link #remember} began: its arrays and values are forgotten, and
   * are garbage with their shadows. Where the loop left one of them in a variable, its shadow is in
   * a variable as well.
   */
  public void forget() {
    for (Object known : since.pop()) {
      shadowOf.remove(known);
      taken.remove(known);
    }
  }

  /**
   * Makes an accumulator that of the adjoint of a value.
   *
   * @param <T> the type of the value
   * @param <A> the type of its accumulator
   * @param value a value, or null
   * @param adjoint its accumulator from now on; null exactly if {@code value} is
   * @throws IllegalArgumentException if {@code value} has another accumulator already
   */
  public <T extends DifferentiableType<T, A>, A extends Accumulator<T>> void bind(
      T value, A adjoint) {
    if (bothPresent(value, adjoint)) {
      register(value, adjoint, 0, 0);
    }
  }

  /**
   * Makes an array the shadow of another; what it holds is kept and added to.
   *
   * @param a an array, or null
   * @param da its shadow from now on; null exactly if {@code a} is
   * @throws IllegalArgumentException if the lengths differ, {@code a} has another shadow already,
   *     or both are one array
   */
  public void bind(double[] a, double[] da) {
    if (bothPresent(a, da)) {
      register(a, da, a.length, da.length);
    }
  }

  /**
   * Makes an array the shadow of another; what it holds is kept and added to.
   *
   * @param a an array, or null
   * @param da its shadow from now on; null exactly if {@code a} is
   * @throws IllegalArgumentException if the lengths differ, {@code a} has another shadow already,
   *     or both are one array
   */
  public void bind(float[] a, float[] da) {
    if (bothPresent(a, da)) {
      register(a, da, a.length, da.length);
    }
  }

  /**
   * Checks that an array can be the shadow of another, where nothing else is differentiated.
   *
   * @param a an array, or null
   * @param da what is to be added to; null exactly if {@code a} is
   * @throws IllegalArgumentException if the lengths differ, or both are one array
   */
  public static void requireFit(double[] a, double[] da) {
    if (bothPresent(a, da)) {
      requireFit(a, da, a.length, da.length);
    }
  }

  /**
   * Checks that an array can be the shadow of another, where nothing else is differentiated.
   *
   * @param a an array, or null
   * @param da what is to be added to; null exactly if {@code a} is
   * @throws IllegalArgumentException if the lengths differ, or both are one array
   */
  public static void requireFit(float[] a, float[] da) {
    if (bothPresent(a, da)) {
      requireFit(a, da, a.length, da.length);
    }
  }

  private static void requireFit(Object a, Object da, int length, int shadowLength) {
    requireSameLength(length, shadowLength);
    if (a == da && length > 0) {
      throw new IllegalArgumentException("an array cannot be its own adjoint; pass another one");
    }
  }

  /**
   * Makes an array the shadow of another, and its rows those of the other's rows.
   *
   * <p>Elements that are not arrays, records above all, need no binding: they belong to their
   * array.
   *
   * @param a an array of arrays or of records, or null
   * @param da its shadow from now on; null exactly if {@code a} is
   * @throws IllegalArgumentException if types or lengths differ anywhere, or an array has another
   *     shadow already, which includes one array in two rows of {@code a} with two shadows
   */
  public void bind(Object[] a, Object[] da) {
    if (!bothPresent(a, da)) {
      return;
    }
    register(a, da, a.length, da.length);
    if (!hasRows(a)) {
      return;
    }
    for (int i = 0; i < a.length; i++) {
      bindRow(a[i], da[i]);
    }
  }

  /**
   * As {@link #bind(double[], double[])}.
   *
   * @param a an array, or null
   * @param da its shadow from now on; null exactly if {@code a} is
   * @return {@code da}
   */
  public double[] bound(double[] a, double[] da) {
    bind(a, da);
    return da;
  }

  /**
   * As {@link #bind(float[], float[])}.
   *
   * @param a an array, or null
   * @param da its shadow from now on; null exactly if {@code a} is
   * @return {@code da}
   */
  public float[] bound(float[] a, float[] da) {
    bind(a, da);
    return da;
  }

  /**
   * As {@link #bind(Object[], Object[])}.
   *
   * @param <T> the type of an element
   * @param a an array, or null
   * @param da its shadow from now on; null exactly if {@code a} is
   * @return {@code da}
   */
  public <T> T[] bound(T[] a, T[] da) {
    bind(a, da);
    return da;
  }

  /**
   * Makes an array the shadow of an array of records that hold arrays, and the arrays in its
   * elements the shadows of those in the records.
   *
   * @param <R> the type of an element
   * @param a an array of records, or of rows of them, or null
   * @param da its shadow from now on; null exactly if {@code a} is
   * @param binder binds the arrays in an element; for an array of arrays, {@code (row, drow) ->
   *     shadows.boundRecords(row, drow, binderOfElements)}; never called with null
   * @return {@code da}
   * @throws IllegalArgumentException if lengths differ, one element of a pair is null, or an array
   *     has another shadow already
   */
  public <R> R[] boundRecords(R[] a, R[] da, BinaryOperator<R> binder) {
    if (bothPresent(a, da)) {
      register(a, da, a.length, da.length);
      for (int i = 0; i < a.length; i++) {
        if (bothPresent(a[i], da[i])) {
          binder.apply(a[i], da[i]);
        }
      }
    }
    return da;
  }

  /**
   * Refuses shadows that a caller gives and that are not apart: one for two arrays, or one that is
   * an argument itself. What is added for one array would be read as that of the other.
   *
   * <p>Called when all that the caller gives is bound. Empty arrays hold nothing.
   *
   * @throws IllegalArgumentException if an array is the shadow of two, or has a shadow itself
   */
  public void refuseSharedShadows() {
    if (shadowOf.anyBelonging(shadow -> shadowOf.owners(shadow) > 1 && !isEmpty(shadow))) {
      throw new IllegalArgumentException(
          "one adjoint array is passed for two arrays; pass an array of its own for each");
    }
    if (shadowOf.anyBelonging(shadow -> shadowOf.contains(shadow) && !isEmpty(shadow))) {
      throw new IllegalArgumentException("an adjoint array is an argument, too; pass another one");
    }
    areGiven = true;
  }

  /**
   * Adds to the shadows that a caller has given those that a backward pass has made of the same
   * arrays.
   *
   * @param made the shadows of the backward pass
   */
  public void addFrom(Shadows made) {
    shadowOf.forEach(
        (array, shadow) -> {
          Object sum = made.shadowOf.get(array);
          if (sum instanceof double[] doubles) {
            Adjoints.add((double[]) shadow, doubles);
          } else if (sum instanceof float[] floats) {
            Adjoints.add((float[]) shadow, floats);
          }
        });
  }

  private static boolean isEmpty(Object array) {
    return array.getClass().isArray() && Array.getLength(array) == 0;
  }

  /**
   * Refuses a constant that shares storage with something differentiated: its part of the
   * derivative would be lost.
   *
   * <p>Called when all differentiated arguments are bound; changes nothing. Empty arrays share
   * nothing, whoever holds them.
   *
   * @param constantName the name of the constant argument, for the message
   * @param constantArray the constant, an array of any kind; anything else is let through
   * @throws IllegalArgumentException if this array or a row of it has a shadow, or is one that was
   *     given
   */
  public void refuseShared(String constantName, Object constantArray) {
    if (sharesStorage(constantArray, shadowOf::contains)) {
      throw shared(constantName, constantArray);
    }
    refuseAdjoint(constantName, constantArray);
  }

  /**
   * Refuses an argument that shares storage with an adjoint array that the caller gives: it would
   * change while it is still read.
   *
   * <p>Called behind {@link #refuseSharedShadows}.
   *
   * @param name the name of the argument, for the message
   * @param argument an array of any kind; anything else is let through
   * @throws IllegalArgumentException if this array or a row of it is one that was given
   */
  public void refuseAdjoint(String name, Object argument) {
    if (areGiven && sharesStorage(argument, other -> shadowOf.owners(other) > 0)) {
      throw isAdjoint(name);
    }
  }

  /**
   * As {@link #refuseAdjoint(String, Object)}, where one array is all that is added to.
   *
   * @param name the name of the argument, for the message
   * @param argument an array of any kind; anything else is let through
   * @param adjoint what is to be added to, or null
   * @throws IllegalArgumentException if the argument or a row of it is this array
   */
  public static void refuseAdjoint(String name, Object argument, Object adjoint) {
    if (sharesStorage(argument, other -> other == adjoint)) {
      throw isAdjoint(name);
    }
  }

  /**
   * As {@link #refuseShared(String, Object)}, where one array is all that is differentiated.
   *
   * @param constantName the name of the constant argument, for the message
   * @param constantArray the constant, an array of any kind; anything else is let through
   * @param array the array that is differentiated, or null
   * @throws IllegalArgumentException if the constant or a row of it is this array
   */
  public static void refuseShared(String constantName, Object constantArray, Object array) {
    if (sharesStorage(constantArray, other -> other == array)) {
      throw shared(constantName, constantArray);
    }
  }

  /**
   * As {@link #refuseShared(String, Object, Object)}, where the caller gives the array's shadow.
   *
   * @param constantName the name of the constant argument, for the message
   * @param constantArray the constant, an array of any kind; anything else is let through
   * @param array the array that is differentiated, or null
   * @param shadow what is to be added to, or null
   * @throws IllegalArgumentException if the constant or a row of it is one of the two
   */
  public static void refuseShared(
      String constantName, Object constantArray, Object array, Object shadow) {
    refuseShared(constantName, constantArray, array);
    refuseAdjoint(constantName, constantArray, shadow);
  }

  private static IllegalArgumentException isAdjoint(String constantName) {
    return new IllegalArgumentException(
        "argument '" + constantName + "' shares storage with an adjoint array; pass another one");
  }

  /** The error that names a constant which shares storage with a differentiated argument. */
  static IllegalArgumentException shared(String constantName, Object constantArray) {
    String remedy = "pass a copy (" + constantName + ".clone())";
    if (constantArray instanceof Object[] elements) {
      remedy = "pass a copy, " + (hasRows(elements) ? "rows" : "all arrays in it") + " included";
    }
    return new IllegalArgumentException(
        "argument '"
            + constantName
            + "' is declared constant but shares storage with a differentiated argument; "
            + remedy);
  }

  /** True if a test holds of an array that is not empty, or of one in it. */
  static boolean sharesStorage(Object array, Predicate<Object> isShared) {
    if (array == null || !array.getClass().isArray() || Array.getLength(array) == 0) {
      return false;
    }
    if (isShared.test(array)) {
      return true;
    }
    if (array instanceof Object[] elements) {
      for (Object element : elements) {
        if (sharesStorage(element, isShared)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The arrays in a record, for {@link #refuseShared(String, Object)}.
   *
   * @param <R> the type of the record
   * @param record a record, or null
   * @param arrays the arrays in a record
   * @return what {@code arrays} gives; null for null
   */
  public static <R> Object[] arraysOf(R record, Function<R, Object[]> arrays) {
    return record == null ? null : arrays.apply(record);
  }

  /**
   * An array and the arrays in its elements, for {@link #refuseShared(String, Object)}.
   *
   * @param <R> the type of an element
   * @param elements an array of records, or of arrays of them, or null
   * @param arrays the arrays in an element; never called with null
   * @return all of them; null for null
   */
  public static <R> Object[] arraysIn(R[] elements, Function<R, Object[]> arrays) {
    if (elements == null) {
      return null;
    }
    Object[] all = new Object[elements.length + 1];
    all[elements.length] = elements;
    for (int i = 0; i < elements.length; i++) {
      all[i] = arraysOf(elements[i], arrays);
    }
    return all;
  }

  @SuppressWarnings("unchecked") // a shadow has the type of its array
  private <T> T[] knownShadow(T[] a) {
    return (T[]) shadowOf.get(a);
  }

  @SuppressWarnings("unchecked") // the component type is that of a
  private <T> T[] newShadow(T[] a) {
    T[] shadow = (T[]) Array.newInstance(a.getClass().getComponentType(), a.length);
    put(a, shadow);
    return shadow;
  }

  @SuppressWarnings("unchecked") // a shadow has the type of its row
  private <T> T ofRow(T row) {
    if (row instanceof double[] doubles) {
      return (T) of(doubles);
    }
    if (row instanceof float[] floats) {
      return (T) of(floats);
    }
    return (T) of((Object[]) row);
  }

  private void bindRow(Object row, Object shadow) {
    if (!bothPresent(row, shadow)) {
      return;
    }
    if (row.getClass() != shadow.getClass()) {
      throw new IllegalArgumentException(
          "the adjoint of "
              + row.getClass().getTypeName()
              + " cannot be "
              + shadow.getClass().getTypeName());
    }
    if (row instanceof double[] doubles) {
      bind(doubles, (double[]) shadow);
    } else if (row instanceof float[] floats) {
      bind(floats, (float[]) shadow);
    } else if (row instanceof Object[] rows) {
      bind(rows, (Object[]) shadow);
    } else {
      throw noAdjoint(row);
    }
  }

  private void register(Object a, Object da, int length, int shadowLength) {
    requireFit(a, da, length, shadowLength);
    Object known = shadowOf.get(a);
    if (known == null) {
      put(a, da);
    } else if (known != da) {
      throw new IllegalArgumentException(
          "the same array is passed twice with two different adjoint arrays; pass the same adjoint"
              + " array both times");
    }
  }

  private void put(Object a, Object da) {
    shadowOf.put(a, da);
    if (since != null && !since.isEmpty()) {
      since.element().add(a);
    }
  }

  private static boolean bothPresent(Object a, Object da) {
    if ((a == null) != (da == null)) {
      throw new IllegalArgumentException(
          a == null
              ? "null cannot have an adjoint array"
              : "the adjoint array of an array is null");
    }
    return a != null;
  }

  private static boolean hasRows(Object[] a) {
    return a.getClass().getComponentType().isArray();
  }

  private static void requireFloatingPoint(Object[] a) {
    Class<?> element = a.getClass();
    while (element.isArray()) {
      element = element.getComponentType();
    }
    if (element != double.class && element != float.class) {
      throw noAdjoint(a);
    }
  }

  private static IllegalArgumentException noAdjoint(Object array) {
    return new IllegalArgumentException(
        array.getClass().getTypeName() + " has no adjoint: its elements are not floating-point");
  }
}
