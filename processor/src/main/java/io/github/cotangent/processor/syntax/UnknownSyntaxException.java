package io.github.cotangent.processor.syntax;

import com.github.javaparser.Problem;
import com.github.javaparser.TokenRange;

/** Javac has accepted a file that JavaParser cannot read: a syntax that it does not know. */
public final class UnknownSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;

  UnknownSyntaxException(Problem problem) {
    super(problem.getMessage());
    this.line = problem.getLocation().flatMap(TokenRange::toRange).map(r -> r.begin.line).orElse(1);
  }

  /** The line where reading ended. */
  public int line() {
    return line;
  }
}
