package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.CountedLoop;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where recorded values are kept: a plain variable outside of loops; an array indexed like the
 * loops, where all of them have exact counts; a growing tape else. In loops the arrays are rows
 * with a bare index ({@code ySaved[i][j]}), each allocated when its loop starts, so no product of
 * counts is ever formed.
 */
final class Storage {

  /**
   * A loop around the current statement.
   *
   * @param exact its counted form, if no jump leaves it early
   */
  record Frame(Stmt loop, Optional<CountedLoop> exact) {}

  private final Names names;
  private final AdjointVars adjoints;
  private final Set<Var> varying;
  private final LoopBounds bounds;
  private final Choices choices;
  private final boolean isStep;
  private final List<Frame> frames = new ArrayList<>();
  private final List<Stmt> prelude = new ArrayList<>();
  private final Map<Stmt, List<Stmt>> beforeLoop = new IdentityHashMap<>();
  private final Set<Var> tapes = new LinkedHashSet<>();
  private final Set<Var> controls = new HashSet<>();
  private final Set<Var> arrays = new HashSet<>();

  /** The indices of the outermost counted loops in which anything is recorded. */
  private final Set<Var> recording = new HashSet<>();

  /** Of those, the ones in which arrays, records or tapes of calls are. */
  private final Set<Var> recordingObjects = new HashSet<>();

  /**
   * An empty store.
   *
   * @param varying the variables whose value in one iteration of a loop may differ from another's
   * @param choices takes what is said of each value
   */
  Storage(Names names, AdjointVars adjoints, Set<Var> varying, LoopBounds bounds, Choices choices) {
    this(names, adjoints, varying, bounds, choices, false);
  }

  private Storage(
      Names names,
      AdjointVars adjoints,
      Set<Var> varying,
      LoopBounds bounds,
      Choices choices,
      boolean isStep) {
    this.names = names;
    this.adjoints = adjoints;
    this.varying = varying;
    this.bounds = bounds;
    this.choices = choices;
    this.isStep = isStep;
  }

  /** Where choices are told. */
  Choices choices() {
    return choices;
  }

  void enter(Frame frame) {
    frames.add(frame);
  }

  void leave() {
    frames.remove(frames.size() - 1);
  }

  /** True inside of a loop. */
  boolean inLoop() {
    return !frames.isEmpty();
  }

  /** The declarations that stand before the forward pass. */
  List<Stmt> prelude() {
    return prelude;
  }

  /** The allocations that stand right before a loop of the forward pass. */
  List<Stmt> before(Stmt loop) {
    return beforeLoop.getOrDefault(loop, List.of());
  }

  /** True for a variable that holds a growing tape. */
  boolean isTape(Var v) {
    return tapes.contains(v);
  }

  /**
   * True for a variable that holds an array, or a tape, of recorded values which are stored before
   * they are loaded, whatever was there before. Flags and counts start from what a new array holds.
   */
  boolean canBeUsedAgain(Var v) {
    return arrays.contains(v) && !controls.contains(v) || tapes.contains(v);
  }

  /** True if anything is recorded in the outermost counted loop with this index. */
  boolean recordsIn(Var index) {
    return recording.contains(index);
  }

  /** True if arrays, records or tapes of calls are recorded in it. */
  boolean recordsObjectsIn(Var index) {
    return recordingObjects.contains(index);
  }

  private void note(Type type) {
    if (!frames.isEmpty() && frames.get(0).exact().isPresent()) {
      Var index = frames.get(0).exact().get().index();
      recording.add(index);
      if (type.isReference()) {
        recordingObjects.add(index);
      }
    }
  }

  /**
   * A new value to be recorded at the current place.
   *
   * @param explanation says why, given how it is kept
   */
  Recorded value(String wish, Type type, Function<Reason, Explanation> explanation) {
    note(type);
    Recorded.Mode mode = mode(type);
    Var var =
        switch (mode) {
          case VARIABLE -> declared(wish, type);
          case ARRAY -> array(wish, type);
          case TAPE -> tape(wish, type);
        };
    tell(var, type, explanation);
    return new Recorded(var, mode, type, mode == Recorded.Mode.ARRAY ? indices() : List.of());
  }

  /** A new control variable at the current place. */
  RecordedControl control(String wish, Type type, Function<Reason, Explanation> explanation) {
    note(type);
    Recorded.Mode mode = mode(type);
    Var var = mode == Recorded.Mode.ARRAY ? array(wish, type) : declared(wish, type);
    controls.add(var);
    if (mode == Recorded.Mode.TAPE) {
      return new RecordedControl(var, List.of(), value(wish + "Saved", type, explanation));
    }
    tell(var, type, explanation);
    return new RecordedControl(var, mode == Recorded.Mode.ARRAY ? indices() : List.of(), null);
  }

  private void tell(Var var, Type type, Function<Reason, Explanation> explanation) {
    List<Stmt> loops = frames.stream().map(Frame::loop).toList();
    Reason kept = kept(type);
    choices.kept(var, loops, () -> explanation.apply(kept));
  }

