package io.github.cotangent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesTest {

  private final Identities identities = new Identities();

  /** The oracle is a hash table; the objects are all equal, so only identity tells them apart. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, Identities.FEW - 1, Identities.FEW, Identities.FEW + 1, 100})
  void holdsWhatAHashTableHolds(int size) {
    Random random = new Random(size);
    Map<Object, Object> expected = new IdentityHashMap<>();
    List<Object> objects = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      objects.add(new String("same"));
    }
    for (int step = 0; step < 20 * size; step++) {
      Object object = objects.get(random.nextInt(size));
      if (expected.containsKey(object) && random.nextInt(4) == 0) {
        expected.remove(object);
        identities.remove(object);
      } else if (!expected.containsKey(object)) {
        expected.put(object, step);
        identities.put(object, step);
      }
      for (Object each : objects) {
        assertThat(identities.get(each)).isEqualTo(expected.get(each));
        assertThat(identities.contains(each)).isEqualTo(expected.containsKey(each));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, Identities.FEW, Identities.FEW + 1})
  void makesOnce(int others) {
    for (int i = 0; i < others; i++) {
      identities.put(new Object(), i);
    }
    int[] array = {1};
    int[] made = identities.of(array, int[]::clone);
    assertThat(made).isNotSameAs(array).containsExactly(1);
    assertThat(identities.of(array, int[]::clone)).isSameAs(made);
    identities.remove(new Object());
    assertThat(identities.get(array)).isSameAs(made);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, Identities.FEW - 3, Identities.FEW, 100})
  void knowsWhatBelongsToWhom(int others) {
    String first = new String("same");
    String second = new String("same");
    for (int i = 0; i < others; i++) {
      identities.put(new Object(), new String("same"));
    }
    identities.put(new Object(), first);
    assertThat(identities.owners(first)).isEqualTo(1);
    assertThat(identities.owners(second)).isZero();
    identities.put(new Object(), first);
    Object last = new Object();
    identities.put(last, second);
    assertThat(identities.owners(first)).isEqualTo(2);
    assertThat(identities.owners(second)).isEqualTo(1);
    assertThat(identities.anyBelonging(b -> b == second)).isTrue();
    identities.remove(last);
    assertThat(identities.owners(second)).isZero();
    assertThat(identities.anyBelonging(b -> b == second)).isFalse();
  }
}
