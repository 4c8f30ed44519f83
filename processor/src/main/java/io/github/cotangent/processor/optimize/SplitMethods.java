package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Splits methods that HotSpot would not compile: it interprets those of more than 8,000 bytes of
 * bytecode for ever, and above 65,535 bytes javac refuses.
 *
 * <p>Before: {@code dF} of 12,000 bytes. After:
 *
 * <pre>
 * DFBlocks blocks = new DFBlocks();
 * blocks.forwardLines12To60(x);
 * blocks.backwardLines60To12(x);
 * return blocks.dx;
 * </pre>
 *
 * with the statements in the methods of {@code DFBlocks}, as they were, and the variables that
 * these share in its fields. The methods of tapes and pullbacks are as long as their lists of
 * components at most, and stay.
 */
public final class SplitMethods {

  /** Leaves room: estimates are high, but not proven to be. */
  public static final int USUAL_LIMIT = 7000;

  private final int limit;
  private final IntUnaryOperator line;

  private SplitMethods(int limit, IntUnaryOperator line) {
    this.limit = limit;
    this.line = line;
  }

  /**
   * The class with its long methods split. A class with methods that are to be differentiated again
   * stays as it is: objects with fields are outside of the language.
   *
   * @param limit the estimated size up to which a method is left alone
   * @param line the line of an offset in the source
   */
  public static Declaration.Container apply(
      Declaration.Container container, int limit, IntUnaryOperator line) {
    return isSource(container) ? container : new SplitMethods(limit, line).container(container);
  }

  private static boolean isSource(Declaration d) {
    if (d instanceof Declaration.Container c) {
      return c.members().stream().anyMatch(SplitMethods::isSource);
    }
    return d instanceof Declaration.Method m
        && m.mark().filter(Declaration.Mark.Differentiated.class::isInstance).isPresent();
  }

  private Declaration.Container container(Declaration.Container c) {
    Set<String> taken = new HashSet<>();
    c.members().forEach(d -> name(d).ifPresent(n -> taken.add(n.simpleName())));
    Names names = new Names(taken);
    List<Declaration> members = new ArrayList<>();
    for (Declaration d : c.members()) {
      if (d instanceof Declaration.Method m) {
        members.addAll(method(m, c.name(), names));
      } else {
        members.add(d instanceof Declaration.Container inner ? container(inner) : d);
      }
    }
    return new Declaration.Container(c.name(), members, c.visibility(), c.javadoc());
  }

  private static Optional<Type.ClassType> name(Declaration d) {
    if (d instanceof Declaration.RecordClass r) {
      return Optional.of(r.type().name());
    }
    if (d instanceof Declaration.FinalClass f) {
      return Optional.of(f.name());
    }
    return d instanceof Declaration.Container c ? Optional.of(c.name()) : Optional.empty();
  }

  /** The method, and the object that it has become if it was too long. */
  private List<Declaration> method(Declaration.Method m, Type.ClassType container, Names names) {
    if (BytecodeSize.of(m.function()) <= limit) {
      return List.of(m);
    }
    SeparateVariables.Separated separated = SeparateVariables.apply(m.function());
    MethodPart parts = Cuts.of(separated.function(), limit);
    if (parts.isWhole()) {
      return List.of(m);
    }
    String name = names.freshName(Names.capitalized(m.function().name()) + "Blocks");
    Type.ClassType type = container.nested(name);
    return MethodObjects.of(m, parts, separated.originals(), type, line);
  }
}
