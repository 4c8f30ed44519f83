/**
 * Writes the intermediate representation as Java: {@link
 * io.github.cotangent.processor.emit.Emitter} is the way in.
 *
 * <p>JavaPoet finds the imports and lays out classes; precedence, line breaks and comments are
 * decided here, since JavaPoet has no notion of them. The package knows nothing of calculus: what
 * it is given, it prints.
 */
package io.github.cotangent.processor.emit;
