/** Chapter 2: several variables, data, arrays and records; what "with respect to" means. */
package io.github.cotangent.examples.pt002_multivar;
