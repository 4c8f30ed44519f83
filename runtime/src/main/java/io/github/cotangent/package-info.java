/** The annotations that ask for derivatives, and those that say what is constant. */
package io.github.cotangent;
