package io.github.cotangent.processor.diagnostics;

import io.github.cotangent.processor.ir.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects what is to be explained of one class, method by method, where the user asks for it.
 *
 * <p>A method that is put in place in another is explained there, too. What is said about the same
 * thing in both is told as it is for the method where it stands.
 */
public final class Explanations {

  private record Told(Origin method, Explanation explanation) {
    /** How far behind the method's name it stands; much for what stands before it. */
    long distance() {
      long distance = (long) explanation.origin().start() - method.start();
      return distance < 0 ? Integer.MAX_VALUE - distance : distance;
    }
  }

  private final boolean wanted;
  private final List<Told> told = new ArrayList<>();

  /**
   * An empty collection.
   *
   * @param wanted false where nobody asks: then nothing is kept
   */
  public Explanations(boolean wanted) {
    this.wanted = wanted;
  }

  /** True if the user asks. */
  public boolean areWanted() {
    return wanted;
  }

  /**
   * Adds what there is to say about a method.
   *
   * @param method its name in the source
   */
  public void add(Origin method, List<Explanation> explanations) {
    if (wanted) {
      explanations.stream()
          .filter(e -> e.origin().isInSource())
          .forEach(e -> told.add(new Told(method, e)));
    }
  }

  /** All of them, in the order of the source; about each thing once. */
  public List<Explanation> all() {
    List<Told> sorted = new ArrayList<>(told);
    sorted.sort(
        Comparator.<Told>comparingInt(t -> t.explanation().origin().start())
            .thenComparingLong(Told::distance)
            .thenComparing(t -> t.explanation().about()));
    List<Told> kept = new ArrayList<>();
    for (Told next : sorted) {
      Told same =
          kept.stream()
              .filter(t -> t.explanation().isAboutSame(next.explanation()))
              .findFirst()
              .orElse(null);
      if (same == null) {
        kept.add(next);
      } else if (same.method().equals(next.method())) {
        Explanation both = same.explanation().and(next.explanation());
        kept.set(kept.indexOf(same), new Told(same.method(), both));
      }
    }
    return kept.stream().map(Told::explanation).toList();
  }
}
