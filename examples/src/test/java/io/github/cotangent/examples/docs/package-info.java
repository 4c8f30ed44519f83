/** Tests of the pages under {@code docs} and of {@code README.md}. */
package io.github.cotangent.examples.docs;
