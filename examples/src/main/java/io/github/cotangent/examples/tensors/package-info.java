/** Small networks of tensors: what the page about tensors quotes. */
package io.github.cotangent.examples.tensors;
