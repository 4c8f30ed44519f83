package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.diagnostics.ErrorId;

/** A hand-written derivative that does not fit what its annotation says. */
final class BadRuleException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ErrorId id;
  private final transient Object[] arguments;
  private boolean isReported;

  BadRuleException(ErrorId id, Object... arguments) {
    super(id.message(arguments));
    this.id = id;
    this.arguments = arguments;
  }

  /** That the rule cannot be used, and what to do. */
  static BadRuleException because(String reason, String remedy) {
    return new BadRuleException(ErrorId.BAD_RULE, reason, remedy);
  }

  /** True where the error stands at the rule, whose source is being compiled. */
  boolean isReported() {
    return isReported;
  }

  /** The same, for those who meet the rule at a call. */
  BadRuleException reportedAtTheRule() {
    BadRuleException e = new BadRuleException(id, arguments);
    e.isReported = true;
    return e;
  }

  ErrorId id() {
    return id;
  }

  Object[] arguments() {
    return arguments.clone();
  }
}
