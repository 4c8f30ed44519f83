/**
 * Makes generated code shorter without changing what it computes: one pass per file, IR to IR, each
 * with an example. {@link io.github.cotangent.processor.optimize.Optimization} lists them; each can
 * be switched off with {@code -Acotangent.disable}.
 */
package io.github.cotangent.processor.optimize;
