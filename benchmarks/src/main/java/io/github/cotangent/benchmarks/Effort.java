package io.github.cotangent.benchmarks;

/**
 * How long is measured.
 *
 * @param rounds how often each contender's time is taken
 * @param warmUpMillis how long each contender runs before that
 * @param sampleMillis how long a contender runs in a round, at least
 */
record Effort(int rounds, double warmUpMillis, double sampleMillis) {}
