/** What the page about checkpoints quotes, and a program that measures it. */
package io.github.cotangent.examples.checkpoints;
