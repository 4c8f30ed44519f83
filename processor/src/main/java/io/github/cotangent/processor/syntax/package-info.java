/**
 * Java text to IR, and the fence of the language: what cannot be differentiated in any context is
 * reported here, at its place.
 *
 * <p>JavaParser gives the tree, javac the types; the two meet in {@link
 * io.github.cotangent.processor.syntax.TypeOracle} by source offset. {@link
 * io.github.cotangent.processor.syntax.JavaSources} opens the source of a class, {@link
 * io.github.cotangent.processor.syntax.SourceClass} holds its methods, lowered on demand.
 */
package io.github.cotangent.processor.syntax;
