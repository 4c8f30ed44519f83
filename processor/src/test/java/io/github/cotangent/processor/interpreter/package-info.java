/**
 * A second opinion on every derivative: an interpreter that runs the compiler's intermediate
 * representation on dual numbers. It shares nothing with the compiler but the data types of {@code
 * ir}: its arithmetic, its evaluation order and its derivative formulas are written independently,
 * so that an error would have to be made twice to go unseen.
 */
package io.github.cotangent.processor.interpreter;
