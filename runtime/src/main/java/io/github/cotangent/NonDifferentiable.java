package io.github.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what takes no part in differentiation.
 *
 * <p>On a parameter: it is data, and no derivative with respect to it is generated. On a method:
 * its result is a constant, whatever its arguments are. It may fill arrays that carry no
 * derivative, and only reads the others.
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface NonDifferentiable {}
