package io.github.cotangent.processor.diagnostics;

import io.github.cotangent.processor.ir.Origin;

/** One error found in the user's source. */
public record Problem(ErrorId id, Origin origin, String message) {}
