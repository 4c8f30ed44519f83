package io.github.cotangent.processor.interpreter;

import java.util.List;

/**
 * What a run gave, as ordinary Java objects.
 *
 * @param value the result, null for a {@code void} method
 * @param tangent the derivative of the result in the direction asked for, of the same type with
 *     every {@code float} and {@code double} as its derivative; null where the value is null
 * @param arguments the arguments after the run
 * @param argumentTangents their derivatives after the run
 */
public record Evaluation(
    Object value, Object tangent, List<Object> arguments, List<Object> argumentTangents) {}
