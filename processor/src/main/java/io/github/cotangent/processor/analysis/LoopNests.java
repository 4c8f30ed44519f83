package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the statements of a function stand: behind which others, in which loops and branches. */
final class LoopNests {

  /**
   * A loop; equal only to itself.
   *
   * @param depth the number of loops around it
   * @param counted its counted form, if it has one
   * @param isRerun true if its rounds are not recorded one after the other
   */
  record Loop(Stmt loop, int depth, Optional<CountedLoop> counted, boolean isRerun) {
    @Override
    public boolean equals(Object o) {
      return o instanceof Loop other && other.loop == loop;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(loop);
    }
  }

  /** A test that was made on the way, and how it ended. */
  record Condition(Expr test, boolean holds) {}

  /**
   * A place in the text.
   *
   * @param number larger than those of all places further up
   * @param loops those around it, outermost first
   * @param conditions those that it takes to come there
   */
  record Position(int number, List<Loop> loops, List<Condition> conditions) {
    /** The number of loops that are around both. */
    int common(Position other) {
      int n = 0;
      while (n < loops.size()
          && n < other.loops.size()
          && loops.get(n).equals(other.loops.get(n))) {
        n++;
      }
      return n;
    }

    /** The first of some loops inside of all that are run again, round by round. */
    int firstRecorded(int of) {
      int first = of;
      while (first > 0 && !loops.get(first - 1).isRerun()) {
        first--;
      }
      return first;
    }
  }

  private final Map<Stmt, Position> positions = new IdentityHashMap<>();
  private final List<Position> numbered = new ArrayList<>();
  private final Map<Var, Position> declarations = new HashMap<>();
  private final Map<Var, Loop> indices = new HashMap<>();

  /** Where a variable is read otherwise than for a number in its array, or for a length. */
  private final Map<Var, List<Position>> mentions = new HashMap<>();

  private LoopNests() {}

  static LoopNests of(List<Var> parameters, Stmt.Block body, Assignments assignments) {
    LoopNests nests = new LoopNests();
    nests.new Finder(assignments).position();
    parameters.forEach(p -> nests.declarations.put(p, nests.entry()));
    nests.new Finder(assignments).walk(body);
    return nests;
  }

  /** Where the function begins. */
  Position entry() {
    return numbered.get(0);
  }

  /** Where a simple statement stands, or where a counted loop ends. */
  Optional<Position> position(Stmt s) {
    return Optional.ofNullable(positions.get(s));
  }

  /** The place with a number. */
  Position position(int number) {
    return numbered.get(number);
  }

  /** Where a variable is declared; nothing if it is none of the function's. */
  Optional<Position> declaration(Var v) {
    return Optional.ofNullable(declarations.get(v));
  }

  /**
   * True if an array that is made for a variable has no other name yet where a statement stands:
   * all that passes it on stands further down, and in none of the loops that run the statement
   * again.
   */
  boolean isOnlyName(Var v, Position made, Position statement) {
    return mentions.getOrDefault(v, List.of()).stream()
        .allMatch(
            m -> m.number() > statement.number() && m.common(statement) == made.loops().size());
  }

  /** True if nothing but a statement passes an array on, once for each time that it is made. */
  boolean isPassedOnOnce(Var v, Stmt s) {
    Position at = positions.get(s);
    return at != null
        && mentions.getOrDefault(v, List.of()).size() == 1
        && at.loops().equals(declarations.get(v).loops());
  }

  /** The counted loop that a variable is the index of. */
  Optional<Loop> loop(Var v) {
    return Optional.ofNullable(indices.get(v));
  }

  /**
   * The number of loops around the declaration of all variables in an expression, the loops that
   * count them included; nothing if one of them is none of the function's.
   */
  Optional<Integer> depth(Expr e) {
    int[] depth = new int[1];
    new Walker() {
      @Override
      protected void read(Var v) {
        Position declaration = declarations.get(v);
        Loop loop = indices.get(v);
        int of =
            loop != null
                ? loop.depth() + 1
                : declaration != null ? declaration.loops().size() : Integer.MAX_VALUE;
        depth[0] = Math.max(depth[0], of);
      }
    }.walk(new Stmt.Evaluate(e, Origin.NONE));
    return depth[0] == Integer.MAX_VALUE ? Optional.empty() : Optional.of(depth[0]);
  }

  /** Numbers the statements. */
  private final class Finder extends Walker {
    private final Assignments assignments;
    private List<Loop> loops = List.of();
    private List<Condition> conditions = List.of();

    Finder(Assignments assignments) {
      this.assignments = assignments;
    }

    Position position() {
      Position position = new Position(numbered.size(), loops, conditions);
      numbered.add(position);
      return position;
    }

    private void at(Stmt s) {
      positions.put(s, position());
    }

    @Override
    protected void read(Var v) {
      mentions.computeIfAbsent(v, k -> new ArrayList<>()).add(position());
    }

    @Override
    protected void place(Place p) {
      if (p instanceof Place.Slot s && s.type().isScalar()) {
        walk(p.read());
      } else {
        super.place(p);
      }
    }

    @Override
    public Void visit(Expr.Element e) {
      return e.type().isScalar() ? inside(e) : super.visit(e);
    }

    @Override
    public Void visit(Expr.Length e) {
      return inside(e.array());
    }

    /** The indices of an element, and what is no array of a variable. */
    private Void inside(Expr e) {
      if (e instanceof Expr.Element x) {
        inside(x.array());
        walk(x.index());
      } else if (!(e instanceof Expr.Read)) {
        walk(e);
      }
      return null;
    }

    @Override
    public Void visit(Stmt.Local s) {
      at(s);
      declarations.put(s.var(), positions.get(s));
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      at(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Evaluate s) {
      at(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Return s) {
      at(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.If s) {
      walk(s.test());
      branch(s.test(), true, s.then());
      branch(s.test(), false, s.otherwise());
      return null;
    }

    private void branch(Expr test, boolean holds, Stmt.Block branch) {
      List<Condition> outside = conditions;
      conditions = with(conditions, new Condition(test, holds));
      walk(branch);
      conditions = outside;
    }

    private static <T> List<T> with(List<T> list, T last) {
      List<T> more = new ArrayList<>(list);
      more.add(last);
      return List.copyOf(more);
    }

    @Override
    public Void visit(Stmt.For s) {
      walk(s.init());
      Optional<CountedLoop> counted = assignments.counted(s);
      Loop loop = enter(s, counted, s.body());
      counted.ifPresent(c -> indices.put(c.index(), loop));
      walk(s.test());
      walk(s.body());
      walk(s.update());
      leave();
      at(s); // Its bound is read as it was when the loop ended.
      return null;
    }

    @Override
    public Void visit(Stmt.While s) {
      enter(s, Optional.empty(), s.body());
      super.visit(s);
      leave();
      return null;
    }

    @Override
    public Void visit(Stmt.DoWhile s) {
      enter(s, Optional.empty(), s.body());
      super.visit(s);
      leave();
      return null;
    }

    private Loop enter(Stmt s, Optional<CountedLoop> counted, Stmt.Block body) {
      boolean isRerun = Stmt.Checkpoint.of(body).isPresent();
      Loop loop = new Loop(s, loops.size(), counted, isRerun);
      loops = with(loops, loop);
      return loop;
    }

    private void leave() {
      loops = loops.subList(0, loops.size() - 1);
    }
  }
}
