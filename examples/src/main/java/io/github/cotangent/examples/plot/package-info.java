/**
 * The look of the course's pictures, and contour lines. A chapter says what to draw; how XChart is
 * told to draw it stands here.
 */
package io.github.cotangent.examples.plot;
