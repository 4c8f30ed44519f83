/**
 * Facts about a normalized function, as side tables keyed by the IR's own nodes. An analysis never
 * edits the tree.
 *
 * <p>Read {@link io.github.cotangent.processor.analysis.Regions} first: which storage may be shared
 * is asked by nearly all others. What a call does to it is told by {@link
 * io.github.cotangent.processor.analysis.Summaries}, one {@code Summary} for each function, in
 * terms of {@code ArgumentPart}: what an argument leads to; {@code ArgumentAliases} tells which of
 * these may be one array.
 *
 * <p>Then there is what carries a derivative ({@link
 * io.github.cotangent.processor.analysis.Activity}), what stays as it was first assigned ({@link
 * io.github.cotangent.processor.analysis.Assignments}), which jumps leave a statement ({@link
 * io.github.cotangent.processor.analysis.Jumps}), and which loops can be run backward by index
 * ({@link io.github.cotangent.processor.analysis.CountedLoop}). On these stands {@link
 * io.github.cotangent.processor.analysis.Recording}: what the backward pass will read after the
 * forward pass has overwritten it, element by element where {@link
 * io.github.cotangent.processor.analysis.ElementOrder} can tell them apart.
 */
package io.github.cotangent.processor.analysis;
