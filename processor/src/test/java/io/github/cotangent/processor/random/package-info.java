/**
 * Random programs: a seeded generator of valid Java methods over the whole language that Cotangent
 * differentiates, a harness that holds each generated gradient against finite differences and
 * against the {@linkplain io.github.cotangent.processor.interpreter interpreter}, and a reducer
 * that makes a failing program small.
 */
package io.github.cotangent.processor.random;
