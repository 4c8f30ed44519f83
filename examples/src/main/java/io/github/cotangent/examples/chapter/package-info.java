/** What every chapter's {@code main} needs and no chapter is about: its command line. */
package io.github.cotangent.examples.chapter;
