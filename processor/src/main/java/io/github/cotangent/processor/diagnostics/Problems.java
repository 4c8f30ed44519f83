package io.github.cotangent.processor.diagnostics;

import io.github.cotangent.processor.ir.Origin;
import java.util.ArrayList;
import java.util.List;

/** Collects the errors of one method, so that all of them are reported in one compilation. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /** Adds an error; the same error at the same place is kept once. */
  public void report(ErrorId id, Origin at, Object... arguments) {
    Problem problem = new Problem(id, at, id.message(arguments));
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** Adds what was found elsewhere; what is here already is kept once. */
  public void addAll(List<Problem> others) {
    others.stream().filter(p -> !found.contains(p)).forEach(found::add);
  }

  /** Runs the work, and keeps what it reports apart from the rest. */
  public List<Problem> apart(Runnable work) {
    List<Problem> before = all();
    found.clear();
    try {
      work.run();
      return all();
    } finally {
      found.clear();
      found.addAll(before);
    }
  }

  /** True if nothing was reported. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** What was reported, in order of discovery. */
  public List<Problem> all() {
    return List.copyOf(found);
  }
}
