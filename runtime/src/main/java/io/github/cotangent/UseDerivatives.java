package io.github.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names classes with hand-written derivatives ({@link PartialOf}, {@link PullbackOf}, {@link
 * TangentOf}) of methods that the annotated class calls, or declares.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface UseDerivatives {

  /**
   * Where the rules are.
   *
   * @return classes
   */
  Class<?>[] value();
}
