package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.BorrowedArrays;
import io.github.cotangent.processor.analysis.Overwritten;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds the writes that cannot be followed: into arrays that belong to a field or came out of
 * foreign code, where other names for them may exist, and into parameters without a derivative.
 */
final class Overwrites {

  /** The calls of which it is known what they write into. */
  private static final Set<Callee.Kind> FOLLOWED = EnumSet.of(Callee.Kind.LOCAL, Callee.Kind.RULED);

  private final Facts facts;
  private final Problems problems;

  /** Arrays that other code may know under another name, with where they came from. */
  private final Map<Regions.Region, String> borrowed = new LinkedHashMap<>();

  private final Map<Regions.Region, String> fields = new LinkedHashMap<>();
  private final Map<Regions.Region, Var> constants = new LinkedHashMap<>();

  Overwrites(Facts facts, Problems problems) {
    this.facts = facts;
    this.problems = problems;
  }

  /** Reports all of them. */
  void check() {
    for (Var p : facts.function().constants()) {
      facts
          .regions()
          .reachable(p.type(), facts.regions().of(p))
          .forEach(r -> constants.putIfAbsent(r, p));
    }
    BorrowedArrays.forEach(
        facts.function(),
        facts.regions(),
        facts.summaries(),
        (r, lender) -> (lender.isField() ? fields : borrowed).putIfAbsent(r, lender.name()));
    Overwritten.forEach(
        facts.function(), facts.regions(), facts.summaries(), FOLLOWED, this::region);
  }

  private void region(Regions.Region region, Origin at) {
    if (fields.containsKey(region)) {
      problems.report(ErrorId.FIELD_WRITE, at, fields.get(region));
    }
    if (constants.containsKey(region) && facts.activity().isVaried(region)) {
      Var constant = constants.get(region);
      String what =
          "an element of '"
              + constant.name()
              + "', which is @NonDifferentiable, or of an array that is not told apart from it"
              + " (begin with a copy"
              + howToCopy(constant)
              + ")";
      problems.report(ErrorId.ACTIVE_ESCAPES, at, what);
    }
    if (borrowed.containsKey(region)) {
      problems.report(
          ErrorId.UNSUPPORTED_EXPRESSION,
          at,
          "A write into an array that " + borrowed.get(region),
          "Write into a clone() of it: the original may have other names.");
    }
  }

  private static String howToCopy(Var constant) {
    boolean isOfNumbers = constant.type() instanceof Type.Array a && !a.element().isReference();
    return isOfNumbers
        ? ", as in '" + constant.name() + ".clone()'"
        : " that shares no array with it";
  }
}
