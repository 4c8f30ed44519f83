/** The annotation processor: from the source of a method to the source of its derivative. */
package io.github.cotangent.processor;
