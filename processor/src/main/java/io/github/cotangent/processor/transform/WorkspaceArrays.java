package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a method makes once in each call, and nobody else gets to see, comes from its caller's
 * {@code Workspace}: arrays of recorded values and of adjoints, arrays of the primal, growing
 * tapes, and the table of shadows.
 *
 * <p>Before: {@code double[] ySaved = new double[n];}. After: {@code double[] ySaved =
 * workspace.doubles(0, n);}.
 */
final class WorkspaceArrays extends Rewriter {

  static final Type.ClassType WORKSPACE = Make.runtime("Workspace");

  private final Expr workspace;
  private final Set<Var> handedOn;
  private int loops;
  private int slots;

  private WorkspaceArrays(Var workspace, Set<Var> handedOn) {
    this.workspace = Make.read(workspace);
    this.handedOn = handedOn;
  }

  /**
   * The body of a method with its arrays from the workspace.
   *
   * @param workspace the method's parameter
   * @param handedOn what stays new, as others may keep it
   */
  static List<Stmt> of(List<Stmt> body, Var workspace, Set<Var> handedOn) {
    return new WorkspaceArrays(workspace, handedOn).stmts(body);
  }

  /** What a loop makes is another array in each round: all of them may be needed at once. */
  @Override
  protected List<Stmt> loop(Stmt loop, Supplier<Stmt> inside) {
    loops++;
    try {
      return super.loop(loop, inside);
    } finally {
      loops--;
    }
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    Optional<Expr> lent = s.init().flatMap(made -> lent(s.var(), made));
    return lent.isEmpty() ? super.visit(s) : List.of(new Stmt.Local(s.var(), lent, s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    Optional<Expr> lent =
        s.target() instanceof Place.Variable v ? lent(v.var(), s.value()) : Optional.empty();
    return lent.isEmpty()
        ? super.visit(s)
        : List.of(new Stmt.Assign(s.target(), lent.get(), s.compound(), s.origin()));
  }

  private Optional<Expr> lent(Var v, Expr made) {
    if (loops > 0 || handedOn.contains(v)) {
      return Optional.empty();
    }
    if (made instanceof Expr.NewArray a) {
      int rank = a.type().rank();
      boolean isWhole = a.sizes().size() == rank && rank <= 2;
      return isWhole
          ? plural(a.type().leaf()).map(name -> take(name, a.type(), a.sizes()))
          : Optional.empty();
    }
    if (made instanceof Expr.Call c && made.type().rank() == 1 && isPlural(made.type().leaf())) {
      return lentCopy(c);
    }
    return made instanceof Expr.Opaque o && isLent(o.type())
        ? Optional.of(take(method((Type.ClassType) o.type()), o.type(), List.of()))
        : Optional.empty();
  }

  private Optional<Expr> lentCopy(Expr.Call copy) {
    boolean isOfArray = copy.receiver() != null && copy.receiver().type() instanceof Type.Array;
    if (isOfArray && copy.callee().name().equals("clone")) { // Classes may have one, too.
      return Optional.of(take("copyOf", copy.type(), List.of(copy.receiver())));
    }
    boolean setsAside =
        copy.callee().owner().equals(Make.ADJOINTS) && copy.callee().name().equals("setAside");
    return setsAside
        ? Optional.of(take("setAside", copy.type(), copy.arguments()))
        : Optional.empty();
  }

  private Expr take(String name, Type type, List<Expr> from) {
    Expr[] arguments = new Expr[from.size() + 1];
    arguments[0] = Make.literal(slots++);
    for (int i = 0; i < from.size(); i++) {
      arguments[i + 1] = from.get(i);
    }
    return Make.invoke(workspace, name, type, arguments);
  }

  private static boolean isPlural(Type element) {
    return plural(element).isPresent();
  }

  private static Optional<String> plural(Type element) {
    return element instanceof Type.Primitive p
        ? switch (p.kind()) {
          case DOUBLE, FLOAT, INT, LONG, BOOLEAN ->
              Optional.of(p.kind().name().toLowerCase(Locale.ROOT) + "s");
          case BYTE, SHORT, CHAR -> Optional.empty();
        }
        : Optional.empty();
  }

  private static boolean isLent(Type type) {
    return type.equals(Make.SHADOWS) || Storage.isTapeOfPrimitives(type);
  }

  /** {@code DoubleTape}: {@code doubleTape}. */
  private static String method(Type.ClassType lent) {
    String name = lent.simpleNames().get(0);
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
