/**
 * The compiler's intermediate representation: immutable, typed, and close to Java.
 *
 * <p>{@link io.github.cotangent.processor.ir.Type types}, {@link
 * io.github.cotangent.processor.ir.Expr expressions} and {@link
 * io.github.cotangent.processor.ir.Stmt statements} are sealed hierarchies of records. A {@link
 * io.github.cotangent.processor.ir.Function} is one method. Every statement knows the source it
 * came from ({@link io.github.cotangent.processor.ir.Origin}). The package knows nothing of
 * parsers, printers or calculus.
 */
package io.github.cotangent.processor.ir;
