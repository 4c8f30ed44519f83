package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** The argument itself. */
  static ArgumentPart whole(int parameter) {
    return new ArgumentPart(parameter, List.of());
  }

  /** The parts of an argument that are arrays or values, in order, with their types. */
  static Map<ArgumentPart, Type> storage(int parameter, Type type) {
    Map<ArgumentPart, Type> parts = new LinkedHashMap<>();
    whole(parameter)
        .forEach(
            type,
            (part, t) -> {
              if (t instanceof Type.Array || t.isValue()) {
                parts.put(part, t);
              }
            });
    return parts;
  }

  /** The arrays that an argument is, or holds in its components, but not those in elements. */
  static Stream<ArgumentPart> arrays(int parameter, Type type) {
    return storage(parameter, type).entrySet().stream()
        .filter(e -> e.getValue() instanceof Type.Array && !e.getKey().steps().contains(""))
        .map(Map.Entry::getKey);
  }

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
      whole(i).collect(p.type(), regions.of(p), regions, parts);
    }
    return parts;
  }

  /** Adds the parts of a value that a function returns. */
  static void collectResult(
      Expr value, Regions regions, Map<Regions.Region, Set<ArgumentPart>> parts) {
    whole(RESULT).collect(value.type(), regions.of(value), regions, parts);
  }

  private void collect(
      Type type,
      Regions.Region region,
      Regions regions,
      Map<Regions.Region, Set<ArgumentPart>> parts) {
    forEach(
        type,
        (part, t) ->
            parts.computeIfAbsent(part.in(region, regions), r -> new HashSet<>()).add(part));
  }

  /** Calls back for this part and those that it leads to, references only. */
  private void forEach(Type type, BiConsumer<ArgumentPart, Type> visitor) {
    if (!type.isReference()) {
      return;
    }
    visitor.accept(this, type);
    if (type instanceof Type.Array a) {
      then("").forEach(a.element(), visitor);
    } else if (type instanceof Type.Record r) {
      r.components().forEach(c -> then(c.name()).forEach(c.type(), visitor));
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

  /** This part of an argument, if it is reached by components alone. */
  Expr in(Expr argument) {
    Expr part = argument;
    for (String step : steps) {
      part = new Expr.Component(part, step);
    }
    return part;
  }

  /** The region of this part of a call. */
  Regions.Region of(Expr.Call call, Regions regions) {
    return in(regions.of(isOfResult() ? call : call.arguments().get(parameter)), regions);
  }

  /** The region of this part of an argument, by the region of the whole. */
  Regions.Region in(Regions.Region whole, Regions regions) {
    Regions.Region region = whole;
    for (String step : steps) {
      region = step.isEmpty() ? regions.element(region) : regions.component(region, step);
    }
    return region;
  }
}
