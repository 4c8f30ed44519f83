package io.github.cotangent.examples.chapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

  private static final Batches BATCHES = new Batches(103, 10, 1);

  @Test
  void everyRowComesOnceInAnEpoch() {
    List<int[]> epoch = BATCHES.epoch(0);
    assertThat(epoch).hasSize(BATCHES.perEpoch()).hasSize(11);
    assertThat(epoch.subList(0, 10)).allMatch(batch -> batch.length == 10);
    assertThat(epoch.get(10)).hasSize(3);
    assertThat(all(epoch).sorted().toArray()).containsExactly(IntStream.range(0, 103).toArray());
  }

  @Test
  void theOrderDependsOnSeedAndEpochAlone() {
    Batches again = new Batches(103, 10, 1);
    again.epoch(7);
    assertThat(all(again.epoch(3)).toArray()).isEqualTo(all(BATCHES.epoch(3)).toArray());
    assertThat(all(BATCHES.epoch(4)).toArray()).isNotEqualTo(all(BATCHES.epoch(3)).toArray());
    assertThat(all(new Batches(103, 10, 2).epoch(3)).toArray())
        .isNotEqualTo(all(BATCHES.epoch(3)).toArray());
  }

  /** No row likes a place: over many epochs, each is as often in front as any other. */
  @Test
  void everyRowIsAsOftenInFrontAsAnyOther() {
    int[] first = new int[4];
    Batches few = new Batches(4, 4, 5);
    for (int epoch = 0; epoch < 4000; epoch++) {
      first[few.epoch(epoch).get(0)[0]]++;
    }
    assertThat(Arrays.stream(first)).allMatch(count -> count > 880 && count < 1120);
  }

  @Test
  void batchesHaveRows() {
    assertThatThrownBy(() -> new Batches(5, 0, 1)).hasMessage("batches of 0 of 5 rows");
    assertThat(new Batches(0, 5, 1).epoch(0)).isEmpty();
  }

  private static IntStream all(List<int[]> epoch) {
    return epoch.stream().flatMapToInt(Arrays::stream);
  }
}
