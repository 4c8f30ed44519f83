/**
 * Every message of the compiler: {@link io.github.cotangent.processor.diagnostics.ErrorId} holds
 * the texts, {@link io.github.cotangent.processor.diagnostics.Problems} collects what was found.
 */
package io.github.cotangent.processor.diagnostics;
