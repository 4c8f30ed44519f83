/** Chapter 3: walking downhill on a function of one variable, and how long a step may be. */
package io.github.cotangent.examples.pt003_minimize_univariate;
