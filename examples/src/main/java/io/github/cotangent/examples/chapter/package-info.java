/**
 * What every chapter's {@code main} needs and no chapter is about: its command line, how far it is,
 * the order in which it sees its examples.
 */
package io.github.cotangent.examples.chapter;
