package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
   */
  record Pair(ReverseMode.Sweeps sweeps, List<Declaration> members, Optional<List<Integer>> read) {}

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
   * @param mayBeTapeless false if others know the halves by their signatures
   */
  Pair of(ReverseMode.Sweeps sweeps, boolean mayBeTapeless) {
    Var tape = sweeps.adjoints().made("tape", linkage.tapeType());
    List<Stmt> after = backwardBody(sweeps);
    List<Var> parameters = new ArrayList<>();
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
    Set<Var> free = Scoping.free(ReverseMode.concat(start, after));
    if (linkage.sharesShadows()) {
      parameters.add(sweeps.shadows());
    } else if (free.contains(sweeps.shadows())) {
      start.add(Make.local(sweeps.shadows(), Make.create(Make.SHADOWS)));
    }
    if (free.contains(sweeps.shadows())) {
      start.addAll(sweeps.bindings());
    }
    List<Stmt> rest = ReverseMode.concat(start, after);
    Halves halves = halves(sweeps, rest);
    Optional<TapelessPair> tapeless =
        mayBeTapeless ? tapeless(sweeps, halves, parameters) : Optional.empty();
    if (tapeless.isPresent()) {
      List<Stmt> whole = ReverseMode.concat(tapeless.get().again(), rest);
      List<Var> read = tapeless.get().read().stream().<Var>map(function.parameters()::get).toList();
      tapeless(sweeps, halves(sweeps, whole), read, parameters);
    } else {
      Map<String, Var> carried = carried(sweeps, halves, parameters);
      parameters.add(0, tape);
      forwardHalf(sweeps, halves.forward(), carried);
      List<Stmt> backward = numbered(sweeps, halves.backward(), parameters, carried.values());
      backwardHalf(sweeps, tape, parameters, carried, backward);
    }
    return new Pair(sweeps, members, tapeless.map(TapelessPair::read));
  }

  /** Both halves; the name in both is that of the forward half. */
  private Halves halves(ReverseMode.Sweeps sweeps, List<Stmt> rest) {
    Assembly.Fitted fitted = assembly.fit(sweeps, withValue(sweeps, rest));
    Map<Var, String> names =
        Numbering.of(fitted.forward(), Set.copyOf(function.parameters()), sweeps.adjoints());
    return new Halves(
        Numbering.rename(fitted.forward(), names),
        Numbering.rename(fitted.rest().subList(0, rest.size()), names));
  }

  private static List<Stmt> numbered(
      ReverseMode.Sweeps sweeps,
      List<Stmt> backward,
      List<Var> parameters,
      Collection<Var> further) {
    Set<Var> fixed = new HashSet<>(parameters);
    fixed.addAll(further);
    return Numbering.rename(backward, Numbering.of(backward, fixed, sweeps.adjoints()));
  }

  /** What the backward half reads, and neither makes nor is given. */
  private static Set<Var> needed(ReverseMode.Sweeps sweeps, Halves halves, List<Var> parameters) {
    Set<Var> free = Scoping.free(halves.backward());
    parameters.forEach(free::remove);
    free.remove(sweeps.shadows());
    return free;
  }

  private Optional<TapelessPair> tapeless(
      ReverseMode.Sweeps sweeps, Halves halves, List<Var> parameters) {
    return TapelessPair.of(sweeps.function(), needed(sweeps, halves, parameters), summaries);
  }

  private void tapeless(
      ReverseMode.Sweeps sweeps, Halves halves, List<Var> read, List<Var> adjoints) {
    List<Stmt> forward = new ArrayList<>(halves.forward());
    Var value = sweeps.value().orElseThrow();
    boolean isLast =
        forward.get(forward.size() - 1) instanceof Stmt.Local l && l.var().equals(value);
    if (isLast) {
      Stmt.Local last = (Stmt.Local) forward.remove(forward.size() - 1);
      forward.add(Members.returns(last.init().orElseThrow()));
    } else {
      forward.add(Members.returns(Make.read(value)));
    }
    members.add(
        Members.running(
            function,
            derivative,
            linkage.forward(),
            function.parameters(),
            function.result(),
            assembly.finishHalf(function.parameters(), forward, sweeps),
            "Forward half of "
                + derivative.link()
                + ": just runs it, as {@code "
                + linkage.backward()
                + "} needs nothing but arguments."));
    List<Var> parameters = new ArrayList<>(read);
    parameters.addAll(adjoints);
    backwardHalf(sweeps, parameters, numbered(sweeps, halves.backward(), parameters, List.of()));
  }

  /** The forward half returns the value as well: it must survive dead-code removal. */
  private static List<Stmt> withValue(ReverseMode.Sweeps sweeps, List<Stmt> rest) {
    List<Stmt> out = new ArrayList<>(rest);
    sweeps.value().ifPresent(v -> out.add(Make.evaluate(Make.read(v))));
    return out;
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
  private static List<Stmt> values(Var p, ReverseMode.Sweeps sweeps) {
    List<Stmt> out = new ArrayList<>();
    for (Leaf leaf : Leaf.of(p.type())) {
      if (leaf.isValue()) {
        Expr found = Arguments.find(leaf.in(Make.read(p)), sweeps.shadows(), sweeps.adjoints());
        out.add(Make.local(sweeps.adjoints().of(p, leaf), found));
      }
    }
    return out;
  }

  private List<Stmt> backwardBody(ReverseMode.Sweeps sweeps) {
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

  /** What the tape carries from the forward to the backward half, by component name. */
  private Map<String, Var> carried(ReverseMode.Sweeps sweeps, Halves halves, List<Var> parameters) {
    Set<Var> free = needed(sweeps, halves, parameters);
    Map<String, Var> carried = new LinkedHashMap<>();
    List<Var> known = new ArrayList<>(function.parameters());
    new io.github.cotangent.processor.ir.Walker() {
      @Override
      protected void declare(Var v) {
        known.add(v);
      }
    }.walk(halves.forward());
    sweeps.value().ifPresent(v -> carried.put("value", known.get(known.indexOf(v))));
    for (Var v : known) {
      if (free.contains(v) && !carried.containsValue(v)) {
        String name = Linkage.componentName(v.name());
        while (carried.containsKey(name)) {
          name += "_";
        }
        carried.put(name, v);
      }
    }
    return carried;
  }

  private void forwardHalf(
      ReverseMode.Sweeps sweeps, List<Stmt> forward, Map<String, Var> carried) {
    Type.Record type = TapeRecord.type(derivative, carried);
    List<Stmt> code = new ArrayList<>(forward);
    code.add(new Stmt.Comment(""));
    List<Expr> values = new ArrayList<>();
    carried.values().forEach(v -> values.add(Make.read(v)));
    code.add(Members.returns(Members.newRecord(type, values)));
    members.add(
        Members.running(
            function,
            derivative,
            linkage.forward(),
            function.parameters(),
            linkage.tapeType(),
            assembly.finishHalf(function.parameters(), code, sweeps),
            "Forward half of "
                + derivative.link()
                + ": runs it, and keeps what {@code "
                + linkage.backward()
                + "} reads."));
    members.add(TapeRecord.of(derivative, type, sweeps.callTapes(), summaries));
  }

  private void backwardHalf(
      ReverseMode.Sweeps sweeps,
      Var tape,
      List<Var> parameters,
      Map<String, Var> carried,
      List<Stmt> backward) {
    Set<Var> free = Scoping.free(backward);
    List<Stmt> code = new ArrayList<>();
    carried.forEach(
        (name, v) -> {
          if (free.contains(v)) {
            code.add(unpack(sweeps, tape, name, v));
          }
        });
    code.addAll(backward);
    backwardHalf(sweeps, parameters, code);
  }

  private void backwardHalf(ReverseMode.Sweeps sweeps, List<Var> parameters, List<Stmt> code) {
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

  /** A growing tape is read through a reader of its own, so that it can be read again. */
  private static Stmt unpack(ReverseMode.Sweeps sweeps, Var tape, String name, Var v) {
    Expr field = Make.invoke(Make.read(tape), name, v.type());
    if (!sweeps.tapes().contains(v)) {
      return Make.local(v, field);
    }
    Type.ClassType reader = Storage.readerType((Type.ClassType) v.type());
    Var local = new Var(v.id(), v.name(), reader);
    return Make.local(local, Make.invoke(field, "reader", reader));
  }
}
