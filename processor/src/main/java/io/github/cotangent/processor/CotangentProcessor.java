package io.github.cotangent.processor;

import com.google.auto.service.AutoService;
import io.github.cotangent.Differentiable;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Writes the derivatives of methods marked {@link Differentiable}. */
@AutoService(Processor.class)
public final class CotangentProcessor extends AbstractProcessor {

  /** Creates the processor; called by javac. */
  public CotangentProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("io.github.cotangent.Differentiable", "io.github.cotangent.NonDifferentiable");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return true;
  }
}
