/**
 * Chapter 4: walking downhill in the plane; why narrow valleys are slow, and what momentum does.
 */
package io.github.cotangent.examples.pt004_minimize_multivariate;