  /** How a value is kept, in words. */
  private Reason kept(Type type) {
    return switch (mode(type)) {
      case VARIABLE -> Reason.of(isStep ? Why.IN_ROUND : Why.IN_VARIABLE);
      case TAPE -> Reason.of(Why.ON_TAPE, type);
      case ARRAY -> {
        Type full = type;
        for (int i = 0; i < frames.size(); i++) {
          full = new Type.Array(full);
        }
        Expr made = new Expr.NewArray((Type.Array) full, sizes(0, frames.size()));
        yield Reason.of(Why.IN_ARRAY, type, made);
      }
    };
  }

  /** True if what is recorded at the current place goes to growing tapes. */
  boolean isOnTapes() {
    return frames.stream().anyMatch(f -> f.exact().isEmpty());
  }

  private Recorded.Mode mode(Type type) {
    if (frames.isEmpty()) {
      return Recorded.Mode.VARIABLE;
    }
    boolean generic = type.leaf() instanceof Type.ClassType c && !c.arguments().isEmpty();
    return frames.stream().allMatch(f -> f.exact().isPresent()) && !generic
        ? Recorded.Mode.ARRAY
        : Recorded.Mode.TAPE;
  }

  private Var declared(String wish, Type type) {
    Var var = adjoints.keeping(wish, type);
    prelude.add(0, Make.local(var, Make.zero(type)));
    return var;
  }

  private Var tape(String wish, Type type) {
    Var var = adjoints.keeping(wish, tapeType(type));
    tapes.add(var);
    prelude.add(0, Make.local(var, Make.create((Type.ClassType) var.type())));
    return var;
  }

  static Type.ClassType tapeType(Type type) {
    if (type instanceof Type.Primitive p) {
      return switch (p.kind()) {
        case DOUBLE -> Make.runtime("DoubleTape");
        case FLOAT -> Make.runtime("FloatTape");
        case LONG -> Make.runtime("LongTape");
        case BOOLEAN -> Make.runtime("BooleanTape");
        case BYTE, SHORT, CHAR, INT -> Make.runtime("IntTape");
      };
    }
    return new Type.ClassType(
        "io.github.cotangent.runtime", List.of("ObjectTape"), List.of(type), true);
  }

  /** True for the growing tapes of numbers and of flags. */
  static boolean isTapeOfPrimitives(Type type) {
    return Arrays.stream(Type.Kind.values())
        .anyMatch(kind -> tapeType(new Type.Primitive(kind)).equals(type));
  }

  /** The class that reads a tape backward without changing it. */
  static Type.ClassType readerType(Type.ClassType tape) {
    return new Type.ClassType(
        tape.packageName(), List.of(tape.simpleNames().get(0), "Reader"), tape.arguments(), true);
  }

  private Var array(String wish, Type type) {
    int depth = frames.size();
    Type full = type;
    for (int i = 0; i < depth; i++) {
      full = new Type.Array(full);
    }
    Var var = type.isReference() ? adjoints.keeping(wish, full) : adjoints.recording(wish, full);
    arrays.add(var);
    int together = 1;
    while (together < depth && isKnownAhead(frames.get(together).exact().orElseThrow())) {
      together++;
    }
    Type.Array outer = (Type.Array) full;
    allocate(frames.get(0), Make.local(var, new Expr.NewArray(outer, sizes(0, together))));
    Type row = full;
    for (int k = 0; k < together; k++) {
      row = ((Type.Array) row).element();
    }
    for (int k = together; k < depth; k++) {
      List<Expr> outerIndices = indices().subList(0, k);
      Expr rows = new Expr.NewArray((Type.Array) row, sizes(k, k + 1));
      allocate(frames.get(k), Make.assign(Recorded.place(var, outerIndices), rows));
      row = ((Type.Array) row).element();
    }
    return var;
  }

  private void allocate(Frame frame, Stmt s) {
    beforeLoop.computeIfAbsent(frame.loop(), k -> new ArrayList<>()).add(0, s);
  }

  private List<Expr> sizes(int from, int to) {
    return frames.subList(from, to).stream()
        .map(f -> bounds.size(f.exact().orElseThrow()))
        .toList();
  }

  private List<Expr> indices() {
    return frames.stream().map(f -> bounds.position(f.exact().orElseThrow())).toList();
  }

  /** True if a loop's size does not depend on the loops around it, nor on whether they run. */
  private boolean isKnownAhead(CountedLoop loop) {
    Expr size = bounds.size(loop);
    return loop.isExact() && !Mentions.reads(size, varying) && LoopBounds.existsAhead(size);
  }

  /** An empty store for what is recorded and read in one step of a loop. */
  Storage separate(Set<Var> varyingInStep) {
    return new Storage(names, adjoints, varyingInStep, bounds, choices, true);
  }
}
