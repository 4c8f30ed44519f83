package io.github.cotangent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BooleanTapeTest {

  private static final int COUNT = 1000;

  @Test
  void popsInReverseOrderAcrossGrowth() {
    BooleanTape tape = recorded();
    assertThat(tape.size()).isEqualTo(COUNT);
    for (int i = COUNT - 1; i >= 0; i--) {
      assertThat(tape.pop()).isEqualTo(value(i));
    }
    assertThat(tape.size()).isZero();
  }

  @Test
  void readersAreIndependentAndLeaveTheTapeAlone() {
    BooleanTape tape = recorded();
    BooleanTape.Reader first = tape.reader();
    BooleanTape.Reader second = tape.reader();
    first.pop();
    for (int i = COUNT - 1; i >= 0; i--) {
      assertThat(second.isEmpty()).isFalse();
      assertThat(second.pop()).isEqualTo(value(i));
    }
    assertThat(second.isEmpty()).isTrue();
    assertThat(first.pop()).isEqualTo(value(COUNT - 2));
    assertThat(tape.size()).isEqualTo(COUNT);
    assertThat(tape.reader().pop()).isEqualTo(value(COUNT - 1));
  }

  @Test
  void readerDoesNotSeeLaterValues() {
    BooleanTape tape = new BooleanTape();
    tape.push(value(1));
    BooleanTape.Reader reader = tape.reader();
    for (int i = 0; i < COUNT; i++) {
      tape.push(value(i));
    }
    assertThat(reader.pop()).isEqualTo(value(1));
    assertThat(reader.isEmpty()).isTrue();
  }

  @Test
  void refusesToPopNothing() {
    BooleanTape tape = new BooleanTape();
    BooleanTape.Reader reader = tape.reader();
    assertThat(reader.isEmpty()).isTrue();
    assertThatThrownBy(tape::pop)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("empty tape");
    assertThatThrownBy(reader::pop)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("empty tape");
  }

  private static BooleanTape recorded() {
    BooleanTape tape = new BooleanTape();
    for (int i = 0; i < COUNT; i++) {
      tape.push(value(i));
    }
    return tape;
  }

  private static boolean value(int i) {
    return i % 3 == 0;
  }
}
