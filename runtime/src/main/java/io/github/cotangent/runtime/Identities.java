package io.github.cotangent.runtime;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What belongs to objects, by their identity.
 *
 * <p>Most derivatives know a handful of arrays. So few are found faster by a comparison with each
 * than in a hash table, whose storage also costs more than the derivative of a small function; only
 * when there are more, they move to one.
 */
final class Identities {

  /** How many are compared one by one. */
  static final int FEW = 16;

  /** The length of the first array: room for four. */
  private static final int FIRST = 8;

  private static final Object[] NONE = {};

  /** An object, what belongs to it, the next object, and so on. */
  private Object[] few = NONE;

  private int count;

  /** All of them, once they are more than a few; null before. */
  private Map<Object, Object> many;

  /** How often each thing belongs to one of many; null until somebody asks. */
  private Map<Object, Integer> ownersOf;

  /** What belongs to an object; null if nothing does. */
  Object get(Object object) {
    if (many != null) {
      return many.get(object);
    }
    int at = find(object);
    return at < 0 ? null : few[at + 1];
  }

  /** True if something belongs to the object. */
  boolean contains(Object object) {
    return many != null ? many.containsKey(object) : find(object) >= 0;
  }

  /**
   * What belongs to an object, and is made when it is asked for the first time.
   *
   * @param maker makes it, not null; may not ask here
   */
  <T, B> B of(T object, Function<T, B> maker) {
    @SuppressWarnings("unchecked") // one kind of object has one kind of belonging
    B known = (B) get(object);
    if (known == null) {
      known = maker.apply(object);
      put(object, known);
    }
    return known;
  }

  /** Makes something, not null, belong to an object that nothing belongs to. */
  void put(Object object, Object belonging) {
    ownersOf = null;
    if (many == null && count == FEW) {
      hash();
    }
    if (many != null) {
      many.put(object, belonging);
      return;
    }
    if (few.length == 2 * count) {
      few = Arrays.copyOf(few, count == 0 ? FIRST : 2 * few.length);
    }
    few[2 * count] = object;
    few[2 * count + 1] = belonging;
    count++;
  }

  /** Nothing belongs to the object any more. */
  void remove(Object object) {
    ownersOf = null;
    if (many != null) {
      many.remove(object);
      return;
    }
    int at = find(object);
    if (at >= 0) {
      int last = 2 * --count;
      few[at] = few[last];
      few[at + 1] = few[last + 1];
      few[last] = null;
      few[last + 1] = null;
    }
  }

  /** Calls back for each object and what belongs to it, in no order. */
  void forEach(BiConsumer<Object, Object> visitor) {
    if (many != null) {
      many.forEach(visitor);
      return;
    }
    for (int i = 0; i < 2 * count; i += 2) {
      visitor.accept(few[i], few[i + 1]);
    }
  }

  /** True if one of the things that belong to objects passes the test. */
  boolean anyBelonging(Predicate<Object> test) {
    if (many != null) {
      return many.values().stream().anyMatch(test);
    }
    for (int i = 0; i < 2 * count; i += 2) {
      if (test.test(few[i + 1])) {
        return true;
      }
    }
    return false;
  }

  /** To how many objects something belongs. */
  int owners(Object belonging) {
    if (many != null && ownersOf == null) {
      ownersOf = new IdentityHashMap<>();
      many.values().forEach(b -> ownersOf.merge(b, 1, Integer::sum));
    }
    if (many != null) {
      return ownersOf.getOrDefault(belonging, 0);
    }
    int owners = 0;
    for (int i = 0; i < 2 * count; i += 2) {
      owners += few[i + 1] == belonging ? 1 : 0;
    }
    return owners;
  }

  /** Forgets everything, but keeps the room for a few. */
  void clear() {
    Arrays.fill(few, null);
    count = 0;
    many = null;
    ownersOf = null;
  }

  private int find(Object object) {
    Object[] entries = few;
    for (int i = 0; i < 2 * count; i += 2) {
      if (entries[i] == object) {
        return i;
      }
    }
    return -1;
  }

  private void hash() {
    many = new IdentityHashMap<>();
    for (int i = 0; i < 2 * count; i += 2) {
      many.put(few[i], few[i + 1]);
    }
    few = NONE;
  }
}
