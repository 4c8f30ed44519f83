package io.github.cotangent.benchmarks;

import java.util.List;
import java.util.Locale;

/** Writes the times of training steps as a table in Markdown. */
final class TrainingTable {

  private static final double MILLIS_PER_SECOND = 1000;

  private TrainingTable() {}

  static List<String> head() {
    return List.of(
        "| step | threads | Cotangent, ms | PyTorch, ms | times as fast"
            + " | Cotangent, characters/s | PyTorch, characters/s |",
        "|---|--:|--:|--:|--:|--:|--:|");
  }

  static String row(Duel duel) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f | **%.2f** | %s | %s |",
        duel.task().name(),
        duel.threads(),
        duel.oursMillis(),
        duel.peersMillis(),
        duel.speed(),
        rate(duel, duel.oursMillis()),
        rate(duel, duel.peersMillis()));
  }

  private static String rate(Duel duel, double millis) {
    int characters = duel.task().characters();
    return characters == 0
        ? "–"
        : String.format(Locale.ROOT, "%.0f", characters / millis * MILLIS_PER_SECOND);
  }
}
