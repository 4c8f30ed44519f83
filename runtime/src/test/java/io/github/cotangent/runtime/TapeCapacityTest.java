package io.github.cotangent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TapeCapacityTest {

  @Test
  void doublesUntilTheLargestArray() {
    assertThat(TapeCapacity.after(16)).isEqualTo(32);
    assertThat(TapeCapacity.after(1 << 30)).isEqualTo(TapeCapacity.MAXIMUM);
    assertThat(TapeCapacity.after(TapeCapacity.MAXIMUM - 1)).isEqualTo(TapeCapacity.MAXIMUM);
  }

  @Test
  void explainsThatTheTapeIsFull() {
    assertThatThrownBy(() -> TapeCapacity.after(TapeCapacity.MAXIMUM))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessageContaining("a tape holds at most");
  }
}
