package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.ir.Declaration.Visibility;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import java.util.List;

/**
 * A method annotated {@code @Differentiable}, and what its annotation asks for.
 *
 * @param function the method, lowered
 * @param visibility how visible the method is declared
 * @param wrt the parameters named by {@code wrt}, in the order of the annotation; empty for all
 * @param name the name that generated members start from: the method's own, or the one that the
 *     annotation gives, with the parameter types behind it where annotated overloads would clash
 * @param linkage the name that the members start from which other derivatives call: another one
 *     where {@code wrt} leaves out a part of what those need
 * @param nameOrigin the method's name in the source, or the string of {@code name}
 * @param outputs the constants named by {@code generate}; empty for the default
 * @param order 2 where callers are to have second derivatives, else 1
 */
public record SourceMethod(
    Function function,
    Visibility visibility,
    List<Wrt> wrt,
    String name,
    String linkage,
    Origin nameOrigin,
    List<String> outputs,
    int order) {

  public SourceMethod {
    wrt = List.copyOf(wrt);
    outputs = List.copyOf(outputs);
  }

  /** True where other derivatives need more than what the annotation asks for. */
  public boolean isNarrowed() {
    return !linkage.equals(name);
  }

  /** A parameter's name in {@code wrt}, with the place of the string. */
  public record Wrt(String name, Origin origin) {}
}
