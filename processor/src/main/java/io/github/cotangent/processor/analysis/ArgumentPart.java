package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Storage that an argument leads to: {@code a[…]} or {@code p.weights[…]}, for all indices at once;
 * or that the result leads to.
 *
 * @param parameter the argument's index; {@link #RESULT} for the result
 * @param steps the names of components; an empty one for the elements of an array
 */
record ArgumentPart(int parameter, List<String> steps) {

  /** What is said of parts is said in one order. */
  static final Comparator<ArgumentPart> ORDER =
      Comparator.comparingInt(ArgumentPart::parameter)
          .thenComparing(part -> String.join(".", part.steps()));

  private static final int RESULT = -1;

  /** The parts of a function's arguments that it makes one storage of, in groups. */
  static Set<Set<ArgumentPart>> mixed(Function function, Regions regions) {
    return byRegion(function, regions).values().stream()
        .filter(same -> same.size() > 1)
        .map(Set::copyOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The parts of a function's arguments. */
  static Map<Regions.Region, Set<ArgumentPart>> byRegion(Function function, Regions regions) {
    Map<Regions.Region, Set<ArgumentPart>> parts = new HashMap<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      Var p = function.parameters().get(i);
      new ArgumentPart(i, List.of()).collect(p.type(), regions.of(p), regions, parts);
    }
    return parts;
  }

  /** Adds the parts of a value that a function returns. */
  static void collectResult(
      Expr value, Regions regions, Map<Regions.Region, Set<ArgumentPart>> parts) {
    if (value.type().isReference()) {
      new ArgumentPart(RESULT, List.of()).collect(value.type(), regions.of(value), regions, parts);
    }
  }

  private void collect(
      Type type,
      Regions.Region region,
      Regions regions,
      Map<Regions.Region, Set<ArgumentPart>> parts) {
    if (type.isReference()) {
      parts.computeIfAbsent(region, r -> new HashSet<>()).add(this);
    }
    if (type instanceof Type.Array a && a.element().isReference()) {
      then("").collect(a.element(), regions.element(region), regions, parts);
    } else if (type instanceof Type.Record r) {
      for (Type.Component c : r.components()) {
        if (c.type().isReference()) {
          then(c.name()).collect(c.type(), regions.component(region, c.name()), regions, parts);
        }
      }
    }
  }

  private ArgumentPart then(String step) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    return new ArgumentPart(parameter, List.copyOf(longer));
  }

  /** True if the result leads to it. */
  boolean isOfResult() {
    return parameter == RESULT;
  }

  /** The region of this part of a call. */
  Regions.Region of(Expr.Call call, Regions regions) {
    Regions.Region region = regions.of(isOfResult() ? call : call.arguments().get(parameter));
    for (String step : steps) {
      region = step.isEmpty() ? regions.element(region) : regions.component(region, step);
    }
    return region;
  }
}
