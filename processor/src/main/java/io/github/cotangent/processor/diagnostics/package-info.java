/**
 * Every message of the compiler: {@link io.github.cotangent.processor.diagnostics.ErrorId} holds
 * the texts of errors, {@link io.github.cotangent.processor.diagnostics.Problems} collects what was
 * found; {@link io.github.cotangent.processor.diagnostics.Why} holds the words that explain a
 * choice, {@link io.github.cotangent.processor.diagnostics.Explanations} collects what was chosen.
 */
package io.github.cotangent.processor.diagnostics;
