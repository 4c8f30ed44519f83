package io.github.cotangent.examples.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import org.junit.jupiter.api.Test;

/** The loops of the page about checkpoints: recorded or run again, the gradient is the same. */
class SolversTest {

  @Test
  void theLogisticMapAMillionTimes() {
    assertThat(dSolvers.dLogistic(3, 0.2, 1_000_000))
        .isEqualTo(
            new dSolvers.LogisticGradient(
                dSolvers.dLogisticRecorded(3, 0.2, 1_000_000).r(),
                dSolvers.dLogisticRecorded(3, 0.2, 1_000_000).x0()));
  }

  @Test
  void heatAlongARod() {
    double[] start = new double[50];
    start[10] = 1;
    start[30] = -0.5;
    dSolvers.HeatGradient again = dSolvers.dHeat(start, 0.2, 300);
    dSolvers.HeatRecordedGradient recorded = dSolvers.dHeatRecorded(start, 0.2, 300);
    assertThat(again.k()).isEqualTo(recorded.k());
    assertThat(again.start()).isEqualTo(recorded.start());
  }

  @Test
  void aStateThatIsATensor() {
    Tensor weights = Tensors.of(new double[] {0.9, -0.5, 0.4, 1.1}, 2, 2);
    Tensor start = Tensors.of(new double[] {0.3, -0.2}, 2);
    dSolvers.RecurrentGradient again = dSolvers.dRecurrent(weights, start, 50);
    dSolvers.RecurrentRecordedGradient recorded = dSolvers.dRecurrentRecorded(weights, start, 50);
    assertThat(again.weights().toDoubles()).isEqualTo(recorded.weights().toDoubles());
    assertThat(again.start().toDoubles()).isEqualTo(recorded.start().toDoubles());
  }

  @Test
  void theProgramThatMeasuresComputesTheSame() {
    assertThat(Cost.gradient("heat", 20)).isEqualTo(Cost.gradient("heatRecorded", 20));
    assertThat(Cost.gradient("logistic", 500)).isEqualTo(Cost.gradient("logisticRecorded", 500));
  }
}
