/**
 * Makes generated code shorter and quicker without changing what it computes: one pass per file, IR
 * to IR, each with an example. Some rewrite a function before it is differentiated ({@link
 * io.github.cotangent.processor.optimize.Accessors}, {@link
 * io.github.cotangent.processor.optimize.SmallArrays}, {@link
 * io.github.cotangent.processor.optimize.SmallRecords}), some the code of its derivative, and
 * {@link io.github.cotangent.processor.optimize.SplitMethods} the finished class. {@link
 * io.github.cotangent.processor.optimize.Optimization} lists them, with those that are part of an
 * analysis or of {@code transform}; each can be switched off with {@code -Acotangent.disable}.
 */
package io.github.cotangent.processor.optimize;
