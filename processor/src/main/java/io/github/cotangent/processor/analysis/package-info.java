/**
 * Facts about a normalized function, as side tables keyed by the IR's own nodes: which storage may
 * be shared ({@link io.github.cotangent.processor.analysis.Regions}), what carries a derivative
 * ({@link io.github.cotangent.processor.analysis.Activity}), what stays as it was first assigned
 * ({@link io.github.cotangent.processor.analysis.Assignments}), which jumps leave a statement
 * ({@link io.github.cotangent.processor.analysis.Jumps}), which loops can be run backward by index
 * ({@link io.github.cotangent.processor.analysis.CountedLoop}), and what the backward pass will
 * read after the forward pass has overwritten it ({@link
 * io.github.cotangent.processor.analysis.Recording}). An analysis never edits the tree.
 */
package io.github.cotangent.processor.analysis;
