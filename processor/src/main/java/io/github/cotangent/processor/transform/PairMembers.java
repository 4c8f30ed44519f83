package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The linkage pair: {@code fForward}, which runs the primal and returns a tape, {@code fBackward},
 * which takes the tape and the adjoint of the result, and the record that the tape is. Where the
 * arguments are enough to go back, there is no tape ({@link TapelessPair}).
 */
final class PairMembers {

  private final Derivative derivative;
  private final Summaries summaries;
  private final Assembly assembly;
  private final Linkage linkage;
  private final Function function;
  private final List<Declaration> members = new ArrayList<>();

  /**
   * A finished pair.
   *
   * @param read the parameters that the backward half takes instead of a tape, by index
   * @param cause why it takes a tape, if it does
   */
  record Pair(
      Sweeps sweeps,
      List<Declaration> members,
      Optional<List<Integer>> read,
      Optional<Reason> cause) {}

  /** The code of both halves, with one name for a variable in both. */
  private record Halves(List<Stmt> forward, List<Stmt> backward) {}

  PairMembers(Derivative derivative, Summaries summaries, Assembly assembly) {
    this.derivative = derivative;
    this.summaries = summaries;
    this.assembly = assembly;
    this.linkage = derivative.linkage();
    this.function = derivative.function();
  }

  /**
   * The two halves, and the record between them.
   *
   * @param sweeps over all parameters
   * @param needsTape why there has to be a tape, whatever the halves keep
   */
  Pair of(Sweeps sweeps, Optional<Reason> needsTape) {
    List<Var> adjoints = new ArrayList<>();
    List<Stmt> backward = backward(sweeps, adjoints);
    TapelessPair.Found tapeless =
        needsTape.isPresent()
            ? new TapelessPair.Found(Optional.empty(), needsTape)
            : TapelessPair.of(sweeps.function(), needed(sweeps, backward, adjoints), summaries);
    if (tapeless.pair().isPresent()) {
      withoutTape(sweeps, backward, adjoints, tapeless.pair().get());
    } else {
      withTape(sweeps, backward, adjoints);
    }
    return new Pair(sweeps, members, tapeless.pair().map(TapelessPair::read), tapeless.hindrance());
  }

  private void withTape(Sweeps sweeps, List<Stmt> backward, List<Var> adjoints) {
    Halves halves = halves(sweeps, backward);
    TapeRecord record =
        TapeRecord.of(
            derivative, sweeps, halves.forward(), needed(sweeps, halves.backward(), adjoints));
    List<Stmt> forward = new ArrayList<>(halves.forward());
    forward.add(new Stmt.Comment(""));
    forward.add(Members.returns(record.made()));
    String keeps = "runs it, and keeps what {@code " + linkage.backward() + "} reads.";
    forwardHalf(sweeps, linkage.tapeType(), forward, keeps);
    members.add(record.declaration(sweeps.callTapes(), summaries));

    Var tape = sweeps.adjoints().made("tape", linkage.tapeType());
    List<Var> parameters = new ArrayList<>(List.of(tape));
    parameters.addAll(adjoints);
    List<Stmt> code = numbered(sweeps, halves.backward(), parameters, record.carried().values());
    backwardHalf(sweeps, parameters, ReverseMode.concat(record.unpacked(tape, code), code));
  }

  private void withoutTape(
      Sweeps sweeps, List<Stmt> backward, List<Var> adjoints, TapelessPair pair) {
    Halves halves = halves(sweeps, ReverseMode.concat(pair.again(), backward));
    String runs =
        "just runs it, as {@code " + linkage.backward() + "} needs nothing but arguments.";
    forwardHalf(sweeps, function.result(), returning(halves.forward(), sweeps.value()), runs);

    List<Var> parameters = new ArrayList<>();
    pair.read().forEach(i -> parameters.add(function.parameters().get(i)));
    parameters.addAll(adjoints);
    backwardHalf(sweeps, parameters, numbered(sweeps, halves.backward(), parameters, List.of()));
  }

  /** Code that ends with the function's value. */
  private static List<Stmt> returning(List<Stmt> forward, Optional<Var> value) {
    List<Stmt> code = new ArrayList<>(forward);
    Expr returned = Make.read(value.orElseThrow());
    int last = code.size() - 1;
    if (code.get(last) instanceof Stmt.Local l && l.var().equals(value.get())) {
      code.remove(last);
      returned = l.init().orElseThrow();
    }
    code.add(Members.returns(returned));
    return code;
  }

  private void forwardHalf(Sweeps sweeps, Type result, List<Stmt> code, String whatItDoes) {
    members.add(
        Members.running(
            function,
            derivative,
            linkage.forward(),
            function.parameters(),
            result,
            assembly.finishHalf(function.parameters(), code, sweeps),
            "Forward half of " + derivative.link() + ": " + whatItDoes));
  }

