package io.github.cotangent.tensor.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Splits a computation among the threads of the pool that it is called in, or of the common pool.
 * So a pool of one thread keeps everything on that. What is computed must not depend on the split.
 */
final class Forks {

  /** Fewer multiplications than this are done before another thread has begun. */
  private static final long WORTHWHILE = 1_000_000;

  private Forks() {}

  /** A part of a computation: from an index on to before another one. */
  interface Part {
    void run(int from, int to);
  }

  /** Runs all of a length, in parts where there is work enough for several threads. */
  static void run(int length, long work, Part part) {
    int threads = threads();
    int parts = (int) Math.min(Math.min(threads, length), work / WORTHWHILE);
    if (parts <= 1) {
      part.run(0, length);
      return;
    }
    List<ForkJoinTask<?>> tasks = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      int from = (int) ((long) length * i / parts);
      int to = (int) ((long) length * (i + 1) / parts);
      tasks.add(ForkJoinTask.adapt(() -> part.run(from, to)));
    }
    ForkJoinTask.invokeAll(tasks);
  }

  private static int threads() {
    ForkJoinPool pool = ForkJoinTask.getPool();
    return pool == null ? ForkJoinPool.getCommonPoolParallelism() + 1 : pool.getParallelism();
  }
}
