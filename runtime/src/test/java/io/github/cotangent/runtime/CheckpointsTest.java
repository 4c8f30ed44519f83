package io.github.cotangent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schedule, run over a loop whose state is the number of its steps so far. */
class CheckpointsTest {

  private record Loop(int steps, int snapshots) {}

  static Stream<Loop> loops() {
    Stream<Loop> small =
        IntStream.rangeClosed(0, 40)
            .boxed()
            .flatMap(
                steps -> IntStream.rangeClosed(1, 12).mapToObj(slots -> new Loop(steps, slots)));
    Stream<Loop> large =
        Stream.of(
            new Loop(1000, 1),
            new Loop(1000, 2),
            new Loop(1000, 10),
            new Loop(1000, 999),
            new Loop(1000, 5000),
            new Loop(10_000, 14),
            new Loop(100_000, 17),
            new Loop(100_000, 3));
    return Stream.concat(small, large);
  }

  /** Reverses the loop; gives the number of steps that were run in advance. */
  private static long reverse(Checkpoints checkpoints, int steps) {
    int[] kept = new int[checkpoints.slots()];
    int state;
    int expected = steps;
    long advanced = 0;
    while (checkpoints.back()) {
      state = kept[checkpoints.slot()];
      assertThat(state).isEqualTo(checkpoints.step());
      while (checkpoints.advances()) {
        if (checkpoints.isDue()) {
          assertThat(checkpoints.slot()).isPositive();
          kept[checkpoints.slot()] = state;
        }
        state++;
        advanced++;
      }
      expected--;
      assertThat(state).isEqualTo(expected); // Each step once, last to first.
    }
    assertThat(expected).isZero();
    return advanced;
  }

  @ParameterizedTest
  @MethodSource("loops")
  void goesBackThroughEachStepOnceInOrderWithTheSlotsThatItHas(Loop loop) {
    Checkpoints checkpoints = Checkpoints.of(loop.steps(), loop.snapshots());
    assertThat(checkpoints.slots())
        .isBetween(1, Math.max(1, Math.min(loop.steps(), loop.snapshots())));
    reverse(checkpoints, loop.steps());
    assertThat(checkpoints.back()).isFalse();
  }

  /** Griewank and Walther: t l - reach(s + 1, t - 1), with the least t for l <= reach(s, t). */
  @ParameterizedTest
  @MethodSource("loops")
  void runsAsManyStepsInAdvanceAsTheFormulaSays(Loop loop) {
    int slots = Math.max(1, Math.min(loop.steps(), loop.snapshots()));
    long advanced = reverse(Checkpoints.of(loop.steps(), loop.snapshots()), loop.steps());
    int times = 0;
    while (binomial(slots + times, slots) < loop.steps()) {
      times++;
    }
    long formula =
        times == 0 ? 0 : (long) times * loop.steps() - binomial(slots + times, times - 1);
    assertThat(advanced).isEqualTo(formula);
  }

  /** No schedule does better: the least number, found by trying every first snapshot. */
  @Test
  void takesNoMoreStepsThanTheBestOfAllSchedules() {
    int most = 30;
    long[][] best = new long[most + 1][7];
    for (int slots = 1; slots <= 6; slots++) {
      for (int steps = 2; steps <= most; steps++) {
        best[steps][slots] = (long) steps * (steps - 1) / 2;
        for (int first = 1; first < steps && slots > 1; first++) {
          long tried = first + best[steps - first][slots - 1] + best[first][slots];
          best[steps][slots] = Math.min(best[steps][slots], tried);
        }
        assertThat(reverse(Checkpoints.of(steps, slots), steps)).isEqualTo(best[steps][slots]);
      }
    }
  }

  @Test
  void keepsOneMoreStateForEachDoublingByDefault() {
    assertThat(Checkpoints.of(0).slots()).isEqualTo(1);
    assertThat(Checkpoints.of(1).slots()).isEqualTo(1);
    assertThat(Checkpoints.of(2).slots()).isEqualTo(2);
    assertThat(Checkpoints.of(10_000).slots()).isEqualTo(14);
    assertThat(Checkpoints.of(1_000_000).slots()).isEqualTo(20);
    assertThat(Checkpoints.of(Integer.MAX_VALUE).slots()).isEqualTo(31);
  }

  @Test
  void startsWithTheLongestLoops() {
    for (int slots : new int[] {1, 2, 3, 31, 1_000_000}) {
      assertThat(Checkpoints.of(Integer.MAX_VALUE, slots).back()).isTrue();
    }
  }

  @Test
  void refusesNoSnapshotAtAll() {
    assertThatThrownBy(() -> Checkpoints.of(5, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("checkpoint(0)");
  }

  private static long binomial(int n, int k) {
    long product = 1;
    for (int i = 1; i <= k; i++) {
      product = product * (n - k + i) / i;
    }
    return product;
  }
}
