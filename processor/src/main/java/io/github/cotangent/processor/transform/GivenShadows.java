package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds to the arrays that a caller gives when the backward pass is through, which has shadows of
 * its own. So it is where the function moves rows, or writes into arrays that records in an array
 * hold: which of the given arrays belongs to which argument, only the arguments tell as they are
 * before the function runs.
 *
 * <pre>{@code
 * Shadows given = new Shadows();
 * given.bind(a, da);
 * ...                        // the forward pass
 * da = shadows.of(a);
 * ...                        // the backward pass
 * given.addFrom(shadows);
 * da = given.of(a);          // for the gradient that is returned
 * }</pre>
 */
final class GivenShadows {

  private final Arguments arguments;
  private final Set<Var> independents;
  private final Set<Var> wanted;
  private final AdjointVars adjoints;
  private final Var given;
  private final Set<Var> declared = new HashSet<>();

  /**
   * Those of one method.
   *
   * @param wanted those of the independents for which the caller gives arrays
   */
  GivenShadows(Arguments arguments, Set<Var> independents, Set<Var> wanted, AdjointVars adjoints) {
    this.arguments = arguments;
    this.independents = independents;
    this.wanted = wanted;
    this.adjoints = adjoints;
    this.given = adjoints.made("given", Make.SHADOWS);
  }

  /**
   * What comes before the function runs.
   *
   * @param parameters takes the parameters by which the arrays come
   */
  List<Stmt> before(List<Var> parameters) {
    List<Stmt> out = arguments.given(independents, wanted, adjoints, given, true, parameters);
    declared.addAll(parameters);
    out.forEach(s -> declared.addAll(s instanceof Stmt.Local l ? Set.of(l.var()) : Set.of()));
    return out;
  }

  /** The shadows of the backward pass itself, in the variables that the given ones were in. */
  List<Stmt> own(List<Stmt> shadows) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : shadows) {
      boolean isKnown = s instanceof Stmt.Local l && declared.contains(l.var());
      out.add(isKnown ? assigned((Stmt.Local) s) : s);
    }
    return out;
  }

  private static Stmt assigned(Stmt.Local s) {
    return Make.assign(s.var(), s.init().orElseThrow());
  }

  /**
   * What comes behind the backward pass.
   *
   * @param isReturned true if the given arrays are in a gradient that the method returns
   */
  List<Stmt> behind(Var shadows, boolean isReturned) {
    List<Stmt> out = new ArrayList<>();
    out.add(Make.evaluate(Make.invoke(Make.read(given), "addFrom", Type.VOID, Make.read(shadows))));
    if (isReturned) {
      out.addAll(arguments.found(wanted, adjoints, given));
    }
    return out;
  }
}
