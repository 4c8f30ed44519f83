package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Origin;

/** Thrown where a construct turns out to be beyond the transform: becomes a located error. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ErrorId id;
  private final transient Origin origin;
  private final transient Object[] arguments;

  Refusal(ErrorId id, Origin origin, Object... arguments) {
    super(id.message(arguments));
    this.id = id;
    this.origin = origin;
    this.arguments = arguments;
  }

  /** The error to report. */
  public ErrorId id() {
    return id;
  }

  /** Where it is. */
  public Origin origin() {
    return origin;
  }

  /** What the message names. */
  public Object[] arguments() {
    return arguments.clone();
  }
}
