/** Chapter 5: tells two digits apart, with one weight and then with one for each pixel. */
package io.github.cotangent.examples.pt005_logistic_regression;
