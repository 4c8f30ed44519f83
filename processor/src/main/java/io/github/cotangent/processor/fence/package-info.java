/**
 * What may not happen to a value that carries a derivative: {@link
 * io.github.cotangent.processor.fence.Fence} holds each function that is differentiated against the
 * facts of {@code analysis}, and reports every place where a derivative would be lost.
 */
package io.github.cotangent.processor.fence;
