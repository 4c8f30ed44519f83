package io.github.cotangent.processor;

import com.google.auto.service.AutoService;
import io.github.cotangent.Differentiable;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Writes the derivatives of methods marked {@link Differentiable}: javac's door to the compiler.
 * What happens in a round is in {@link Rounds}, what happens to a class in {@link
 * GradientCompiler}.
 */
@AutoService(Processor.class)
public final class CotangentProcessor extends AbstractProcessor {

  private Rounds rounds;

  /** Creates the processor; called by javac. */
  public CotangentProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(
        "io.github.cotangent.Differentiable",
        "io.github.cotangent.NonDifferentiable",
        "io.github.cotangent.PartialOf",
        "io.github.cotangent.PullbackOf",
        "io.github.cotangent.TangentOf",
        "io.github.cotangent.UseDerivatives",
        // The mark of what is generated here; unclaimed, it is a warning under -Xlint:processing.
        "javax.annotation.processing.Generated");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.NAMES;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    rounds = new Rounds(environment);
  }

  /** Always claims its annotations: else javac warns that nobody did. */
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    rounds.process(round);
    return true;
  }
}
