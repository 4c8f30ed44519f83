package io.github.cotangent.processor.diagnostics;

import io.github.cotangent.processor.ir.Origin;

/** A bug in the compiler, met while it worked on one method. */
public final class MethodFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Origin origin;

  /** The failure's cause, and the name of the method in the source. */
  public MethodFailure(Origin origin, RuntimeException cause) {
    super(cause);
    this.origin = origin;
  }

  /** The name of the method in the source. */
  public Origin origin() {
    return origin;
  }
}
