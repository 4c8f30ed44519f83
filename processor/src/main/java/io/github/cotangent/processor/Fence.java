package io.github.cotangent.processor;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.transform.Derivative;

/** Placeholder. */
final class Fence {
  private Fence() {}

  static void check(Derivative derivative, Summaries summaries, Problems problems) {}
}