  private void backwardHalf(Sweeps sweeps, List<Var> parameters, List<Stmt> code) {
    String returned =
        linkage.returned().isEmpty() ? "" : " Returns the adjoints of what was passed by value.";
    members.add(
        Members.method(
            function,
            derivative,
            linkage.backward(),
            parameters,
            linkage.adjointsType(),
            assembly.finishHalf(parameters, code, sweeps),
            "Backward half of "
                + derivative.link()
                + ": takes the adjoint of the result, and adds to the adjoints of the arrays."
                + returned));
  }

  /** Both halves; the name in both is that of the forward half. */
  private Halves halves(Sweeps sweeps, List<Stmt> backward) {
    Assembly.Fitted fitted = assembly.fit(sweeps, withValue(sweeps, backward));
    Map<Var, String> names =
        Numbering.of(fitted.forward(), Set.copyOf(function.parameters()), sweeps.adjoints());
    return new Halves(
        Numbering.rename(fitted.forward(), names),
        Numbering.rename(fitted.rest().subList(0, backward.size()), names));
  }

  /** The forward half returns the value as well: it must survive dead-code removal. */
  private static List<Stmt> withValue(Sweeps sweeps, List<Stmt> backward) {
    List<Stmt> out = new ArrayList<>(backward);
    sweeps.value().ifPresent(v -> out.add(Make.evaluate(Make.read(v))));
    return out;
  }

  private static List<Stmt> numbered(
      Sweeps sweeps, List<Stmt> backward, List<Var> parameters, Collection<Var> further) {
    Set<Var> fixed = new HashSet<>(parameters);
    fixed.addAll(further);
    return Numbering.rename(backward, Numbering.of(backward, fixed, sweeps.adjoints()));
  }

  /** What the backward half reads, and neither makes nor is given. */
  private static Set<Var> needed(Sweeps sweeps, List<Stmt> backward, List<Var> parameters) {
    Set<Var> free = Scoping.free(backward);
    parameters.forEach(free::remove);
    free.remove(sweeps.shadows());
    return free;
  }

  /**
   * The code of the backward half.
   *
   * @param parameters takes those that hold adjoints, or find them
   */
  private List<Stmt> backward(Sweeps sweeps, List<Var> parameters) {
    if (linkage.takesSeed()) {
      parameters.add(sweeps.resultAdjoint());
    }
    List<Stmt> start = new ArrayList<>();
    for (int i : linkage.shadowed()) {
      Var p = function.parameters().get(i);
      parameters.add(shadowParameter(p, sweeps.adjoints(), start));
    }
    for (int i : linkage.differentiable()) {
      start.addAll(values(function.parameters().get(i), sweeps));
    }
    List<Stmt> swept = swept(sweeps);
    Set<Var> free = Scoping.free(ReverseMode.concat(start, swept));
    if (linkage.sharesShadows()) {
      parameters.add(sweeps.shadows());
    } else if (free.contains(sweeps.shadows())) {
      start.add(Make.local(sweeps.shadows(), Make.create(Make.SHADOWS)));
    }
    if (free.contains(sweeps.shadows())) {
      start.addAll(sweeps.bindings());
    }
    return ReverseMode.concat(start, swept);
  }

  /** An array's shadow is passed as such; a record's arrays are taken out of a record. */
  private static Var shadowParameter(Var p, AdjointVars adjoints, List<Stmt> start) {
    if (p.type() instanceof Type.Array) {
      return adjoints.of(p);
    }
    Var record = adjoints.made("d" + p.name(), p.type());
    for (Leaf leaf : ShadowPlan.storage(p.type())) {
      start.add(Make.local(adjoints.of(p, leaf), leaf.in(Make.read(record))));
    }
    return record;
  }

  /** The adjoints of values in a parameter are found by their identity. */
  private static List<Stmt> values(Var p, Sweeps sweeps) {
    List<Stmt> out = new ArrayList<>();
    for (Leaf leaf : Leaf.of(p.type())) {
      if (leaf.isValue()) {
        Expr found = ShadowCalls.find(leaf.in(Make.read(p)), sweeps.shadows(), sweeps.adjoints());
        out.add(Make.local(sweeps.adjoints().of(p, leaf), found));
      }
    }
    return out;
  }

  /** The backward sweep, and the return of the adjoints of what was passed by value. */
  private List<Stmt> swept(Sweeps sweeps) {
    List<Stmt> out =
        new ArrayList<>(
            JoinedSweeps.zeros(function, sweeps.adjoints(), Set.copyOf(function.differentiable())));
    out.addAll(sweeps.backward());
    List<Expr> parts = new ArrayList<>();
    for (int i : linkage.returned()) {
      Var p = function.parameters().get(i);
      parts.add(
          Leaf.assemble(
              p.type(),
              l ->
                  l.isScalar() || l.isStorage()
                      ? Make.read(sweeps.adjoints().of(p, l))
                      : Make.zero(l.type()),
              null));
    }
    Type type = linkage.adjointsType();
    if (parts.size() == 1) {
      out.add(new Stmt.Comment(""));
      out.add(Members.returns(parts.get(0)));
    } else if (!parts.isEmpty()) {
      out.add(new Stmt.Comment(""));
      out.add(Members.returns(Members.newRecord((Type.Record) type, parts)));
    }
    return out;
  }
}
