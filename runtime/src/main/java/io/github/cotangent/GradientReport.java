package io.github.cotangent;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a {@link GradientCheck} found.
 *
 * @param name the name of the function
 * @param tolerance the tolerance used
 * @param comparisons every comparison made, those with the differences first
 */
public record GradientReport(String name, double tolerance, List<Comparison> comparisons) {

  private static final int MOST_SHOWN = 20;

  /** Takes a copy of the list. */
  public GradientReport {
    comparisons = List.copyOf(comparisons);
  }

  /** What a comparison comes to. */
  public enum Verdict {
    /** The two numbers agree within what is allowed. */
    AGREES,
    /** They do not. */
    DISAGREES,
    /** The other number is not certain enough to tell. */
    UNDECIDED
  }

  /**
   * An element of the gradient beside another opinion on it.
   *
   * @param place the parameter and index, as {@code w[3][1]}
   * @param judge where the other opinion comes from: differences or forward mode
   * @param gradient the element of the gradient
   * @param expected the other opinion
   * @param uncertainty how far the other opinion may itself be off
   * @param allowed how far the two may be apart: the tolerance, times the larger of the two or a
   *     unit that fits the function, see {@link GradientCheck}
   * @param verdict what it comes to
   * @param remark why it could not be decided, or the empty string
   */
  public record Comparison(
      String place,
      String judge,
      double gradient,
      double expected,
      double uncertainty,
      double allowed,
      Verdict verdict,
      String remark) {

    /** The distance of the two numbers. */
    public double absoluteError() {
      return Math.abs(gradient - expected);
    }

    /** The distance of the two numbers, relative to the larger of them; 0 if both are 0. */
    public double relativeError() {
      double error = absoluteError();
      return error == 0 ? 0 : error / Math.max(Math.abs(gradient), Math.abs(expected));
    }

    @Override
    public String toString() {
      String doubt = uncertainty > 0 ? String.format(Locale.ROOT, " (± %.1e)", uncertainty) : "";
      String errors =
          String.format(
              Locale.ROOT,
              "; error %.3g, relative %.3g, allowed %.1e",
              absoluteError(),
              relativeError(),
              allowed);
      String numbers = place + ": the gradient is " + gradient + ", " + judge + ": " + expected;
      return numbers + doubt + errors + (remark.isEmpty() ? "" : "; " + remark);
    }
  }

  /** Whether every comparison was decided, and agrees. */
  public boolean passed() {
    return comparisons.stream().allMatch(c -> c.verdict() == Verdict.AGREES);
  }

  /** The comparisons that disagree. */
  public List<Comparison> disagreements() {
    return all(Verdict.DISAGREES);
  }

  /** The comparisons that could not be decided. */
  public List<Comparison> undecided() {
    return all(Verdict.UNDECIDED);
  }

  private List<Comparison> all(Verdict verdict) {
    return comparisons.stream().filter(c -> c.verdict() == verdict).toList();
  }

  /** A text for people: what disagrees, what is undecided, and the tolerance. */
  @Override
  public String toString() {
    String summary =
        "gradient of " + name + ": " + comparisons.size() + " compared, tolerance " + tolerance;
    return passed()
        ? summary + ": all agree"
        : summary + section("wrong", disagreements()) + section("undecided", undecided());
  }

  private static String section(String title, List<Comparison> found) {
    if (found.isEmpty()) {
      return "";
    }
    String lines =
        found.stream().limit(MOST_SHOWN).map(c -> "\n    " + c).collect(Collectors.joining());
    int left = found.size() - MOST_SHOWN;
    String rest = left > 0 ? "\n    and " + left + " more" : "";
    return "\n  " + found.size() + " " + title + ":" + lines + rest;
  }
}
