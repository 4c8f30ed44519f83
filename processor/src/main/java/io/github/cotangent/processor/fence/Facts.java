package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A function, and what the analysis says about it. */
record Facts(Function function, Regions regions, Activity activity, Summaries summaries) {

  static Facts of(Function f, Set<Var> independents, Summaries summaries) {
    Regions regions = Regions.of(f, independents, summaries);
    Activity activity = Activity.of(f, regions, summaries, independents, true);
    return new Facts(f, regions, activity, summaries);
  }

  /** The storage that a value leads to, with the type of the array in each. */
  Map<Regions.Region, Type> storage(Expr e) {
    Map<Regions.Region, Type> found = new LinkedHashMap<>();
    regions.collect(e.type(), regions.of(e), (type, r) -> found.put(r, type));
    return found;
  }

  /** True if the value depends on an independent, or leads to storage that does. */
  boolean isVaried(Expr e) {
    return e.type().isDifferentiable() && activity.isVaried(e);
  }

  /** True if the value, or storage that it leads to, is varied and something depends on it. */
  boolean isActive(Expr e) {
    return e.type().isDifferentiable() && activity.isActive(e);
  }

  boolean isVaried(Var v) {
    return isVaried(new Expr.Read(v));
  }
}
