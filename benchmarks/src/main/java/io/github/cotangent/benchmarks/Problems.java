package io.github.cotangent.benchmarks;

import io.github.cotangent.benchmarks.ba.BaProblem;
import io.github.cotangent.benchmarks.gmm.GmmProblem;
import io.github.cotangent.benchmarks.lstm.LstmProblem;
import io.github.cotangent.benchmarks.problem.Problem;
import java.nio.file.Path;

/** Loads problems by the names of their files. */
final class Problems {

  private Problems() {}

  /** Loads a problem; what it is shows in how its name begins. */
  static Problem load(Path data, String name) {
    if (name.startsWith(GmmProblem.FOLDER)) {
      return GmmProblem.load(data, name);
    }
    if (name.startsWith(LstmProblem.FOLDER)) {
      return LstmProblem.load(data, name);
    }
    if (name.startsWith(BaProblem.FOLDER)) {
      return BaProblem.load(data, name);
    }
    throw new IllegalArgumentException("no problem of ADBench: " + name);
  }
}
