package io.github.cotangent.benchmarks;

import io.github.cotangent.benchmarks.training.Task;
import io.github.cotangent.benchmarks.training.Torch;
import io.github.cotangent.benchmarks.training.Trainee;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleSupplier;

/**
 * Times of both contenders for a step, in milliseconds, in each round.
 *
 * @param task what they train
 * @param threads how many threads each may use
 * @param ours the times with generated gradients
 * @param peers the times of PyTorch
 */
record Duel(Task task, int threads, double[] ours, double[] peers) {

  /**
   * Thousands of steps with one batch would soon have learnt it, and gradients so small that their
   * squares are subnormal numbers, which processors are slow with. That is no step as in training.
   */
  private static final double SLOWLY = 1e-6;

  private static final double NANOS_PER_MILLI = 1e6;

  /** Warms both up, and takes their times in turn. */
  static Duel of(Task task, int threads, Effort effort) {
    // A pool of so many threads: what runs in one of them forks no further than they go.
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> measured(task, threads, effort)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      pool.shutdown();
    }
  }

  private static Duel measured(Task task, int threads, Effort effort) {
    Torch.setThreads(threads);
    // One thread: what other programs take does not count. Several: only the clock on the wall can.
    DoubleSupplier clock = threads == 1 ? Clock::millis : () -> System.nanoTime() / NANOS_PER_MILLI;
    double rate = task.rate() * SLOWLY;
    double[] ours = new double[effort.rounds()];
    double[] peers = new double[effort.rounds()];
    try (Trainee generated = task.generated(rate);
        Trainee torch = task.torch(rate)) {
      int runs = warmUp(generated, effort, clock);
      int peersRuns = warmUp(torch, effort, clock);
      for (int round = 0; round < effort.rounds(); round++) {
        // Nobody always runs after the other one.
        if (round % 2 == 0) {
          ours[round] = time(generated, runs, clock);
          peers[round] = time(torch, peersRuns, clock);
        } else {
          peers[round] = time(torch, peersRuns, clock);
          ours[round] = time(generated, runs, clock);
        }
      }
    }
    return new Duel(task, threads, ours, peers);
  }

  /** Runs a contender until it is warm; gives how many steps make a sample long enough. */
  private static int warmUp(Trainee trainee, Effort effort, DoubleSupplier clock) {
    double all = 0;
    double fastest = Double.POSITIVE_INFINITY;
    while (all < effort.warmUpMillis() || fastest == Double.POSITIVE_INFINITY) {
      double once = time(trainee, 1, clock);
      fastest = Math.min(fastest, once);
      all += once;
    }
    return (int) Math.max(1, Math.ceil(effort.sampleMillis() / fastest));
  }

  private static double time(Trainee trainee, int steps, DoubleSupplier clock) {
    trainee.step(); // After the other one: the caches are its own again.
    double start = clock.getAsDouble();
    for (int i = 0; i < steps; i++) {
      trainee.step();
    }
    return (clock.getAsDouble() - start) / steps;
  }

  double oursMillis() {
    return Measurement.median(ours.clone());
  }

  double peersMillis() {
    return Measurement.median(peers.clone());
  }

  /** How many times as fast as PyTorch we are: the median of the ratios in each round. */
  double speed() {
    double[] ratios = new double[ours.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = peers[i] / ours[i];
    }
    return Measurement.median(ratios);
  }
}
