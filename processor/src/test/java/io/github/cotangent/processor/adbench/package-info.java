/**
 * The objectives of ADBench, written as an ordinary Java developer would, against its reference
 * gradients. The objectives stand in {@code src/test/resources/adbench}.
 */
package io.github.cotangent.processor.adbench;
