package io.github.cotangent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WorkspaceTest {

  private final Workspace workspace = new Workspace();

  @Test
  void anArrayComesAgainWithZeros() {
    double[] first = workspace.doubles(0, 3);
    first[1] = 2.5;
    double[] again = workspace.doubles(0, 3);
    assertThat(again).isSameAs(first).containsExactly(0, 0, 0);
    float[] floats = workspace.floats(1, 1);
    floats[0] = 1;
    assertThat(workspace.floats(1, 1)).isSameAs(floats).containsExactly(0);
    int[] ints = workspace.ints(2, 1);
    ints[0] = 1;
    assertThat(workspace.ints(2, 1)).isSameAs(ints).containsExactly(0);
    long[] longs = workspace.longs(3, 1);
    longs[0] = 1;
    assertThat(workspace.longs(3, 1)).isSameAs(longs).containsExactly(0);
    boolean[] booleans = workspace.booleans(4, 1);
    booleans[0] = true;
    assertThat(workspace.booleans(4, 1)).isSameAs(booleans).containsExactly(false);
  }

  @Test
  void anotherSizeOrTypeIsAnotherArray() {
    double[] first = workspace.doubles(0, 3);
    assertThat(workspace.doubles(0, 4)).hasSize(4).isNotSameAs(first);
    assertThat(workspace.ints(0, 4)).hasSize(4);
    double[][] matrix = workspace.doubles(0, 2, 3);
    assertThat(workspace.doubles(0, 2, 4)).isNotSameAs(matrix).hasDimensions(2, 4);
    assertThat(workspace.doubles(0, 3, 4)).hasDimensions(3, 4);
    assertThat(workspace.floats(0, 3, 4)).hasDimensions(3, 4);
    assertThat(workspace.doubles(0, 0, 4)).isEmpty();
    assertThat(workspace.doubles(0, 0)).isEmpty();
  }

  @Test
  void slotsAreApart() {
    assertThat(workspace.doubles(0, 2)).isNotSameAs(workspace.doubles(1, 2));
    double[] far = workspace.doubles(100, 2);
    assertThat(workspace.doubles(100, 2)).isSameAs(far);
  }

  @Test
  void aMatrixComesAgainWithItsOwnRows() {
    double[][] matrix = workspace.doubles(0, 2, 2);
    double[] own = matrix[0];
    own[1] = 3;
    double[] theirs = {1, 2};
    matrix[0] = theirs;
    matrix[1] = own;
    double[][] again = workspace.doubles(0, 2, 2);
    assertThat(again).isSameAs(matrix).isDeepEqualTo(new double[2][2]);
    assertThat(again[0]).isSameAs(own).isNotSameAs(again[1]);
    assertThat(theirs).containsExactly(1, 2);
  }

  @Test
  void copiesAndWhatIsSetAside() {
    double[] array = {1, 2};
    double[] copy = workspace.copyOf(0, array);
    assertThat(copy).containsExactly(1, 2).isNotSameAs(array);
    assertThat(workspace.copyOf(0, new double[] {3, 4})).isSameAs(copy).containsExactly(3, 4);
    assertThat(workspace.setAside(1, array)).containsExactly(1, 2);
    assertThat(array).containsExactly(0, 0);
    assertThat(workspace.setAside(2, (double[]) null)).isNull();
    assertThatThrownBy(() -> workspace.copyOf(0, (double[]) null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void tapesAndShadowsComeAgainEmpty() {
    DoubleTape tape = workspace.doubleTape(0);
    tape.push(1);
    assertThat(workspace.doubleTape(0)).isSameAs(tape);
    assertThat(tape.size()).isZero();
    Shadows shadows = workspace.shadows(1);
    double[] array = {1};
    double[] shadow = shadows.of(array);
    shadow[0] = 5;
    assertThat(workspace.shadows(1)).isSameAs(shadows);
    assertThat(shadows.of(array)).isNotSameAs(shadow).containsExactly(0);
  }

  @Test
  void aNegativeLengthIsRefusedAsByNew() {
    assertThatThrownBy(() -> workspace.doubles(0, -1))
        .isInstanceOf(NegativeArraySizeException.class);
  }
}
